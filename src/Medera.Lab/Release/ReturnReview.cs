namespace Medera.Lab.Release;

[Act("review.return", Roles.Qa | Roles.Releaser, "Return to quarantine", "Karantinaya geri gönder", Offline.Release)]
public sealed record ReturnReview(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : ReleaseAct,
        INameBatch,
        IReasoned,
        INextStep
{
    /// <inheritdoc/>
    public static int Place => 14;

    /// <inheritdoc/>
    public static bool Undoes => true;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch.State == BatchState.UnderReview
            ? new ReturnReview(standing.Batch.Id, Reasons.All[0], null)
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new ReviewReturned(file.TheBatch.Id)];
}

[FactName("review.returned")]
[Said("Returned from review to quarantine.", "İncelemeden karantinaya geri gönderildi.")]
public sealed record ReviewReturned(BatchId Batch) : ReleaseFact(Batch);
