namespace Medera.Lab.Labels;

[Verb("label.retire-template", Roles.Qa, Signs = "label template retired")]
public sealed record RetireTemplate(LabelTemplateId Template) : LabelAct, INameTemplate;
