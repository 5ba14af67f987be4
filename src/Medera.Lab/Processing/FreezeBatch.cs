namespace Medera.Lab.Processing;

[Verb("processing.freeze", Roles.Technician)]
public sealed record FreezeBatch(BatchId Batch) : ProcessingAct, INameBatch;

[FactName("processing.frozen")]
public sealed record BatchFrozen(BatchId Batch, DateTimeOffset Expiry) : ProcessingFact(Batch);
