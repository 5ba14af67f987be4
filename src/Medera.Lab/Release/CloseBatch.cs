namespace Medera.Lab.Release;

[Verb("batch.close", Roles.Qa)]
public sealed record CloseBatch(BatchId Batch) : ReleaseAct, INameBatch;

[FactName("batch.closed")]
public sealed record BatchClosed(BatchId Batch) : ReleaseFact(Batch);
