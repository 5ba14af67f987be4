using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Home;

/// <summary>What was scanned, in words for the one who scanned it, and how it stands now.</summary>
/// <param name="Parts">Parts of one line, in their order.</param>
/// <param name="Standing">Null where the things that were scanned have no state, or more than one.</param>
internal sealed record Described(IReadOnlyList<string> Parts, (StateFamily Family, string Word)? Standing)
{
    public static Described Nothing { get; } = new([], null);
}

/// <summary>Describes the answer to a scan: what was done, kind, number, batch, place.</summary>
internal sealed class ScanSummary(
    ProcessingReads reads,
    StorageReads storage,
    EquipmentReads equipment,
    MaterialReads materials,
    LabTime time,
    LabClock clock,
    IStringLocalizer<Texts> text
)
{
    /// <summary>The description of an answer, as things stand now.</summary>
    public async Task<Described> OfAsync(Answer answer)
    {
        if (answer.Next is [var word] && ExpectedScans.IsToConfirm(word))
            return new Described([Asked(word, answer)], null);
        var things =
            await ContainerAsync(answer)
            ?? await BoxAsync(answer)
            ?? await EquipmentAsync(answer)
            ?? await OthersAsync(answer);
        return things with
        {
            Parts =
            [
                .. OutcomeText.Describe(answer.Facts) is { } did ? [$"{did} · "] : Array.Empty<string>(),
                .. things.Parts,
                .. answer.Facts.Count > 0
                    ? [$" · {text["Home.RecordedAt", Stamp.Seconds(time.Local(answer.At))]}"]
                    : Array.Empty<string>(),
            ],
        };
    }

    private async Task<Described?> ContainerAsync(Answer answer)
    {
        var used = Things(answer, "equipment").FirstOrDefault();
        // Refused, it is told of what was scanned last: the container was told of before.
        if (used is not null && answer.Outcome == Outcome.Refused && IsEquipment(answer.Symbol))
            return null;
        if (
            Things(answer, "container").LastOrDefault() is not { } named
            || await reads.ContainerAsync(named.Label) is not { } line
        )
            return null;
        var batch = await reads.BatchAsync(line.Container.Batch);
        var beside = new[] { line.Path, used?.Label }
            .OfType<string>()
            .Concat(Things(answer, "material").Select(a => a.Label));
        return new Described(
            [
                $"{StateLook.Word(line.Container.Kind.ToString())} {line.Container.Ordinal} · {batch?.Batch.Number}",
                .. beside.Select(b => $" · {b}"),
            ],
            StateLook.Describe(line.Container)
        );
    }

    private async Task<Described?> BoxAsync(Answer answer) =>
        answer.About is [{ Kind: "box" } box] && await storage.BoxCountAsync(new BoxId(box.Id)) is { } counts
            ? new Described(
                [
                    $"{StateLook.Word("Box")} {box.Label} · {text["Storage.Counts", counts.Used, counts.Places, counts.Free]}",
                ],
                null
            )
            : null;

    private async Task<Described?> EquipmentAsync(Answer answer) =>
        Things(answer, "equipment").FirstOrDefault() is { } named
        && await equipment.EquipmentAsync(new EquipmentId(named.Id)) is { } piece
            ? new Described(
                [
                    answer.Outcome == Outcome.Refused
                        ? piece.Name
                        : $"{piece.Name} · {StateLook.Word(piece.Kind)} · {piece.Room}",
                ],
                EquipmentLook.Describe(piece, clock.Now, text["Equipment.Overdue"])
            )
            : null;

    private async Task<Described> OthersAsync(Answer answer)
    {
        var names = string.Join(
            " · ",
            answer.About.Select(a => a.Kind == "card" ? OfCard(a.Label) : a.Label).Distinct()
        );
        var lot = Things(answer, "material").ToList() is [var only]
            ? await materials.MaterialAsync(new MaterialId(only.Id))
            : null;
        return new Described([names], lot is null ? null : MaterialLook.Describe(lot, clock.Now));
    }

    private static IEnumerable<AboutThing> Things(Answer answer, string kind) =>
        answer.About.Where(a => a.Kind == kind);

    private static bool IsEquipment(string? code) =>
        code is not null && OwnCode.IsOne(code) && new OwnCode(code).Kind == CodeKind.Equipment;

    private string Asked(string word, Answer answer) =>
        word switch
        {
            "confirm-divide" => text["Home.DivideAsk", answer.About[0].Label, answer.Symbol!],
            "confirm-pool" => text["Home.PoolAsk", answer.About[0].Label, answer.Symbol!],
            _ => text["Home.RelabelAsk", answer.About[0].Label, answer.Symbol!],
        };

    private string OfCard(string card) =>
        card switch
        {
            nameof(CommandCard.Undo) => text["Card.UndoDone"],
            nameof(CommandCard.Confirm) => text["Card.ConfirmDone"],
            nameof(CommandCard.Discard) => text["Card.DiscardDone"],
            nameof(CommandCard.WhatIsThis) => text["Card.WhatIsThisDone"],
            _ => text["Card.DiscardNothingDone"],
        };
}
