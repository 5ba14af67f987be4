namespace Medera.Lab.Storage;

/// <summary>Put away, or move if it lies elsewhere. By scans: the container, then the position.</summary>
[Act("storage.put", Roles.Technician, "Put into storage", "Depoya koy", Offline.Decided, Late = true)]
[WaitedFor(6, ContainerState.Filled)]
public sealed record PutAway(string Container, string Position) : StorageAct, INameContainer, INamePosition;

[FactName("storage.put")]
[Said("{container}: put into storage at {position}.", "{container}: depoda {position} konumuna kondu.")]
public sealed record ContainerPutAway(BatchId Batch, ContainerId Container, PositionId Position)
    : StorageFact(Batch, Container);

[FactName("storage.moved")]
[Said("{container}: moved from {from} to {position}.", "{container}: {from} konumundan {position} konumuna taşındı.")]
public sealed record ContainerMoved(BatchId Batch, ContainerId Container, PositionId From, PositionId Position)
    : StorageFact(Batch, Container);
