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
    ContainerCode Container,
    PositionCode Position,
    [Beside] ContainerCode? Neighbour,
    BadgeCode Badge,
    LabelTrouble Trouble
) : StorageAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        // With nobody behind the badge there is nothing to say; a rule tells it.
        file.Bearer
            is { } second
            ?
            [
                new ContainerIdentified(
                    file.TheContainer.Batch,
                    file.TheContainer.Id,
                    file.ThePosition.Id,
                    file.Neighbour?.Id,
                    second.Id,
                    Trouble
                ),
            ]
            : [];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => OfPlace(file).Concat(OfSecond(file));

    /// <summary>It lies where it is said to lie, and so does what lies beside it: a box put in the wrong way round is seen.</summary>
    private static IEnumerable<Broken> OfPlace(CaseFile file)
    {
        var place = file.ThePosition;
        if (file.TheContainer.Position is not { } recorded)
            yield return CustodyRules.OneCodeOnePlace.Broken("not-stored");
        else if (recorded != place.Id)
            yield return CustodyRules.OneCodeOnePlace.Broken("elsewhere", ("path", file.PathOf(recorded)));
        if (file.Neighbour is { } beside)
        {
            if (
                beside.Id == file.TheContainer.Id
                || beside.Position is not { } its
                || !file.Lives.Positions[its].LiesBeside(place)
            )
                yield return CustodyRules.OneCodeOnePlace.Broken("beside", ("code", beside.Code), ("path", place.Path));
        }
        else if (
            file.Unknown.Count == 0
            && file.Lives.Containers.Values.Any(c =>
                c.Id != file.TheContainer.Id && c.Position is { } at && file.Lives.Positions[at].LiesBeside(place)
            )
        )
        {
            yield return CustodyRules.OneCodeOnePlace.Broken("neighbour", ("path", place.Path));
        }
    }

    private static IEnumerable<Broken> OfSecond(CaseFile file) =>
        file.Bearer is { } second && (second.Id == file.Actor.Id || !second.Holds(Roles.Staff))
            ? [CustodyRules.OneCodeOnePlace.Broken("second")]
            : [];
}

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
