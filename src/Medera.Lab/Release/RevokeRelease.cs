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
        IReasoned,
        INextStep
{
    /// <inheritdoc/>
    public static int Place => 15;

    /// <inheritdoc/>
    public static bool Undoes => true;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch.State == BatchState.Released ? new RevokeRelease(standing.Batch.Id, Reasons.All[0], null) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new ReleaseRevoked(file.TheBatch.Id)];
}

[FactName("release.revoked")]
[Said("Release revoked; back in quarantine.", "Serbest bırakma geri alındı; yeniden karantinada.")]
public sealed record ReleaseRevoked(BatchId Batch) : ReleaseFact(Batch);
