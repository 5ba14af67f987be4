using System.Text.Json.Nodes;
using Medera.Lab.Web.Audit;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Api;

/// <summary>The reads of the pages, in the door's shapes.</summary>
public sealed partial class ApiReads(LabReads reads, LabTime time, IStringLocalizer<Texts> texts)
{
    public async Task<PageModel<BatchLineModel>> BatchesAsync(string? after, string? state)
    {
        if (state is not null && !Enum.TryParse<BatchState>(state, ignoreCase: true, out _))
            throw new BadRequest("The state is none of a batch.");
        var page = await reads.BatchesAsync(
            Clean(after),
            state is null ? null : Enum.Parse<BatchState>(state, ignoreCase: true)
        );
        return new(
            [
                .. page.Items.Select(b => new BatchLineModel(
                    b.Id.Value,
                    b.Number,
                    b.Origin.ToString(),
                    b.State.ToString(),
                    b.StateSince,
                    b.Expiry,
                    b.Products,
                    b.Living,
                    b.Passage,
                    b.Subject
                )),
            ],
            page.Next
        );
    }

    public async Task<BatchModel?> BatchAsync(Guid id)
    {
        if (await reads.BatchAsync(new BatchId(id)) is not { } v)
            return null;
        var (b, containers) = (v.Batch, await reads.ContainersAsync(v.Batch.Id, size: Limits.Reads.Containers));
        return new BatchModel(
            id,
            b.Number,
            b.Origin.ToString(),
            b.State.ToString(),
            b.StateSince,
            v.Version,
            v.Donor.Code,
            v.Patient?.Code,
            b.Coi,
            v.Protocol.Code,
            b.VolumeUl,
            b.Cells,
            b.Viability,
            b.Passage,
            b.Doublings,
            b.Vessels,
            b.Living,
            b.Expiry,
            b.Unreviewed,
            [
                .. v.Results.Select(r => new ResultModel(
                    r.Test,
                    r.Edition,
                    r.Value,
                    r.Passed,
                    r.VerifiedBy is not null,
                    r.Current
                )),
            ],
            [
                .. v.Deviations.Select(d => new DeviationModel(
                    d.Id.Value,
                    d.Rule,
                    d.Critical,
                    d.State.ToString(),
                    d.OpenedAt
                )),
            ],
            [.. containers.Select(Of)]
        );
    }

    public async Task<PageModel<EventModel>?> TimelineAsync(Guid id, string? before)
    {
        if (await reads.BatchAsync(new BatchId(id)) is null)
            return null;
        var page = await reads.TimelineAsync(id, before);
        var told = await new Narrator(reads, time, texts).TellAsync(page.Items, id);
        return new(
            [
                .. page.Items.Zip(
                    told,
                    (i, t) =>
                        new EventModel(
                            i.Stream,
                            i.Version,
                            i.Type,
                            i.Recorded,
                            i.StoredAt,
                            t.Sentence,
                            CanonicalValues.Bytes(i.Leaf),
                            JsonNode.Parse(i.Raw)
                        )
                ),
            ],
            page.Next
        );
    }

    public async Task<ContainerModel?> ContainerAsync(string code) =>
        Barcode.Read(code) is Reading.Own own && await reads.ContainerAsync(own.Code.Text) is { } line
            ? Of(line)
            : null;

    public async Task<PageModel<WorkModel>> WorklistAsync(PersonId person)
    {
        var roles = (await reads.PersonAsync(person))?.Roles ?? Roles.None;
        var work = new List<WorkModel>();
        foreach (var line in WorkLines.For(roles))
        {
            if (line.Batches.Count > 0)
                work.AddRange(
                    (await reads.WaitingAsync(line.Batches)).Select(b => new WorkModel(
                        line.Verb,
                        "batch",
                        b.Id.Value,
                        b.Number,
                        b.State.ToString(),
                        b.StateSince
                    ))
                );
            if (line.Containers.Count > 0)
                work.AddRange(
                    (await reads.WaitingAsync(line.Containers)).Select(c => new WorkModel(
                        line.Verb,
                        "container",
                        c.Id.Value,
                        c.Code,
                        c.State.ToString(),
                        c.Since
                    ))
                );
        }
        return new([.. work.OrderBy(w => w.Since)], null);
    }

    private static ContainerModel Of(ContainerLine line)
    {
        var c = line.Container;
        return new ContainerModel(
            c.Id.Value,
            c.Code,
            c.Batch.Value,
            c.Kind.ToString(),
            c.Ordinal,
            c.State.ToString(),
            c.Since,
            c.VolumeUl,
            c.Cells,
            line.Path,
            c.HeldBy?.ToString(),
            c.Holder,
            c.Reserved?.Plan.Value,
            c.Reserved?.Session,
            c.ThawedAt,
            c.UsableUntil,
            c.SecondCheck is not null ? 2
                : c.FirstCheck is not null ? 1
                : 0,
            c.GivenUl
        );
    }

    internal static string? Clean(string? text) =>
        text is not null && (text.Contains('\0', StringComparison.Ordinal) || text.Length > Limits.Texts.PageKey)
            ? throw new BadRequest("The key of the page is none.")
            : text;
}
