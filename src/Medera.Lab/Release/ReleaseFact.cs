namespace Medera.Lab.Release;

/// <summary>Review and disposition of a batch.</summary>
public abstract record ReleaseFact(BatchId Batch) : BatchFact(Batch);

[FactName("batch.depleted")]
[Said("Every product container has ended: the batch is depleted.", "Bütün ürün kapları sona erdi: parti tükendi.")]
public sealed record BatchDepleted(BatchId Batch) : ReleaseFact(Batch);
