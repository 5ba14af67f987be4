namespace Medera.Lab.Collection;

[Verb("collection.fail", Roles.Technician | Roles.Clinician)]
public sealed record FailCollection(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : CollectionAct,
        INameBatch,
        IReasoned;

[FactName("collection.failed")]
public sealed record CollectionFailed(BatchId Batch) : CollectionFact(Batch);
