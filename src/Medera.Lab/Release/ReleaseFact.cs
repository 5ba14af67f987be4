using Medera.Lab.Batches;
using Medera.Lab.Custody;

namespace Medera.Lab.Release;

/// <summary>Review and disposition of a batch.</summary>
public abstract record ReleaseFact(BatchId Batch) : BatchFact(Batch)
{
    [FactName("review.opened")]
    public sealed record ReviewOpened(BatchId Batch) : ReleaseFact(Batch);

    /// <param name="Upto">The stream's version up to which the trail was read.</param>
    [FactName("review.trail-reviewed")]
    public sealed record TrailReviewed(BatchId Batch, int Upto) : ReleaseFact(Batch);

    [FactName("review.returned")]
    public sealed record ReviewReturned(BatchId Batch) : ReleaseFact(Batch);

    /// <summary>A signature that is not the last of the programme's plan.</summary>
    [FactName("release.signed")]
    public sealed record ReleaseSigned(BatchId Batch) : ReleaseFact(Batch);

    [FactName("release.final")]
    public sealed record ReleasedFinally(BatchId Batch, PersonId FirstSigner) : ReleaseFact(Batch);

    [FactName("release.rejected")]
    public sealed record BatchRejected(BatchId Batch) : ReleaseFact(Batch);

    [FactName("release.revoked")]
    public sealed record ReleaseRevoked(BatchId Batch) : ReleaseFact(Batch);

    [FactName("batch.depleted")]
    public sealed record Depleted(BatchId Batch) : ReleaseFact(Batch);

    [FactName("batch.closed")]
    public sealed record BatchClosed(BatchId Batch) : ReleaseFact(Batch);
}
