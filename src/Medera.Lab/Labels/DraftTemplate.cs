namespace Medera.Lab.Labels;

/// <summary>The first or the next version of a name.</summary>
[Act(
    "label.draft-template",
    Roles.Technician | Roles.Qc | Roles.Qa,
    "Draft a label template",
    "Etiket şablonu taslağı hazırla",
    Offline.Decided
)]
public sealed record DraftTemplate([property: CodeText(Title = true)] string Name, TemplateContent Content) : LabelAct;

[FactName("label.template-drafted")]
[Said(
    "Label template {name}, version {edition}, drafted.",
    "{name} etiket şablonunun {edition}. sürümünün taslağı hazırlandı."
)]
public sealed record TemplateDrafted(LabelTemplateId Template, string Name, int Edition, TemplateContent Content)
    : TemplateFact(Template);
