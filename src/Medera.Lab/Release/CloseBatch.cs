namespace Medera.Lab.Release;

[Act("batch.close", Roles.Qa, "Close the batch", "Partiyi kapat", Offline.Release)]
[WaitedFor(14, BatchState.Rejected, BatchState.Terminated, BatchState.Depleted)]
public sealed record CloseBatch(BatchId Batch) : ReleaseAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 16;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch.State is BatchState.Rejected or BatchState.Terminated or BatchState.Depleted
            ? new CloseBatch(standing.Batch.Id)
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new BatchClosed(file.TheBatch.Id)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.TheBatch.Living + file.TheBatch.Vessels is > 0 and var unaccounted
            ? [MoveRules.StepsInOrder.Broken("custodian", ("count", unaccounted))]
            : [];
}

[FactName("batch.closed")]
[Said("Batch closed: every container is accounted for.", "Parti kapatıldı: bütün kapların hesabı verildi.")]
public sealed record BatchClosed(BatchId Batch) : ReleaseFact(Batch);
