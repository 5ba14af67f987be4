namespace Medera.Lab.Release;

[Verb("review.open", Roles.Qa | Roles.Qc)]
public sealed record OpenReview(BatchId Batch) : ReleaseAct, INameBatch;

[FactName("review.opened")]
public sealed record ReviewOpened(BatchId Batch) : ReleaseFact(Batch);
