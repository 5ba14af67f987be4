namespace Medera.Lab.Storage;

/// <summary>Take out and verify. By scans: the position, then the container.</summary>
[Verb("storage.retrieve", Roles.Technician)]
public sealed record TakeOut(string Container, string Position) : StorageAct, INameContainer, INamePosition;

[FactName("storage.retrieved")]
public sealed record ContainerTakenOut(BatchId Batch, ContainerId Container, PositionId Position)
    : StorageFact(Batch, Container);
