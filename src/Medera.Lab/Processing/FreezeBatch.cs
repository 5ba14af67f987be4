namespace Medera.Lab.Processing;

[Act("processing.freeze", Roles.Technician, "Freeze", "Dondur", Offline.Decided, Late = true)]
[WaitedFor(5, BatchState.Filled)]
public sealed record FreezeBatch(BatchId Batch) : ProcessingAct, INameBatch;

[FactName("processing.frozen")]
[Said("Frozen; the shelf life ends at {expiry}.", "Donduruldu; raf ömrü {expiry} itibarıyla biter.")]
public sealed record BatchFrozen(BatchId Batch, DateTimeOffset Expiry) : ProcessingFact(Batch);
