namespace Medera.Lab.Processing;

/// <summary>What the facts of a batch change of it beside its state.</summary>
internal static class BatchContent
{
    private static readonly Type[] Making = [typeof(CollectionFact), typeof(ProcessingFact), typeof(MaterialUseFact)];

    /// <summary>A batch as it is planned: nothing in it.</summary>
    public static Batch Planned(BatchPlanned fact, Recorded told) =>
        new(
            fact.Batch,
            fact.Number,
            fact.Origin,
            fact.Donor,
            fact.Patient,
            fact.Coi,
            fact.Protocol,
            BatchState.Planned,
            StateSince: told.At,
            PlannedAt: told.At,
            VolumeUl: 0,
            Cells: null,
            Viability: null,
            SeededCells: null,
            Passage: 0,
            Doublings: 0m,
            Vessels: 0,
            Products: 0,
            Living: 0,
            Expiry: null,
            Makers: [],
            Testers: [],
            Unreviewed: 1,
            FirstSignature: null,
            LabelCounts.None
        );

    /// <summary>What every fact of the stream does: another state, one more for the trail review, and who had a hand in it.</summary>
    public static Batch Moved(Batch batch, BatchState to, Recorded told) =>
        batch with
        {
            State = to,
            StateSince = to == batch.State ? batch.StateSince : told.Happened ?? told.At,
            // The signature itself is no event that somebody must review before the next one.
            Unreviewed = told.Fact is ReleaseSigned ? batch.Unreviewed : batch.Unreviewed + 1,
            Makers = IsMaking(told.Fact) ? batch.Makers.Joined(told.Hands) : batch.Makers,
            Testers = told.Fact is ResultEntered or ResultsVerified or ResultCorrected
                ? batch.Testers.Joined(told.Hands)
                : batch.Testers,
        };

    public static Batch Passaged(Lives before, Batch batch, CellsPassaged fact, Recorded told) =>
        batch with
        {
            Passage = batch.Passage + 1,
            Cells = fact.Cells,
            Viability = fact.Viability,
            SeededCells = fact.Reseeded,
            Doublings = batch.Doublings + fact.Doublings,
            Vessels = batch.Vessels - InCulture(before, fact.From, fact.Lost) + fact.Vessels.Count,
        };

    public static Batch Pooled(Lives before, Batch batch, VesselsPooled fact, Recorded told) =>
        batch with
        {
            Vessels = batch.Vessels - InCulture(before, [fact.From]),
        };

    public static Batch Harvested(Lives before, Batch batch, CellsHarvested fact, Recorded told) =>
        batch with
        {
            VolumeUl = fact.VolumeUl,
            Cells = fact.Cells,
            Viability = fact.Viability,
            Doublings = batch.Doublings + fact.Doublings,
            Vessels = batch.Vessels - InCulture(before, fact.From, fact.Lost),
        };

    public static Batch Signed(Batch batch, ReleaseSigned fact, Recorded told) =>
        batch with
        {
            FirstSignature = told.Signature is { } s
                ? new ReleaseSignature(s.Signer, told.At, told.Version - 1, s.Over, s.Heads)
                : throw new ImpossibleMoveException("A release signature without its signature."),
        };

    /// <summary>A first signature that waits for the next one is void.</summary>
    public static Batch Unsigned(Batch batch, ReleaseFact fact, Recorded told) => batch with { FirstSignature = null };

    public static Batch Printed(Batch batch, LabelsPrinted fact, Recorded told) =>
        Counted(batch, counts => counts with { Issued = counts.Issued + fact.Labels.Count });

    public static Batch Printed(Batch batch, LabelReprinted fact, Recorded told) =>
        Counted(batch, counts => counts with { Issued = counts.Issued + 1 });

    public static Batch Applied(Batch batch, LabelApplied fact, Recorded told) =>
        Counted(batch, counts => counts with { Applied = counts.Applied + 1 });

    public static Batch Voided(Lives before, Batch batch, LabelVoided fact, Recorded told) =>
        Counted(
            batch,
            counts =>
                counts with
                {
                    Applied =
                        before.Labels[fact.Label].State == LabelState.Applied ? counts.Applied - 1 : counts.Applied,
                    Voided = counts.Voided + 1,
                }
        );

    public static Batch Destroyed(Batch batch, LabelDestroyed fact, Recorded told) =>
        Counted(batch, counts => counts with { Voided = counts.Voided - 1, Destroyed = counts.Destroyed + 1 });

    public static Batch Reconciled(Batch batch, LabelFact fact, Recorded told) =>
        batch with
        {
            Labels = batch.Labels with { ReconciledAt = told.At },
        };

    /// <summary>The counts of what is there, after a fact of one container.</summary>
    public static Batch WithoutEnded(Lives before, Batch batch, ContainerFact fact, Recorded told)
    {
        var was = before.Containers[fact.Container];
        var state = ContainerLife.Table.After(was, told);
        if (was.Kind == ContainerKind.Product && Container.IsEnd(state) && !was.Ended)
            return batch with { Living = batch.Living - 1 };
        // A vessel broken, lost or discarded is in culture no more: the others can still be harvested.
        return was.InCulture && state != ContainerState.InCulture ? batch with { Vessels = batch.Vessels - 1 } : batch;
    }

    /// <summary>Whatever happens to a label opens the count of its batch anew; only the counting itself closes it.</summary>
    private static Batch Counted(Batch batch, Func<LabelCounts, LabelCounts> counted) =>
        batch with
        {
            Labels = counted(batch.Labels with { ReconciledAt = null }),
        };

    private static int InCulture(Lives before, params IEnumerable<ContainerId>[] named) =>
        named.SelectMany(ids => ids).Count(id => before.Containers[id].InCulture);

    /// <summary>What is claimed to have been made, and could not follow any more, was made by somebody all the same.</summary>
    private static bool IsMaking(Fact fact) =>
        Making.Any(kind => kind.IsInstanceOfType(fact))
        || (
            fact is ClaimedLate late
            && FactNames.Latest(late.Claimed) is { } claimed
            && Making.Any(claimed.IsSubclassOf)
        );
}
