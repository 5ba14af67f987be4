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
                    Drafters = Joined(template.Drafters, [recorded.By]),
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

    /// <summary>Whatever happens to a label opens the count of its batch anew; only the counting itself closes it.</summary>
    private static Lives ToLabelled(Lives lives, Recorded recorded, Batch batch, LabelFact fact)
    {
        var counts = batch.Labels with { ReconciledAt = null };
        switch (fact)
        {
            case LabelsPrinted f:
                lives = f.Labels.Aggregate(
                    lives,
                    (l, one) => l.With(Printed(recorded, f.Batch, f.Template, f.Kind, f.Words, one, null))
                );
                return lives.With(batch with { Labels = counts with { Issued = counts.Issued + f.Labels.Count } });
            case LabelReprinted f:
                return lives
                    .With(Printed(recorded, f.Batch, f.Template, f.Kind, f.Words, f.Label, f.Replaces))
                    .With(batch with { Labels = counts with { Issued = counts.Issued + 1 } });
            case LabelApplied f:
                return lives
                    .With(Moved(lives.Labels[f.Label], f, recorded))
                    .With(batch with { Labels = counts with { Applied = counts.Applied + 1 } });
            case LabelVoided f:
                var before = lives.Labels[f.Label];
                var left = before.State == LabelState.Applied ? counts.Applied - 1 : counts.Applied;
                return lives
                    .With(Moved(before, f, recorded))
                    .With(batch with { Labels = counts with { Applied = left, Voided = counts.Voided + 1 } });
            case LabelDestroyed f:
                return lives
                    .With(Moved(lives.Labels[f.Label], f, recorded))
                    .With(
                        batch with
                        {
                            Labels = counts with { Voided = counts.Voided - 1, Destroyed = counts.Destroyed + 1 },
                        }
                    );
            case LabelsReconciled or LabelCountSettled:
                return lives.With(batch with { Labels = counts with { ReconciledAt = recorded.At } });
            default:
                throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold.");
        }
    }

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
