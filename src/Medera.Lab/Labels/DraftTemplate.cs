namespace Medera.Lab.Labels;

/// <summary>The first or the next version of a name.</summary>
[Verb("label.draft-template", Roles.Technician | Roles.Qc | Roles.Qa)]
public sealed record DraftTemplate([property: CodeText(Title = true)] string Name, TemplateContent Content) : LabelAct;

[FactName("label.template-drafted")]
public sealed record TemplateDrafted(LabelTemplateId Template, string Name, int Edition, TemplateContent Content)
    : TemplateFact(Template);
