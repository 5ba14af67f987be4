namespace Medera.Lab.Storage;

/// <summary>Take out and verify. By scans: the position, then the container.</summary>
[Act("storage.retrieve", Roles.Technician, "Take out of storage", "Depodan çıkar", Offline.Decided, Late = true)]
public sealed record TakeOut(string Container, string Position) : StorageAct, INameContainer, INamePosition;

[FactName("storage.retrieved")]
[Said("{container}: taken out of storage from {position}.", "{container}: depodan, {position} konumundan çıkarıldı.")]
public sealed record ContainerTakenOut(BatchId Batch, ContainerId Container, PositionId Position)
    : StorageFact(Batch, Container);
