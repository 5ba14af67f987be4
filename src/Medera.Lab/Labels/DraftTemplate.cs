namespace Medera.Lab.Labels;

/// <summary>The first or the next version of a name.</summary>
[Act(
    "label.draft-template",
    Roles.Technician | Roles.Qc | Roles.Qa,
    "Draft a label template",
    "Etiket şablonu taslağı hazırla",
    Offline.Decided
)]
public sealed record DraftTemplate([property: CodeText(Title = true)] string Name, TemplateContent Content)
    : LabelAct,
        INameNew
{
    /// <inheritdoc/>
    NewName INameNew.NewName => new(typeof(TemplateVersion), "name", Name, Editions: true);

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file)
    {
        var last = file.Lives.Templates.Values.Where(t => t.Name == Name).Select(t => t.Edition).DefaultIfEmpty().Max();
        return [new TemplateDrafted(new(file.Now.Id(0)), Name, last + 1, Content)];
    }

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => LabelFields.CheckContent(Content);
}

[FactName("label.template-drafted")]
[Said(
    "Label template {name}, version {edition}, drafted.",
    "{name} etiket şablonunun {edition}. sürümünün taslağı hazırlandı."
)]
public sealed record TemplateDrafted(LabelTemplateId Template, string Name, int Edition, TemplateContent Content)
    : TemplateFact(Template);
