namespace Medera.Lab.Labels;

[Verb("label.change-draft", Roles.Technician | Roles.Qc | Roles.Qa)]
public sealed record ChangeTemplateDraft(LabelTemplateId Template, TemplateContent Content) : LabelAct, INameTemplate;

[FactName("label.template-changed")]
public sealed record TemplateDraftChanged(LabelTemplateId Template, TemplateContent Content) : TemplateFact(Template);
