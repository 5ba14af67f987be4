namespace Medera.Lab.Custody;

public static partial class Apply
{
    /// <summary>Whatever happens to a label opens the count of its batch anew; only the counting itself closes it.</summary>
    private static Lives ToLabelled(Lives lives, Recorded recorded, Batch batch, LabelFact fact)
    {
        var counts = batch.Labels with { ReconciledAt = null };
        return lives.With(
            batch with
            {
                Labels = fact switch
                {
                    LabelsPrinted f => counts with { Issued = counts.Issued + f.Labels.Count },
                    LabelReprinted => counts with { Issued = counts.Issued + 1 },
                    LabelApplied => counts with { Applied = counts.Applied + 1 },
                    LabelVoided f => counts with
                    {
                        Applied =
                            lives.Labels[f.Label].State == LabelState.Applied ? counts.Applied - 1 : counts.Applied,
                        Voided = counts.Voided + 1,
                    },
                    LabelDestroyed => counts with { Voided = counts.Voided - 1, Destroyed = counts.Destroyed + 1 },
                    LabelsReconciled or LabelCountSettled => counts with { ReconciledAt = recorded.At },
                    _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
                },
            }
        );
    }
}
