namespace Medera.Lab.Release;

[Verb("release.reject", Roles.Releaser | Roles.Qa, Signs = "rejected")]
public sealed record RejectBatch(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : ReleaseAct,
        INameBatch,
        IReasoned;

[FactName("release.rejected")]
public sealed record BatchRejected(BatchId Batch) : ReleaseFact(Batch);
