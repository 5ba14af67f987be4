using System.Diagnostics;
using System.Globalization;

namespace Medera.Lab.Labels;

/// <summary>What the decision about a print needs from outside: typeface and QR codes, and the laboratory's zone.</summary>
/// <param name="Local">An instant with the offset that the laboratory's zone has then.</param>
public sealed record LabelRenderer(LabelTools Tools, Func<DateTimeOffset, DateTimeOffset> Local);

/// <summary>A donor's status as the record of a print keeps it; what is not so is null.</summary>
public sealed record DonorWords(
    bool Autologous,
    bool Evaluated,
    IReadOnlyList<DonorTest>? Reactive,
    bool? RiskFactors,
    bool? ToPatient
)
{
    /// <summary>The status as statements are made of it: tests by their names in a language.</summary>
    public DonorStatus In(string language) =>
        new(
            Autologous,
            Evaluated,
            [.. (Reactive ?? []).Select(test => Words.Word(test.ToString(), language))],
            RiskFactors == true,
            ToPatient == true
        );
}

/// <summary>What a label says of a thing, from its record.</summary>
public static class LabelFilling
{
    /// <summary>The most labels that one act prints.</summary>
    public const int MostLabels = Limits.Lists.LabelsOfAPrint;

    private static readonly IReadOnlyDictionary<CommandCard, (LocalizedText Title, LocalizedText Detail)> Cards =
        new Dictionary<CommandCard, (LocalizedText, LocalizedText)>
        {
            [CommandCard.Confirm] = (
                new("CONFIRM", "ONAYLA"),
                new(
                    "Does what the screen asks, or takes a refusal off it",
                    "Ekranın sorduğunu yapar ya da reddi ekrandan kaldırır"
                )
            ),
            [CommandCard.Undo] = (
                new("UNDO SELECTION", "SEÇİMİ GERİ AL"),
                new(
                    "Forgets the first scan that waits; nothing is recorded",
                    "Bekleyen ilk okutmayı unutur; hiçbir şey kaydedilmez"
                )
            ),
            [CommandCard.WhatIsThis] = (
                new("WHAT IS THIS?", "BU NEDİR?"),
                new(
                    "Says what the next code is, and does nothing with it",
                    "Sonraki kodun ne olduğunu söyler; hiçbir işlem yapmaz"
                )
            ),
            [CommandCard.Discard] = (
                new("DISCARD", "İMHA ET"),
                new(
                    "After a container: used up; CONFIRM records it",
                    "Kaptan sonra: tükendi; ONAYLA kartı bunu kaydeder"
                )
            ),
        };

    private static readonly LocalizedText LotWord = new("lot", "lot");
    private static readonly LocalizedText TrayTitle = new("Tray", "Tepsi");
    private static readonly LocalizedText TrayDetail = new("Materials of one batch", "Bir partinin malzemeleri");

    /// <summary>How it is kept, in words.</summary>
    public static LocalizedText Kept(KeptAt kept) =>
        kept switch
        {
            KeptAt.BelowMinus150 => new("Below −150 °C, vapour phase", "−150 °C altında, buhar fazında"),
            KeptAt.TwoToEight => new("2 to 8 °C", "2–8 °C"),
            KeptAt.FifteenToTwentyFive => new("15 to 25 °C", "15–25 °C"),
            _ => throw new UnreachableException($"Nobody knows how warm {kept} is."),
        };

    /// <summary>The kinds of label that go on a kind of container. A prepared syringe is no container of the laboratory yet.</summary>
    public static IReadOnlyList<LabelKind> For(ContainerKind kind) =>
        kind switch
        {
            ContainerKind.Collection => [LabelKind.Tube, LabelKind.Bag],
            ContainerKind.Vessel or ContainerKind.Sample => [LabelKind.Tube],
            ContainerKind.Retention => [LabelKind.Cryovial, LabelKind.Tube],
            ContainerKind.Product => [LabelKind.Cryovial, LabelKind.Tube, LabelKind.Bag],
            _ => throw new UnreachableException($"Nobody knows what label goes on a {kind}."),
        };

    /// <summary>What is known of the donor by the record; a donor who was forgotten is not known.</summary>
    /// <returns>Null: the status is not known, and no label may be printed.</returns>
    public static DonorWords? DonorOf(Origin origin, Subject? donor, ProtocolContent protocol)
    {
        if (donor is null or { ErasedAt: not null })
            return null;
        var (record, autologous) = (donor.TestedAs(), origin == Origin.Autologous);
        var standing = record.Standing();
        var evaluated = standing is { Outcome: not DonorOutcome.Incomplete } && record.Unsettled(protocol).Count == 0;
        var reactive = record.Tests(DonorTestOutcome.Reactive);
        // What was found stays found until QA determines anew. Clauses .60(d) and .65(b) are of donors who were determined, and not as eligible.
        return new DonorWords(
            autologous,
            evaluated,
            reactive.Count > 0 ? reactive : null,
            record.Determined is { RiskFactors: true } ? true : null,
            !autologous && standing is { Outcome: not DonorOutcome.Eligible } ? true : null
        );
    }

