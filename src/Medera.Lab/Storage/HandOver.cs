namespace Medera.Lab.Storage;

/// <summary>Gives what one has in hand to another person. By scans: the container, then that person's badge.</summary>
[Verb("custody.hand-over", Roles.Staff)]
public sealed record HandOver(string Container, string Badge) : StorageAct, INameContainer, INameBadge;

/// <summary>It went from one person's hand to another's, whose badge was scanned.</summary>
[FactName("custody.accepted")]
public sealed record ContainerHandedOver(BatchId Batch, ContainerId Container, PersonId From, PersonId To)
    : StorageFact(Batch, Container);
