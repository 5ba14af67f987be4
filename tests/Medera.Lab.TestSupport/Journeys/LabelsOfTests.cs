using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.TestSupport.Journeys;

/// <summary>Labels without a typeface: each letter is a third of the em wide. The real one is measured where the application is tested.</summary>
public static class LabelsOfTests
{
    public static readonly LabelRenderer Means = new(
        new LabelTools(
            (text, _) => new TextSize(text.Length / 3m, 0.74m, 0.2m, string.Concat(text.Where(c => c == '\u2603'))),
            _ => new BitMatrix(21, 21, (row, column) => (row + column) % 2 == 0)
        ),
        at => at.ToOffset(TimeSpan.FromHours(3))
    );

    public static TemplateContent Content(LabelKind kind) => TemplateContent.From(BuiltInTemplates.Find(kind));

    /// <summary>A draft of Ayşe's.</summary>
    public static LabelTemplateId Drafted(Laboratory lab, TemplateContent content, string? name = null) =>
        (
            (TemplateDrafted)
                lab.Must(Ayse, new DraftTemplate(name ?? $"template {lab.History.Count}", content)).Facts[0]
        ).Template;

    /// <summary>A version that Emre approved.</summary>
    public static LabelTemplateId Approved(Laboratory lab, LabelKind kind, string? name = null)
    {
        var id = Drafted(lab, Content(kind), name);
        lab.Must(Emre, new ApproveTemplate(id));
        return id;
    }

    public static PrintLabels PrintOf(Journey journey, LabelTemplateId template, params string[] containers) =>
        new(journey.Batch, ContainerCode.Each(containers), template, "en", 203, KeptAt.BelowMinus150);

    /// <summary>Every vial of a batch bears a label that nobody has scanned back.</summary>
    public static LabelTemplateId Printed(Journey journey)
    {
        var template = Approved(journey.Lab, LabelKind.Cryovial);
        journey.Lab.Must(Ayse, PrintOf(journey, template, journey.Vials));
        return template;
    }

    public static Label LabelOf(Journey journey, string code) =>
        journey.Lab.Lives.Labels.Values.Where(l => l.Code == code && l.Live).Single();

    public static ApplyLabel ApplyOf(Journey journey, string code) => new(LabelOf(journey, code).Id, code);

    public static ReprintLabel ReprintOf(Journey journey, LabelTemplateId template, string code) =>
        new(LabelOf(journey, code).Id, template, "tr", 300, KeptAt.BelowMinus150, "label-damaged", null);

    public static LabelCounts Counts(Journey journey) => journey.TheBatch.Labels;
}
