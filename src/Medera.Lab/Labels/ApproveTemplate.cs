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
public sealed record ApproveTemplate(LabelTemplateId Template) : LabelAct, INameTemplate
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [.. InForce(file).Select(t => new TemplateRetired(t.Id, Template)), new TemplateApproved(Template)];

    /// <summary>The version that is in force under the name of the one that is approved.</summary>
    private static IEnumerable<TemplateVersion> InForce(CaseFile file) =>
        file.Lives.Templates.Values.Where(t =>
            t.Name == file.TheTemplate.Name && t.Id != file.TheTemplate.Id && t.State == TemplateState.Approved
        );
}

[FactName("label.template-approved")]
[Said("Label template approved.", "Etiket şablonu onaylandı.")]
public sealed record TemplateApproved(LabelTemplateId Template) : TemplateFact(Template);
