namespace Medera.Lab.Labels;

/// <summary>The life of a version of a label template.</summary>
public enum TemplateState
{
    Draft,
    Approved,
    Retired,
}

/// <summary>
/// One version of a label template: drafted, approved by the signature of somebody who did not draft it, retired. It never changes
/// once it is approved; of one name, one version is in force.
/// </summary>
/// <param name="Edition">1 for the first of a name.</param>
/// <param name="Drafters">Who drafted or changed the draft; none of them approves it (rule R9).</param>
public sealed record TemplateVersion(
    LabelTemplateId Id,
    string Name,
    int Edition,
    TemplateState State,
    TemplateContent Content,
    IReadOnlyList<PersonId> Drafters,
    PersonId? ApprovedBy,
    DateTimeOffset? ApprovedAt
) : IThing<TemplateVersion, LabelTemplateId>
{
    /// <summary>The template as the layout draws it.</summary>
    public LabelTemplate Drawn() => Content.Drawn(Name, Edition);
}

/// <summary>What happens to a version of a label template.</summary>
public abstract record TemplateFact(LabelTemplateId Template) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Template);
}

/// <param name="For">The version that came into force in its place; null: none did.</param>
[FactName("label.template-retired")]
[Said(
    "Label template retired[; in its place: {for}].",
    "Etiket şablonu yürürlükten kaldırıldı[; yerine geçen: {for}]."
)]
public sealed record TemplateRetired(LabelTemplateId Template, LabelTemplateId? For) : TemplateFact(Template);
