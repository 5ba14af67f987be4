namespace Medera.Lab.Labels;

[Act(
    "label.retire-template",
    Roles.Qa,
    "Retire the label template",
    "Etiket şablonunu yürürlükten kaldır",
    Offline.Signature,
    Signs = "label template retired"
)]
public sealed record RetireTemplate(LabelTemplateId Template) : LabelAct, INameTemplate
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new TemplateRetired(Template, null)];
}
