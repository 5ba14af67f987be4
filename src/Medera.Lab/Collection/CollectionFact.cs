namespace Medera.Lab.Collection;

/// <summary>From the plan of a batch to its receipt in the laboratory.</summary>
public abstract record CollectionFact(BatchId Batch) : BatchFact(Batch);
