namespace Medera.Lab.Labels;

/// <summary>Puts the version into force; the one in force before is retired by the same signature.</summary>
[Act(
    "label.approve-template",
    Roles.Qa,
    "Approve the label template",
    "Etiket şablonunu onayla",
    Offline.Signature,
    Signs = "label template approved"
)]
public sealed record ApproveTemplate(LabelTemplateId Template) : LabelAct, INameTemplate;

[FactName("label.template-approved")]
[Said("Label template approved.", "Etiket şablonu onaylandı.")]
public sealed record TemplateApproved(LabelTemplateId Template) : TemplateFact(Template);
