namespace Medera.Lab.Labels;

/// <summary>One version of a label template.</summary>
public readonly record struct LabelTemplateId(Guid Value) : IIdOf<TemplateVersion>;

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
) : IThing<TemplateVersion, LabelTemplateId>, IDeclared
{
    private static readonly Life<TemplateVersion, TemplateState> Life = new Life<TemplateVersion, TemplateState>(
        state: template => template.State,
        moved: (template, to, _) => template with { State = to }
    )
        .Begins<TemplateDrafted>(
            (fact, told) =>
                new TemplateVersion(
                    fact.Template,
                    fact.Name,
                    fact.Edition,
                    TemplateState.Draft,
                    fact.Content,
                    Drafters: [told.By],
                    ApprovedBy: null,
                    ApprovedAt: null
                )
        )
        .Changed<TemplateDraftChanged>(
            fact => fact.Template,
            [TemplateState.Draft],
            (template, fact, told) =>
                template with
                {
                    Content = fact.Content,
                    Drafters = template.Drafters.Contains(told.By)
                        ? template.Drafters
                        : [.. template.Drafters, told.By],
                }
        )
        .Moved<TemplateApproved>(
            fact => fact.Template,
            TemplateState.Approved,
            from: [TemplateState.Draft],
            (template, _, told) => template with { ApprovedBy = told.By, ApprovedAt = told.At }
        )
        .Moved<TemplateRetired>(fact => fact.Template, TemplateState.Retired, from: [TemplateState.Approved]);

    static Declared IDeclared.Kind { get; } =
        new(
            "label-template",
            new("label template", "etiket şablonu"),
            Icon: "print",
            Page: "/labels/templates",
            Code: null,
            Life
        )
        {
            Answered = "template",
        };

    string? IThing.Called => Name;

    /// <summary>The template as the layout draws it.</summary>
    public LabelTemplate Drawn() => Content.Drawn(Name, Edition);
}

/// <summary>What happens to a version of a label template.</summary>
public abstract record TemplateFact(LabelTemplateId Template) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.For(Template);
}

/// <param name="For">The version that came into force in its place; null: none did.</param>
[FactName("label.template-retired")]
[Said(
    "Label template retired[; in its place: {for}].",
    "Etiket şablonu yürürlükten kaldırıldı[; yerine geçen: {for}]."
)]
public sealed record TemplateRetired(LabelTemplateId Template, LabelTemplateId? For) : TemplateFact(Template);
