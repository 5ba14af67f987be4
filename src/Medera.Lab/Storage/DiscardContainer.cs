namespace Medera.Lab.Storage;

[Verb("disposal.witness", Roles.Technician | Roles.Qa)]
public sealed record DiscardContainer(string Container, string Reason, [property: Private] string? ReasonText)
    : StorageAct,
        INameContainer,
        IReasoned;

[FactName("disposal.witnessed")]
public sealed record ContainerDiscarded(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);
