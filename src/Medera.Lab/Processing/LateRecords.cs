using static Medera.Lab.Processing.BatchState;
using C = Medera.Lab.Processing.ContainerState;

namespace Medera.Lab.Processing;

/// <summary>
/// The second tables: a record made after the act moves from any living state to where its fact ends, and a batch never back
/// (the domain, §3). A fact that stands in neither cannot be recorded late.
/// </summary>
public static class LateRecords
{
    private static readonly Dictionary<Type, BatchState> Batches = new()
    {
        // Material that was used moves no batch.
        [typeof(MaterialConsumed)] = Planned,
        [typeof(CollectionCompleted)] = Collected,
        [typeof(ContainerReceived)] = Received,
        [typeof(CellsIsolated)] = InProcess,
        [typeof(MediumChanged)] = InProcess,
        [typeof(CellsPassaged)] = InProcess,
        [typeof(VesselDivided)] = InProcess,
        [typeof(VesselsPooled)] = InProcess,
        [typeof(CellsCounted)] = InProcess,
        [typeof(CellsHarvested)] = InProcess,
        [typeof(CellsSeeded)] = InProcess,
        [typeof(ContainersFilled)] = Filled,
        [typeof(BatchFrozen)] = Quarantine,
        // A use moves nothing, whenever it is told.
        [typeof(EquipmentUsed)] = Planned,
    };

    private static readonly Dictionary<Type, C> Containers = new()
    {
        [typeof(ContainerReceived)] = C.Filled,
        [typeof(CellsIsolated)] = C.UsedInProcess,
        [typeof(CellsPassaged)] = C.UsedInProcess,
        [typeof(CellsHarvested)] = C.UsedInProcess,
        [typeof(VesselsPooled)] = C.UsedInProcess,
        [typeof(ContainerPutAway)] = C.Stored,
        [typeof(ContainerMoved)] = C.Stored,
        [typeof(ContainerTakenOut)] = C.Out,
        [typeof(ContainerDamaged)] = C.Damaged,
        [typeof(ContainerLost)] = C.Lost,
        [typeof(ContainerDiscarded)] = C.Discarded,
        [typeof(ThawStarted)] = C.Thawing,
        [typeof(ThawCompleted)] = C.Ready,
        [typeof(AdministrationStarted)] = C.Administering,
        [typeof(AdministrationCompleted)] = C.Administered,
        [typeof(AdministrationCompletedInPart)] = C.PartlyAdministered,
        [typeof(ContainerNotAdministered)] = C.NotAdministered,
    };

    /// <summary>
    /// When that was which must come before a record made after the act: the batch or a container it moves was in its state before it
    /// left it, and a container that it leaves where it is was made. Null: nothing must.
    /// </summary>
    public static DateTimeOffset? LatestBefore(CaseFile file, IReadOnlyList<Fact> proposed)
    {
        var told = proposed.OfType<BatchFact>().ToList();
        var before = file
            .Taken.Select(c =>
                told.Any(f => Container.Next(c.Kind, c.State, f, late: true) is { } to && to != c.State)
                    ? c.Since
                    : c.Made
            )
            .ToList();
        if (
            file.Batch is { } batch
            && told.Any(f => Batch.Next(batch.State, f, late: true) is { } to && to != batch.State)
        )
            before.Add(batch.StateSince);
        return before.Count == 0 ? null : before.Max();
    }

    /// <summary>What happens to a batch once. Told again later it would set volume, shelf life or vials anew.</summary>
    private static readonly HashSet<Type> Once =
    [
        typeof(CollectionCompleted),
        typeof(ContainerReceived),
        typeof(ContainersFilled),
        typeof(BatchFrozen),
    ];

    /// <summary>Whether the fact may be recorded after the act at all.</summary>
    public static bool MayBe(Type fact) => Batches.ContainsKey(fact) || Containers.ContainsKey(fact);

    /// <summary>Whether a fact that concerns no batch says of itself that it may be recorded after the act.</summary>
    public static bool MayBeAlone(Type fact) => fact.IsDefined(typeof(MayComeLateAttribute), inherit: false);

    /// <summary>Where a late record takes a batch that its fact cannot move by the first table; null: it is refused there.</summary>
    internal static BatchState? OfBatch(BatchState from, Type fact)
    {
        // What is past the fact's own place stays where it is: a late medium change does not take a filled batch back.
        if (
            !Batches.TryGetValue(fact, out var end)
            || from is Closed or Cancelled
            || (from >= end && Once.Contains(fact))
        )
            return null;
        return (BatchState)Math.Max((int)from, (int)end);
    }

    /// <summary>The same for a container, of whatever kind.</summary>
    internal static C? OfContainer(C from, Type fact)
    {
        if (Container.IsEnd(from) || !Containers.TryGetValue(fact, out var end))
            return null;
        // What is damaged, lost, opened or not to be given does not come back to stock or to the bedside by being recorded late.
        return
            from is C.Damaged or C.Lost or C.NotAdministered or C.Administering
            && end is not (C.Administering or C.Administered or C.PartlyAdministered or C.Damaged or C.Discarded)
            ? null
            : end;
    }
}
