namespace Medera.Lab.Processing;

[Verb("batch.terminate", Roles.Qa | Roles.Technician)]
public sealed record TerminateBatch(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : ProcessingAct,
        INameBatch,
        IReasoned;

[FactName("batch.terminated")]
public sealed record BatchTerminated(BatchId Batch) : ProcessingFact(Batch);
