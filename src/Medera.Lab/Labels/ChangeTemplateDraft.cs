namespace Medera.Lab.Labels;

[Act(
    "label.change-draft",
    Roles.Technician | Roles.Qc | Roles.Qa,
    "Change the draft of a label template",
    "Etiket şablonu taslağını değiştir",
    Offline.Decided
)]
public sealed record ChangeTemplateDraft(LabelTemplateId Template, TemplateContent Content) : LabelAct, INameTemplate
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new TemplateDraftChanged(Template, Content)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => LabelFields.CheckContent(Content);
}

[FactName("label.template-changed")]
[Said("Draft of the label template changed.", "Etiket şablonu taslağı değiştirildi.")]
public sealed record TemplateDraftChanged(LabelTemplateId Template, TemplateContent Content) : TemplateFact(Template);
