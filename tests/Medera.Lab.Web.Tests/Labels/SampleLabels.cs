using Medera.Lab.Labels;
using Medera.Lab.Rules;
using Medera.Lab.Scanning;
using Medera.Lab.Web.Labels;

namespace Medera.Lab.Web.Tests.Labels;

/// <summary>The longest content that the laboratory really has, for each kind of label.</summary>
internal static class SampleLabels
{
    public static readonly Printer Dpi203 = new("ZD421, 203 dpi", 203), Dpi300 = new("ZD421, 300 dpi", 300);

    private static readonly DateTimeOffset Filled = new(2026, 11, 23, 14, 30, 0, TimeSpan.FromHours(3));

    /// <summary>A donor of whom everything must be said that can be.</summary>
    public static readonly DonorStatus Reactive = new(Autologous: false, Evaluated: false, ["anti-HBc", "HTLV-I/II", "CMV"], RiskFactors: true, ToPatient: true,
        new Say("Caution: New Drug – Limited by Federal law to investigational use", "Dikkat: Klinik araştırma ürünüdür; yalnızca onaylı araştırmada kullanılır"));

    /// <summary>The patient's own cells, with everything tested.</summary>
    public static readonly DonorStatus Own = new(Autologous: true, Evaluated: true, []);

    public static LabelContent Of(LabelKind kind, string language = "en") => kind switch
    {
        LabelKind.Box => Titled("LN2-A › R2 › B2", language == "tr" ? "Ana banka, yalnızca otolog, 9 × 9" : "Master bank, autologous only, 9 × 9", CodeKind.Position),
        LabelKind.Position => Titled("LN2-A › R2 › B2 › 81", "", CodeKind.Position),
        LabelKind.Badge => Titled("Wilhelmina Öztürk-Montgomery", language == "tr" ? "Serbest bırakma yetkilisi" : "Quality control, releaser", CodeKind.Badge),
        LabelKind.Equipment => Titled(language == "tr" ? "Sıvı azot tankı LN2-A" : "Liquid nitrogen tank LN2-A", "Cryodiffusion B4075M · No. 20417-0093", CodeKind.Equipment),
        LabelKind.CommandCard => Titled(language == "tr" ? "SEÇİMİ GERİ AL" : "UNDO SELECTION", language == "tr" ? "Bekleyen ilk okutmayı unutur; hiçbir şey kaydedilmez" : "Forgets the first scan that waits; nothing is recorded", CodeKind.CommandCard),
        _ => OfProduct(kind, language),
    };

    public static LabelLayout Layout(LabelKind kind, Printer printer, string language = "en") =>
        LabelLayout.Of(BuiltInTemplates.Of(kind), Of(kind, language), printer, language, LabelTool.All);

    private static LabelContent OfProduct(LabelKind kind, string language) => new(OwnCode.Make(CodeKind.Container, "WM40MWZ5"))
    {
        Batch = "MSC-26-0417",
        Product = language == "tr" ? "Mezenkimal stromal hücre, göbek kordonu" : "Mesenchymal stromal cells, umbilical cord",
        Contents = "100.0 mL · 150.0 × 10⁶ · P5",
        Subject = "P-10251",
        Filled = Filled,
        Expiry = Filled.AddYears(2),
        Storage = language == "tr" ? "−150 °C altında, buhar fazında" : "Below −150 °C, vapour phase",
        Donor = kind is LabelKind.SyringeIntravenous or LabelKind.SyringeIntrathecal or LabelKind.Bag ? Reactive : Own,
    };

    private static LabelContent Titled(string title, string detail, CodeKind kind) =>
        new(OwnCode.Make(kind, "WM40MWZ5")) { Title = title, Detail = detail };
}
