namespace Medera.Lab.Storage;

/// <summary>Gives what one has in hand to another person. By scans: the container, then that person's badge.</summary>
[Act("custody.hand-over", Roles.Staff, "Hand over", "Teslim et", Offline.Decided)]
[Offered(typeof(Container), Offer.Rarely, 3, By = typeof(ContainerHandedOver))]
public sealed record HandOver(string Container, string Badge) : StorageAct, INameContainer, INameBadge;

/// <summary>It went from one person's hand to another's, whose badge was scanned.</summary>
[FactName("custody.accepted")]
[Said("{container}: handed over by {from} to {to}.", "{container}: {from} tarafından {to} adlı kişiye teslim edildi.")]
public sealed record ContainerHandedOver(BatchId Batch, ContainerId Container, PersonId From, PersonId To)
    : StorageFact(Batch, Container);
