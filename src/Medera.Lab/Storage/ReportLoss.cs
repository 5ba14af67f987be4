namespace Medera.Lab.Storage;

[Verb("container.lose", Roles.Technician | Roles.Nurse)]
public sealed record ReportLoss(string Container, string Reason, [property: Private] string? ReasonText)
    : StorageAct,
        INameContainer,
        IReasoned;

[FactName("container.lost")]
public sealed record ContainerLost(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);
