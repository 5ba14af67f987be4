namespace Medera.Lab.Storage;

/// <summary>Why a label cannot be read.</summary>
public enum LabelTrouble
{
    Frosted,
    Torn,
}

/// <summary>
/// Says which container it is whose label no reader reads: by its position, a neighbour, the code as it is printed, and a second
/// person's badge. A new label comes next.
/// </summary>
/// <param name="Neighbour">A container that lies beside it; null only where none does.</param>
[Act("container.identify", Roles.Technician, "Identify without label", "Etiketsiz tanımla", Offline.Identity)]
[Offered(typeof(Container), Offer.Rarely, 4, By = typeof(ContainerIdentified))]
public sealed record IdentifyContainer(
    string Container,
    string Position,
    string? Neighbour,
    string Badge,
    LabelTrouble Trouble
) : StorageAct, INameContainer, INamePosition, INameBadge;

/// <summary>Its label cannot be read; what it is was established otherwise, by two people.</summary>
[FactName("container.identified")]
[Said(
    "{container}: label {trouble}; identified at {position}[ beside {neighbour}], second person {second}.",
    "{container}: etiket {trouble}; {position} konumunda[, {neighbour} yanında] tanımlandı, ikinci kişi {second}."
)]
public sealed record ContainerIdentified(
    BatchId Batch,
    ContainerId Container,
    PositionId Position,
    ContainerId? Neighbour,
    PersonId Second,
    LabelTrouble Trouble
) : StorageFact(Batch, Container);
