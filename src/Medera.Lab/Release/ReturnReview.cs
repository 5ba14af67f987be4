namespace Medera.Lab.Release;

[Verb("review.return", Roles.Qa | Roles.Releaser)]
public sealed record ReturnReview(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : ReleaseAct,
        INameBatch,
        IReasoned;

[FactName("review.returned")]
public sealed record ReviewReturned(BatchId Batch) : ReleaseFact(Batch);
