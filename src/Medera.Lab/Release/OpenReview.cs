namespace Medera.Lab.Release;

[Act("review.open", Roles.Qa | Roles.Qc, "Open the review", "İncelemeyi aç", Offline.Release)]
public sealed record OpenReview(BatchId Batch) : ReleaseAct, INameBatch;

[FactName("review.opened")]
[Said("Review opened.", "İnceleme açıldı.")]
public sealed record ReviewOpened(BatchId Batch) : ReleaseFact(Batch);
