namespace Medera.Lab.Release;

[Act(
    "review.trail",
    Roles.Qa,
    "Review the audit trail",
    "Denetim izini incele",
    Offline.Release,
    Signs = "audit trail reviewed"
)]
[WaitedFor(10, BatchState.UnderReview)]
public sealed record ReviewTrail(BatchId Batch) : ReleaseAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 10;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch is { State: BatchState.UnderReview, Unreviewed: > 0 }
            ? new ReviewTrail(standing.Batch.Id)
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new TrailReviewed(file.TheBatch.Id, file.BatchVersion)];
}

/// <param name="Upto">The stream's version up to which the trail was read.</param>
[FactName("review.trail-reviewed")]
[Said("Audit trail reviewed up to record {upto}.", "Denetim izi {upto}. kayda kadar incelendi.")]
public sealed record TrailReviewed(BatchId Batch, int Upto) : ReleaseFact(Batch);
