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
public sealed record ReviewTrail(BatchId Batch) : ReleaseAct, INameBatch
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new TrailReviewed(file.TheBatch.Id, file.BatchVersion)];
}

/// <param name="Upto">The stream's version up to which the trail was read.</param>
[FactName("review.trail-reviewed")]
[Said("Audit trail reviewed up to record {upto}.", "Denetim izi {upto}. kayda kadar incelendi.")]
public sealed record TrailReviewed(BatchId Batch, int Upto) : ReleaseFact(Batch);
