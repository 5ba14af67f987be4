namespace Medera.Lab.Collection;

[Verb("batch.cancel", Roles.Clinician | Roles.Technician | Roles.Qa)]
public sealed record CancelBatch(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : CollectionAct,
        INameBatch,
        IReasoned;

[FactName("batch.cancelled")]
public sealed record BatchCancelled(BatchId Batch) : CollectionFact(Batch);
