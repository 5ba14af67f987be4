namespace Medera.Lab.Release;

[Verb("release.revoke", Roles.Qa, Signs = "release revoked")]
public sealed record RevokeRelease(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : ReleaseAct,
        INameBatch,
        IReasoned;

[FactName("release.revoked")]
public sealed record ReleaseRevoked(BatchId Batch) : ReleaseFact(Batch);
