namespace Medera.Lab.Web.Tests.Labels;

/// <summary>The longest content that the laboratory really has, for each kind of label.</summary>
internal static class SampleLabels
{
    public static readonly Printer Dpi203 = new("ZD421, 203 dpi", 203),
        Dpi300 = new("ZD421, 300 dpi", 300);

    public static LabelContent Make(LabelKind kind, string language = "en") => LongestContent.Make(kind, language);

    public static LabelLayout Layout(LabelKind kind, Printer printer, string language = "en") =>
        LabelLayout.Lay(BuiltInTemplates.Find(kind), Make(kind, language), printer, language, LabelTool.All);
}