    /// <summary>What all labels of one print say alike.</summary>
    public static LabelWords FillBatch(
        CaseFile file,
        DonorWords? donor,
        IPrintLabels wanted,
        Container container,
        KeptAt? storage,
        LabelRenderer means
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        var batch = file.TheBatch;
        var patient = batch.Patient ?? container.Reserved?.Patient;
        return new LabelWords(
            wanted.Language,
            wanted.Dpi,
            batch.Number,
            file.TheProtocol.Content.Product,
            Subject: patient is { } known ? file.Lives.Subjects.GetValueOrDefault(known)?.Code : null,
            Expiry: container.Kind is ContainerKind.Product or ContainerKind.Retention && batch.Expiry is { } expiry
                ? ZonedTime.From(means.Local(expiry))
                : null,
            Storage: storage,
            Autologous: donor?.Autologous,
            Evaluated: donor?.Evaluated,
            Reactive: donor?.Reactive,
            RiskFactors: donor?.RiskFactors,
            ToPatient: donor?.ToPatient
        );
    }

    /// <summary>What one label of a print says apart from the others.</summary>
    public static PrintedLabel Fill(LabelId id, Batch batch, Container container, LabelRenderer means) =>
        new(id, container.Id, container.Code, Contents(batch, container), ZonedTime.From(means.Local(container.Made)));

    /// <summary>A position, a box, a station, a piece of equipment, an account's badge, a lot of material, a tray or a command card by its code; null where the code names none of these.</summary>
    public static (LabelKind Kind, LabelWords Words)? FillThing(
        Lives lives,
        string code,
        IPrintLabels wanted,
        LabelRenderer means
    )
    {
        ArgumentNullException.ThrowIfNull(lives);
        // An old record may hold a code that cannot be printed: it is told as no thing.
        if (!OwnCode.IsOne(code))
            return null;
        var words = new LabelWords(wanted.Language, wanted.Dpi);
        if (lives.Positions.Values.FirstOrDefault(p => p.Code == code) is { } position)
            return (LabelKind.Position, words with { Title = position.Path });
        if (lives.Boxes.Values.FirstOrDefault(b => b.Code == code) is { } box)
            return (LabelKind.Box, words with { Title = box.Path, Detail = Places(box).In(words.Language) });
        if (lives.Equipment.Values.FirstOrDefault(e => e.Code == code) is { } piece)
            return (
                LabelKind.Equipment,
                words with
                {
                    Title = piece.Name,
                    Detail = piece.Serial is null ? piece.Room : $"{piece.Room} · {piece.Serial}",
                }
            );
        if (lives.Stations.Values.FirstOrDefault(s => s.Code == code) is { } station)
            return (LabelKind.Equipment, words with { Title = station.Name, Detail = station.Room });
        if (lives.People.Values.FirstOrDefault(p => p.Badge == code) is { } person)
            return (
                LabelKind.Badge,
                words with
                {
                    Title = person.UserName,
                    Detail = Words.Word(person.Roles.ToString(), words.Language),
                }
            );
        if (lives.Materials.Values.FirstOrDefault(m => m.Code == code) is { } lot)
            return (
                LabelKind.Material,
                words with
                {
                    Title = lot.Article,
                    Detail = $"{lot.Supplier} · {LotWord.In(words.Language)} {lot.Lot}",
                    Expiry = ZonedTime.From(means.Local(lot.Expiry)),
                }
            );
        if (lives.Trays.Values.Any(t => t.Code == code))
            return (
                LabelKind.Equipment,
                words with
                {
                    Title = TrayTitle.In(words.Language),
                    Detail = TrayDetail.In(words.Language),
                }
            );
        if (lives.HouseThing(code) is { } thing)
            return (
                LabelKind.Equipment,
                words with
                {
                    Title = thing.Name,
                    Detail = Things.All[thing.GetType()].Word.In(words.Language),
                }
            );
        if (CommandCards.Find(new OwnCode(code)) is not { } card)
            return null;
        return (
            LabelKind.CommandCard,
            words with
            {
                Title = Cards[card].Title.In(words.Language),
                Detail = Cards[card].Detail.In(words.Language),
            }
        );
    }

    private static LocalizedText Places(Box box) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{box.Rows * box.Columns} places, {box.Rows} × {box.Columns}"),
            string.Create(CultureInfo.InvariantCulture, $"{box.Rows * box.Columns} yer, {box.Rows} × {box.Columns}")
        );

    /// <summary>The words and codes of all labels that facts print.</summary>
    public static IEnumerable<(LabelWords Words, string Code)> Printed(IEnumerable<Custody.Fact> facts) =>
        facts.SelectMany(fact =>
            fact switch
            {
                LabelsPrinted f => f.Labels.Select(l =>
                    (f.Words with { Contents = l.Contents, Filled = l.Filled }, l.Code)
                ),
                LabelReprinted f =>
                [
                    (f.Words with { Contents = f.Label.Contents, Filled = f.Label.Filled }, f.Label.Code),
                ],
                ThingLabelPrinted f => [(f.Words, f.Code)],
                _ => Enumerable.Empty<(LabelWords, string)>(),
            }
        );

    private static string? Contents(Batch batch, Container container)
    {
        var said = new List<string>();
        if (container.VolumeUl > 0)
            said.Add($"{(container.VolumeUl / 1000m).ToString("0.0##", CultureInfo.InvariantCulture)} mL");
        if (container.Cells is { } cells)
            said.Add($"{(cells / 1_000_000m).ToString("0.0", CultureInfo.InvariantCulture)} × 10⁶");
        if (container.Kind is not ContainerKind.Collection)
            said.Add($"P{batch.Passage.ToString(CultureInfo.InvariantCulture)}");
        return said.Count == 0 ? null : string.Join(" · ", said);
    }
}
