namespace Medera.Lab.Labels;

/// <summary>Puts the version into force; the one in force before is retired by the same signature.</summary>
[Verb("label.approve-template", Roles.Qa, Signs = "label template approved")]
public sealed record ApproveTemplate(LabelTemplateId Template) : LabelAct, INameTemplate;

[FactName("label.template-approved")]
public sealed record TemplateApproved(LabelTemplateId Template) : TemplateFact(Template);
