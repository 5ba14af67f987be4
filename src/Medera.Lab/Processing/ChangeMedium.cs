namespace Medera.Lab.Processing;

[Verb("processing.change-medium", Roles.Technician)]
public sealed record ChangeMedium(BatchId Batch) : ProcessingAct, INameBatch;

[FactName("processing.medium-changed")]
public sealed record MediumChanged(BatchId Batch) : ProcessingFact(Batch);
