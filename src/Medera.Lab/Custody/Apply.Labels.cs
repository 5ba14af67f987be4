namespace Medera.Lab.Custody;

public static partial class Apply
{
    private static Lives ToTemplate(Lives lives, Recorded recorded, TemplateFact fact)
    {
        if (fact is TemplateDrafted drafted)
            return lives.With(
                new TemplateVersion(
                    drafted.Template,
                    drafted.Name,
                    drafted.Edition,
                    TemplateState.Draft,
                    drafted.Content,
                    [recorded.By],
                    null,
                    null
                )
            );
        var template = lives.Templates[fact.Template];
        return lives.With(
            fact switch
            {
                TemplateDraftChanged f => template with
                {
                    Content = f.Content,
                    Drafters = template.Drafters.Joined([recorded.By]),
                },
                TemplateApproved => template with
                {
                    State = TemplateState.Approved,
                    ApprovedBy = recorded.By,
                    ApprovedAt = recorded.At,
                },
                TemplateRetired => template with { State = TemplateState.Retired },
                _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
            }
        );
    }

    private static Lives ToLabelled(Lives lives, Recorded recorded, LabelFact fact) =>
        fact switch
        {
            LabelsPrinted f => f.Labels.Aggregate(
                lives,
                (l, one) => l.With(Printed(recorded, f.Batch, f.Template, f.Kind, f.Words, one, null))
            ),
            LabelReprinted f => lives.With(
                Printed(recorded, f.Batch, f.Template, f.Kind, f.Words, f.Label, f.Replaces)
            ),
            LabelApplied f => lives.With(Moved(lives.Labels[f.Label], f, recorded)),
            LabelVoided f => lives.With(Moved(lives.Labels[f.Label], f, recorded)),
            LabelDestroyed f => lives.With(Moved(lives.Labels[f.Label], f, recorded)),
            LabelsReconciled or LabelCountSettled => lives,
            _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
        };

    private static Label Printed(
        Recorded recorded,
        BatchId batch,
        LabelTemplateId template,
        LabelKind kind,
        LabelWords words,
        PrintedLabel one,
        LabelId? replaces
    ) =>
        new(
            one.Id,
            batch,
            one.Container,
            one.Code,
            kind,
            template,
            LabelState.Printed,
            recorded.At,
            recorded.At,
            recorded.By,
            replaces,
            words with
            {
                Contents = one.Contents,
                Filled = one.Filled,
            }
        );

    private static Label Moved(Label label, LabelFact fact, Recorded recorded) =>
        label with
        {
            State =
                Moves.Next(label.State, fact)
                ?? throw new ImpossibleMoveException(
                    $"{fact.GetType().Name} cannot follow on {label.State} of the label {label.Code}."
                ),
            Since = recorded.At,
            LastBy = recorded.By,
        };
}
