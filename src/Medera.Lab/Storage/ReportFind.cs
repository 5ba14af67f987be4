namespace Medera.Lab.Storage;

[Verb("container.find", Roles.Technician)]
public sealed record ReportFind(string Container, string Reason, [property: Private] string? ReasonText)
    : StorageAct,
        INameContainer,
        IReasoned;

[FactName("container.found")]
public sealed record ContainerFound(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);
