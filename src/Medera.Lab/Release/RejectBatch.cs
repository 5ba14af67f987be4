namespace Medera.Lab.Release;

[Act(
    "release.reject",
    Roles.Releaser | Roles.Qa,
    "Reject the batch",
    "Partiyi reddet",
    Offline.Release,
    Signs = "rejected"
)]
public sealed record RejectBatch(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : ReleaseAct,
        INameBatch,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new BatchRejected(file.TheBatch.Id)];
}

[FactName("release.rejected")]
[Said("Batch rejected.", "Parti reddedildi.")]
public sealed record BatchRejected(BatchId Batch) : ReleaseFact(Batch);
