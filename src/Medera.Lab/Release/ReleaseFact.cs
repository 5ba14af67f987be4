namespace Medera.Lab.Release;

/// <summary>Review and disposition of a batch.</summary>
public abstract record ReleaseFact(BatchId Batch) : BatchFact(Batch);

[FactName("batch.depleted")]
public sealed record BatchDepleted(BatchId Batch) : ReleaseFact(Batch);
