namespace Medera.Lab.Collection;

[Verb("custody.reject", Roles.Technician)]
public sealed record RejectReceipt(string Container, string Reason, [property: Private] string? ReasonText)
    : CollectionAct,
        INameContainer,
        IReasoned;

[FactName("custody.rejected")]
public sealed record ReceiptRejected(BatchId Batch, ContainerId Container) : CollectionFact(Batch);
