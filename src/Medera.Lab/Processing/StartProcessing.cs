namespace Medera.Lab.Processing;

[Verb("processing.start", Roles.Technician)]
public sealed record StartProcessing(BatchId Batch, bool LineCleared) : ProcessingAct, INameBatch;

[FactName("processing.line-cleared")]
public sealed record LineCleared(BatchId Batch) : ProcessingFact(Batch);

[FactName("processing.started")]
public sealed record ProcessingStarted(BatchId Batch) : ProcessingFact(Batch);
