namespace Medera.Lab.Storage;

/// <summary>Put away, or move if it lies elsewhere. By scans: the container, then the position.</summary>
[Act("storage.put", Roles.Technician, "Put into storage", "Depoya koy", Offline.Decided, Late = true)]
[WaitedFor(6, ContainerState.Filled)]
public sealed record PutAway(ContainerCode Container, PositionCode Position) : StorageAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.TheContainer.Position is { } from
            ? [new ContainerMoved(file.TheContainer.Batch, file.TheContainer.Id, from, file.ThePosition.Id)]
            : [new ContainerPutAway(file.TheContainer.Batch, file.TheContainer.Id, file.ThePosition.Id)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file)
    {
        var container = file.TheContainer;
        if (file.Occupant is { } other && other.Id != container.Id)
            yield return Occupied(file, other);
        else if (container.Position == file.ThePosition.Id)
            yield return Occupied(file, container);
    }

    private static Broken Occupied(CaseFile file, Container by) =>
        CustodyRules.OneCodeOnePlace.Broken("occupied", ("path", file.ThePosition.Path), ("occupant", by.Code));
}

[FactName("storage.put")]
[Scanned("Put away", "Depoya kondu")]
[Said("{container}: put into storage at {position}.", "{container}: depoda {position} konumuna kondu.")]
public sealed record ContainerPutAway(BatchId Batch, ContainerId Container, PositionId Position)
    : StorageFact(Batch, Container);

[FactName("storage.moved")]
[Scanned("Moved", "Taşındı")]
[Claim("a move within storage", "depo içinde taşıma")]
[Said("{container}: moved from {from} to {position}.", "{container}: {from} konumundan {position} konumuna taşındı.")]
public sealed record ContainerMoved(BatchId Batch, ContainerId Container, PositionId From, PositionId Position)
    : StorageFact(Batch, Container);
