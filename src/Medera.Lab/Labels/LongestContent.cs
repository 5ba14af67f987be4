using System.Diagnostics;

namespace Medera.Lab.Labels;

/// <summary>The longest content that the laboratory really has, for each kind of label: what a template must hold before it is approved.</summary>
public static class LongestContent
{
    private static readonly DateTimeOffset Filled = new(2026, 11, 23, 14, 30, 0, TimeSpan.FromHours(3));

    /// <summary>A donor of whom everything must be said that can be.</summary>
    public static DonorStatus Reactive { get; } =
        new(
            Autologous: false,
            Evaluated: false,
            ["anti-HBc", "HTLV-I/II", "CMV"],
            RiskFactors: true,
            ToPatient: true,
            new LocalizedText(
                "Caution: New Drug – Limited by Federal law to investigational use",
                "Dikkat: Klinik araştırma ürünüdür; yalnızca onaylı araştırmada kullanılır"
            )
        );

    /// <summary>The patient's own cells, with everything tested.</summary>
    public static DonorStatus Own { get; } = new(Autologous: true, Evaluated: true, []);

    /// <summary>The content of a kind, in a language: Turkish for "tr", English else.</summary>
    public static LabelContent Make(LabelKind kind, string language)
    {
        var turkish = language == "tr";
        return kind switch
        {
            LabelKind.Box => Titled(
                "LN2-A › R2 › B2",
                turkish ? "Ana banka, yalnızca otolog, 9 × 9" : "Master bank, autologous only, 9 × 9",
                CodeKind.Position
            ),
            LabelKind.Position => Titled("LN2-A › R2 › B2 › 81", "", CodeKind.Position),
            LabelKind.Badge => Titled(
                "Wilhelmina Öztürk-Montgomery",
                turkish ? "Serbest bırakma yetkilisi" : "Quality control, releaser",
                CodeKind.Badge
            ),
            LabelKind.Equipment => Titled(
                turkish ? "Sıvı azot tankı LN2-A" : "Liquid nitrogen tank LN2-A",
                "Cryodiffusion B4075M · No. 20417-0093",
                CodeKind.Equipment
            ),
            LabelKind.Material => Titled(
                "DMEM-F12 GlutaMAX Supplement (500 mL)",
                turkish ? "Tedarikçi A.Ş. · lot 20417-0093-AX17" : "Supplier Company Ltd · lot 20417-0093-AX17",
                CodeKind.MaterialLot
            ) with
            {
                Expiry = Filled.AddYears(2),
            },
            LabelKind.CommandCard => Titled(
                turkish ? "SEÇİMİ GERİ AL" : "UNDO SELECTION",
                turkish
                    ? "Bekleyen ilk okutmayı unutur; hiçbir şey kaydedilmez"
                    : "Forgets the first scan that waits; nothing is recorded",
                CodeKind.CommandCard
            ),
            LabelKind.Tube
            or LabelKind.Cryovial
            or LabelKind.Bag
            or LabelKind.SyringeIntravenous
            or LabelKind.SyringeIntrathecal => OfProduct(kind, turkish),
            _ => throw new UnreachableException($"Nobody knows the longest content of a {kind}."),
        };
    }

    /// <summary>Everything that speaks against a template with that content, at either resolution and in both languages; each fault of an element once.</summary>
    public static IEnumerable<(LabelProblem Problem, int Dpi, string Language)> Problems(
        LabelTemplate template,
        LabelTools tools
    )
    {
        ArgumentNullException.ThrowIfNull(template);
        return (
            from language in new[] { "en", "tr" }
            from dpi in new[] { 203, 300 }
            from problem in LabelLayout
                .Lay(template, Make(template.Kind, language), new Printer("", dpi), language, tools)
                .Problems
            select (Problem: problem, Dpi: dpi, Language: language)
        ).DistinctBy(found => (found.Problem.Id, found.Problem.Element));
    }

    private static LabelContent OfProduct(LabelKind kind, bool turkish) =>
        new(OwnCode.Make(CodeKind.Container, "WM40MWZ5"))
        {
            Batch = "MSC-26-0417",
            Product = turkish ? "Mezenkimal stromal hücre, göbek kordonu" : "Mesenchymal stromal cells, umbilical cord",
            Contents = "100.0 mL · 150.0 × 10⁶ · P5",
            Subject = "P-10251",
            Filled = Filled,
            Expiry = Filled.AddYears(2),
            Storage = LabelFilling.Kept(KeptAt.BelowMinus150).In(turkish ? "tr" : "en"),
            Donor = kind is LabelKind.SyringeIntravenous or LabelKind.SyringeIntrathecal or LabelKind.Bag
                ? Reactive
                : Own,
        };

    private static LabelContent Titled(string title, string detail, CodeKind kind) =>
        new(OwnCode.Make(kind, "WM40MWZ5")) { Title = title, Detail = detail };
}
