using System.Globalization;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Audit;

/// <summary>What the identity band above a timeline says.</summary>
/// <param name="Href">The thing's own page.</param>
/// <param name="BatchHref">For a container, the timeline of its batch, where review and release stand.</param>
internal sealed record TimelineBand(
    string Id,
    string Product,
    StateFamily Family,
    string Word,
    string? Patient,
    string? Coi,
    DateTimeOffset? Until,
    string UntilLabel,
    string Href,
    string Symbol,
    string? Batch = null,
    string? BatchHref = null
);

/// <summary>Makes the band of a batch or a container; other things have a heading only.</summary>
internal sealed class TimelineBands(ProcessingReads reads, NameReads names, IStringLocalizer<Texts> T)
{
    public async Task<TimelineBand?> BandAsync(ThingName thing) =>
        thing.Kind switch
        {
            "batch" when await reads.BatchAsync(new BatchId(thing.Id)) is { } view => Band(view),
            "container"
                when await reads.ContainerAsync(thing.Name) is { } line
                    && await reads.BatchAsync(line.Container.Batch) is { } view => await BandAsync(line, view),
            _ => null,
        };

    private TimelineBand Band(BatchView view) =>
        new(
            Id: view.Batch.Number,
            Product: Product(view),
            Family: StateLook.FamilyOf(view.Batch.State),
            Word: StateLook.Word(view.Batch.State),
            Patient: view.Patient?.Code,
            Coi: view.Batch.Coi,
            Until: view.Batch.Ended ? null : view.Batch.Expiry,
            UntilLabel: T["Timeline.Expires"],
            Href: $"/processing/batches/{view.Batch.Id.Value:D}",
            Symbol: "batch"
        );

    private async Task<TimelineBand> BandAsync(ContainerLine line, BatchView view)
    {
        var container = line.Container;
        var kept = container.Reserved is { } r
            ? (await names.NamesAsync([r.Patient.Value])).GetValueOrDefault(r.Patient.Value)?.Name
            : null;
        var word = string.Create(CultureInfo.InvariantCulture, $"{StateLook.Word(container.Kind)} {container.Ordinal}");
        var until = container.Ended
            ? null
            : container.UsableUntil ?? (container.Kind == ContainerKind.Product ? view.Batch.Expiry : null);
        return new TimelineBand(
            Id: container.Code,
            Product: $"{word} · {view.Batch.Number} · {Product(view)}",
            Family: StateLook.FamilyOf(container.State),
            Word: StateLook.Word(container.State),
            Patient: view.Patient?.Code ?? kept,
            Coi: view.Batch.Coi,
            Until: until,
            UntilLabel: container.UsableUntil is null ? T["Timeline.Expires"] : T["Timeline.UsableUntil"],
            Href: $"/processing/containers/{container.Code}",
            Symbol: "vial",
            Batch: view.Batch.Number,
            BatchHref: Narrator.Href(new ThingName(view.Batch.Id.Value, "batch", view.Batch.Number))
        );
    }

    private static string Product(BatchView view) =>
        $"{view.Protocol.Content.Product}, {Words.Word(view.Batch.Origin.ToString(), CultureInfo.CurrentUICulture.Name)}";
}
