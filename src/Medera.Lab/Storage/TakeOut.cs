namespace Medera.Lab.Storage;

/// <summary>Take out and verify. By scans: the position, then the container.</summary>
[Act("storage.retrieve", Roles.Technician, "Take out of storage", "Depodan çıkar", Offline.Decided, Late = true)]
public sealed record TakeOut(ContainerCode Container, PositionCode Position) : StorageAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new ContainerTakenOut(file.TheContainer.Batch, file.TheContainer.Id, file.ThePosition.Id)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file)
    {
        if (file.TheContainer.Position is not { } place)
            yield return CustodyRules.OneCodeOnePlace.Broken("not-stored");
        else if (place != file.ThePosition.Id)
            yield return CustodyRules.OneCodeOnePlace.Broken("elsewhere", ("path", file.PathOf(place)));
    }
}

[FactName("storage.retrieved")]
[Scanned("Taken out", "Depodan çıkarıldı")]
[Claim("taking out of storage", "depodan çıkarma")]
[Said("{container}: taken out of storage from {position}.", "{container}: depodan, {position} konumundan çıkarıldı.")]
public sealed record ContainerTakenOut(BatchId Batch, ContainerId Container, PositionId Position)
    : StorageFact(Batch, Container);
