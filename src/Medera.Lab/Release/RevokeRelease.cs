namespace Medera.Lab.Release;

[Act(
    "release.revoke",
    Roles.Qa,
    "Revoke the release",
    "Serbest bırakmayı geri al",
    Offline.Release,
    Signs = "release revoked"
)]
public sealed record RevokeRelease(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : ReleaseAct,
        INameBatch,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new ReleaseRevoked(file.TheBatch.Id)];
}

[FactName("release.revoked")]
[Said("Release revoked; back in quarantine.", "Serbest bırakma geri alındı; yeniden karantinada.")]
public sealed record ReleaseRevoked(BatchId Batch) : ReleaseFact(Batch);
