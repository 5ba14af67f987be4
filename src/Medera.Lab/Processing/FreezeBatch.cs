namespace Medera.Lab.Processing;

[Act("processing.freeze", Roles.Technician, "Freeze", "Dondur", Offline.Decided, Late = true)]
[WaitedFor(5, BatchState.Filled)]
public sealed record FreezeBatch(BatchId Batch) : ProcessingAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 8;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch.State == BatchState.Filled ? new FreezeBatch(standing.Batch.Id) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new BatchFrozen(file.TheBatch.Id, file.DoneAt.Later(file.TheProtocol.Content.ShelfLifeDays))];
}

[FactName("processing.frozen")]
[Icon("vial")]
[Claim("the freezing", "dondurma")]
[Said("Frozen; the shelf life ends at {expiry}.", "Donduruldu; raf ömrü {expiry} itibarıyla biter.")]
public sealed record BatchFrozen(BatchId Batch, DateTimeOffset Expiry) : ProcessingFact(Batch);
