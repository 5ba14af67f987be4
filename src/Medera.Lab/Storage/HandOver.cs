namespace Medera.Lab.Storage;

/// <summary>Gives what one has in hand to another person. By scans: the container, then that person's badge.</summary>
[Act("custody.hand-over", Roles.Staff, "Hand over", "Teslim et", Offline.Decided)]
[Offered(typeof(Container), Offer.Rarely, 3, By = typeof(ContainerHandedOver))]
public sealed record HandOver(ContainerCode Container, BadgeCode Badge) : StorageAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        // With nobody behind the badge there is nothing to say; a rule tells it.
        file.Bearer
            is { } to
            ? [new ContainerHandedOver(file.TheContainer.Batch, file.TheContainer.Id, file.Actor.Id, to.Id)]
            : [];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file)
    {
        var container = file.TheContainer;
        if (container.Position is { } place)
            yield return CustodyRules.OneCodeOnePlace.Broken("elsewhere", ("path", file.PathOf(place)));
        else if (container.Holder is { } holder && holder != file.Actor.Id.Value)
            yield return CustodyRules.OneCodeOnePlace.Broken("holder", ("who", new PersonId(holder)));
        if (file.Bearer is not { } to)
            yield break;
        if (to.Id == file.Actor.Id)
            yield return CustodyRules.OneCodeOnePlace.Broken("yours");
        else if (!to.Holds(Roles.Staff))
            yield return CustodyRules.OneCodeOnePlace.Broken("receiver", ("who", to.Id));
    }
}

/// <summary>It went from one person's hand to another's, whose badge was scanned.</summary>
[FactName("custody.accepted")]
[Scanned("Handed over", "Teslim edildi")]
[Said("{container}: handed over by {from} to {to}.", "{container}: {from} tarafından {to} adlı kişiye teslim edildi.")]
public sealed record ContainerHandedOver(BatchId Batch, ContainerId Container, PersonId From, PersonId To)
    : StorageFact(Batch, Container);
