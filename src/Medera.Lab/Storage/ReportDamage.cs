namespace Medera.Lab.Storage;

[Verb("container.damage", Roles.Technician | Roles.Nurse)]
public sealed record ReportDamage(string Container, string Reason, [property: Private] string? ReasonText)
    : StorageAct,
        INameContainer,
        IReasoned;

[FactName("container.damaged")]
public sealed record ContainerDamaged(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);
