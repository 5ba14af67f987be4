namespace Medera.Lab.Storage;

/// <summary>Put away, or move if it lies elsewhere. By scans: the container, then the position.</summary>
[Verb("storage.put", Roles.Technician)]
public sealed record PutAway(string Container, string Position) : StorageAct, INameContainer, INamePosition;

[FactName("storage.put")]
public sealed record ContainerPutAway(BatchId Batch, ContainerId Container, PositionId Position)
    : StorageFact(Batch, Container);

[FactName("storage.moved")]
public sealed record ContainerMoved(BatchId Batch, ContainerId Container, PositionId From, PositionId Position)
    : StorageFact(Batch, Container);
