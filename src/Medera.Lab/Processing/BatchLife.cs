using static Medera.Lab.Processing.BatchState;

namespace Medera.Lab.Processing;

/// <summary>
/// The life of a batch as a table: what is not listed is refused (rule R22; states and conditions: the domain, §3). Time moves no
/// state. Its containers have a table of their own beside this one; what a fact does to both stands in both.
/// </summary>
internal static class BatchLife
{
    private static readonly BatchState[] Always = Enum.GetValues<BatchState>();

    // Results come in while there is something to release or to look into.
    private static readonly BatchState[] Tested = [InProcess, Filled, Quarantine, UnderReview, Released];

    // What there is to label is there from the collection to the last vial.
    private static readonly BatchState[] Labelled =
    [
        Collected,
        Received,
        InProcess,
        Filled,
        Quarantine,
        UnderReview,
        Released,
    ];

    /// <summary>The table.</summary>
    public static readonly Life<Batch, BatchState> Table = new Life<Batch, BatchState>(
        state: batch => batch.State,
        moved: BatchContent.Moved,
        late: LateRecords.OfBatch
    )
        .Begins<BatchPlanned>(Planned, BatchContent.Planned)
        .Moved<CollectionCompleted>(fact => fact.Batch, Collected, from: [Planned])
        .Moved<CollectionFailed>(fact => fact.Batch, Terminated, from: [Planned, Collected])
        .Moved<BatchCancelled>(fact => fact.Batch, Cancelled, from: [Planned])
        .Moved<ContainerReceived>(
            fact => fact.Batch,
            Received,
            from: [Collected],
            (batch, fact, _) => batch with { VolumeUl = fact.VolumeUl }
        )
        .Moved<ReceiptRejected>(fact => fact.Batch, Rejected, from: [Collected])
        .Moved<ProcessingStarted>(fact => fact.Batch, InProcess, from: [Received])
        .Changed<LineCleared>(fact => fact.Batch, [Received, InProcess])
        .Changed<CellsIsolated>(
            fact => fact.Batch,
            [InProcess],
            (batch, fact, _) => batch with { VolumeUl = fact.VolumeUl, Cells = fact.Cells, Viability = fact.Viability }
        )
        .Changed<CellsSeeded>(
            fact => fact.Batch,
            [InProcess],
            (batch, fact, _) =>
                batch with
                {
                    SeededCells = fact.Cells,
                    VolumeUl = 0,
                    Vessels = batch.Vessels + fact.Vessels.Count,
                }
        )
        .Changed<MediumChanged>(fact => fact.Batch, [InProcess])
        .Changed<MediumSampled>(fact => fact.Batch, [InProcess])
        .Changed<CellsPassaged>(fact => fact.Batch, [InProcess], BatchContent.Passaged)
        .Changed<VesselDivided>(
            fact => fact.Batch,
            [InProcess],
            (batch, _, _) => batch with { Vessels = batch.Vessels + 1 }
        )
        .Changed<VesselsPooled>(fact => fact.Batch, [InProcess], BatchContent.Pooled)
        .Changed<CellsCounted>(
            fact => fact.Batch,
            [InProcess],
            (batch, fact, _) => batch with { Cells = fact.Cells, Viability = fact.Viability }
        )
        .Changed<CellsHarvested>(fact => fact.Batch, [InProcess], BatchContent.Harvested)
        .Moved<ContainersFilled>(
            fact => fact.Batch,
            Filled,
            from: [InProcess],
            (batch, fact, _) =>
                batch with
                {
                    VolumeUl = 0,
                    Products = batch.Products + fact.Products.Count,
                    Living = batch.Living + fact.Products.Count,
                }
        )
        .Moved<BatchFrozen>(
            fact => fact.Batch,
            Quarantine,
            from: [Filled],
            (batch, fact, _) => batch with { Expiry = fact.Expiry }
        )
        .Moved<BatchTerminated>(
            fact => fact.Batch,
            Terminated,
            from: [Collected, Received, InProcess, Filled, Quarantine]
        )
        // From the receipt to the freezer, and what was frozen is put there after.
        .Changed<EquipmentUsed>(fact => fact.Batch, [Received, InProcess, Filled, Quarantine])
        .Changed<MaterialConsumed>(fact => fact.Batch, [Received, InProcess, Filled])
        .Moved<ReviewOpened>(fact => fact.Batch, UnderReview, from: [Quarantine])
        .Changed<TrailReviewed>(
            fact => fact.Batch,
            [UnderReview],
            (batch, _, _) => batch with { Unreviewed = 0, FirstSignature = null }
        )
        .Moved<ReviewReturned>(fact => fact.Batch, Quarantine, from: [UnderReview], BatchContent.Unsigned)
        .Changed<ReleaseSigned>(fact => fact.Batch, [UnderReview], BatchContent.Signed)
        .Moved<BatchReleased>(fact => fact.Batch, Released, from: [UnderReview], BatchContent.Unsigned)
        .Moved<BatchRejected>(fact => fact.Batch, Rejected, from: [UnderReview, Quarantine], BatchContent.Unsigned)
        .Moved<ReleaseRevoked>(fact => fact.Batch, Quarantine, from: [Released], BatchContent.Unsigned)
        .Moved<BatchDepleted>(fact => fact.Batch, Depleted, from: [Released])
        .Moved<BatchClosed>(fact => fact.Batch, Closed, from: [Rejected, Terminated, Depleted])
        .Changed<ResultEntered>(fact => fact.Batch, Tested)
        .Changed<ResultsVerified>(fact => fact.Batch, Tested)
        .Changed<ResultCorrected>(fact => fact.Batch, Tested)
        .Changed<DeviationOpened>(fact => fact.Batch, Always)
        .Changed<DeviationAssessed>(fact => fact.Batch, Always)
        .Changed<DeviationClosed>(fact => fact.Batch, Always)
        .Changed<ClaimedLate>(fact => fact.Batch, Always)
        .Changed<RecordCorrected>(fact => fact.Batch, Always)
        .Changed<LabelsPrinted>(fact => fact.Batch, Labelled, BatchContent.Printed)
        .Changed<LabelReprinted>(fact => fact.Batch, Labelled, BatchContent.Printed)
        // Paper is voided, destroyed and counted whenever.
        .Changed<LabelApplied>(fact => fact.Batch, Always, BatchContent.Applied)
        .Changed<LabelVoided>(fact => fact.Batch, Always, BatchContent.Voided)
        .Changed<LabelDestroyed>(fact => fact.Batch, Always, BatchContent.Destroyed)
        .Changed<LabelsReconciled>(fact => fact.Batch, Always, BatchContent.Reconciled)
        .Changed<LabelCountSettled>(fact => fact.Batch, Always, BatchContent.Reconciled)
        .Touched<ContainerFact>(fact => fact.Batch, BatchContent.WithoutEnded);
}
