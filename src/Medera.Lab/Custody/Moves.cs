using static Medera.Lab.Processing.BatchState;
using C = Medera.Lab.Processing.ContainerState;
using K = Medera.Lab.Processing.ContainerKind;

namespace Medera.Lab.Custody;

/// <summary>
/// The lives as tables: (state, fact) → state. What is not listed is refused (rule R22; states and conditions: the domain, §3).
/// Time moves no state. A late record has tables of its own: from any living state to where its fact ends.
/// </summary>
public static partial class Moves
{
    private static readonly Dictionary<(BatchState, Type), BatchState> BatchTable = Table<BatchState>(
            (typeof(CollectionCompleted), Collected, [Planned]),
            (typeof(CollectionFailed), Terminated, [Planned, Collected]),
            (typeof(BatchCancelled), Cancelled, [Planned]),
            (typeof(ContainerReceived), Received, [Collected]),
            (typeof(ReceiptRejected), Rejected, [Collected]),
            (typeof(ProcessingStarted), InProcess, [Received]),
            (typeof(CellsIsolated), InProcess, [InProcess]),
            (typeof(CellsSeeded), InProcess, [InProcess]),
            (typeof(MediumChanged), InProcess, [InProcess]),
            (typeof(CellsPassaged), InProcess, [InProcess]),
            (typeof(VesselDivided), InProcess, [InProcess]),
            (typeof(VesselsPooled), InProcess, [InProcess]),
            (typeof(CellsCounted), InProcess, [InProcess]),
            (typeof(CellsHarvested), InProcess, [InProcess]),
            (typeof(ContainersFilled), Filled, [InProcess]),
            (typeof(BatchFrozen), Quarantine, [Filled]),
            (typeof(BatchTerminated), Terminated, [Collected, Received, InProcess, Filled, Quarantine]),
            (typeof(ReviewOpened), UnderReview, [Quarantine]),
            (typeof(ReviewReturned), Quarantine, [UnderReview]),
            (typeof(BatchReleased), Released, [UnderReview]),
            (typeof(BatchRejected), Rejected, [UnderReview, Quarantine]),
            (typeof(ReleaseRevoked), Quarantine, [Released]),
            (typeof(BatchDepleted), Depleted, [Released]),
            (typeof(BatchClosed), Closed, [Rejected, Terminated, Depleted])
        )
        .Staying(typeof(LineCleared), Received, InProcess)
        // From the receipt to the freezer, and what was frozen is put there after.
        .Staying(typeof(EquipmentUsed), Received, InProcess, Filled, Quarantine)
        .Staying(typeof(MaterialConsumed), Received, InProcess, Filled)
        .Staying(typeof(TrailReviewed), UnderReview)
        .Staying(typeof(ReleaseSigned), UnderReview)
        .Staying(typeof(ResultEntered), InProcess, Filled, Quarantine, UnderReview, Released)
        .Staying(typeof(ResultsVerified), InProcess, Filled, Quarantine, UnderReview, Released)
        .Staying(typeof(ResultCorrected), InProcess, Filled, Quarantine, UnderReview, Released)
        .Staying(typeof(DeviationOpened), Enum.GetValues<BatchState>())
        .Staying(typeof(DeviationAssessed), Enum.GetValues<BatchState>())
        .Staying(typeof(DeviationClosed), Enum.GetValues<BatchState>())
        .Staying(typeof(ClaimedLate), Enum.GetValues<BatchState>())
        .Staying(typeof(RecordCorrected), Enum.GetValues<BatchState>())
        // What there is to label is there from the collection to the last vial; paper is voided, destroyed and counted whenever.
        .Staying(typeof(LabelsPrinted), Collected, Received, InProcess, Filled, Quarantine, UnderReview, Released)
        .Staying(typeof(LabelReprinted), Collected, Received, InProcess, Filled, Quarantine, UnderReview, Released)
        .Staying(typeof(LabelApplied), Enum.GetValues<BatchState>())
        .Staying(typeof(LabelVoided), Enum.GetValues<BatchState>())
        .Staying(typeof(LabelDestroyed), Enum.GetValues<BatchState>())
        .Staying(typeof(LabelsReconciled), Enum.GetValues<BatchState>())
        .Staying(typeof(LabelCountSettled), Enum.GetValues<BatchState>());

    private static readonly Dictionary<((K, C), Type), C> ContainerTable = Table<(K, C), C>(
            (typeof(ContainerReceived), C.Filled, [(K.Collection, C.Filled)]),
            (typeof(ReceiptRejected), C.Filled, [(K.Collection, C.Filled)]),
            (typeof(CellsIsolated), C.UsedInProcess, [(K.Collection, C.Filled)]),
            (typeof(CellsPassaged), C.UsedInProcess, [(K.Vessel, C.InCulture)]),
            (typeof(CellsHarvested), C.UsedInProcess, [(K.Vessel, C.InCulture)]),
            (typeof(VesselsPooled), C.UsedInProcess, [(K.Vessel, C.InCulture)]),
            (typeof(ContainerPutAway), C.Stored, [(K.Product, C.Filled), (K.Product, C.Out)]),
            (typeof(ContainerMoved), C.Stored, [(K.Product, C.Stored)]),
            (typeof(ContainerTakenOut), C.Out, [(K.Product, C.Stored)]),
            (typeof(ThawStarted), C.Thawing, [(K.Product, C.Out)]),
            (typeof(ThawCompleted), C.Ready, [(K.Product, C.Thawing)]),
            (typeof(BedsideMatched), C.Matched, [(K.Product, C.Ready)]),
            (typeof(BedsideMatchLapsed), C.Ready, [(K.Product, C.Matched)]),
            (typeof(AdministrationStarted), C.Administering, [(K.Product, C.Matched)]),
            (typeof(AdministrationCompleted), C.Administered, [(K.Product, C.Administering)]),
            (typeof(AdministrationCompletedInPart), C.PartlyAdministered, [(K.Product, C.Administering)]),
            (
                typeof(ContainerNotAdministered),
                C.NotAdministered,
                [(K.Product, C.Thawing), (K.Product, C.Ready), (K.Product, C.Matched)]
            ),
            (typeof(ContainerFound), C.Out, [(K.Product, C.Lost)]),
            (
                typeof(ContainerDiscarded),
                C.Discarded,
                Each(
                    C.Filled,
                    C.InCulture,
                    C.Drawn,
                    C.Retained,
                    C.Stored,
                    C.Out,
                    C.Thawing,
                    C.NotAdministered,
                    C.Damaged,
                    C.Lost
                )
            ),
            (
                typeof(ContainerDamaged),
                C.Damaged,
                Each(C.Filled, C.InCulture, C.Drawn, C.Retained, C.Stored, C.Out, C.Thawing, C.Ready, C.Matched)
            ),
            // What is damaged or was not to be given is only discarded: lost and found again it would be as good as new.
            (
                typeof(ContainerLost),
                C.Lost,
                Each(C.Filled, C.InCulture, C.Drawn, C.Retained, C.Stored, C.Out, C.Thawing, C.Ready, C.Matched)
            )
        )
        .Staying(typeof(BedsideConfirmed), (K.Product, C.Ready))
        .Staying(typeof(BedsideMatchLapsed), (K.Product, C.Ready))
        .Staying(typeof(ContainerReserved), (K.Product, C.Filled), (K.Product, C.Stored), (K.Product, C.Out))
        .Staying(typeof(ReservationReleased), (K.Product, C.Filled), (K.Product, C.Stored), (K.Product, C.Out))
        .Staying(typeof(ResidualDiscarded), (K.Product, C.Administered), (K.Product, C.PartlyAdministered))
        .Staying(
            typeof(ContainerHandedOver),
            (K.Collection, C.Filled),
            (K.Product, C.Filled),
            (K.Product, C.Out),
            (K.Product, C.Thawing),
            (K.Product, C.Ready),
            (K.Retention, C.Retained),
            (K.Sample, C.Drawn)
        )
        .Staying(typeof(ContainerIdentified), (K.Product, C.Stored), (K.Retention, C.Retained), (K.Sample, C.Drawn))
        .Staying(typeof(VesselDivided), (K.Vessel, C.InCulture))
        .Staying(typeof(ContainerRelabelled), Each(C.Filled, C.InCulture, C.Drawn, C.Retained, C.Stored, C.Out))
        .Staying(typeof(ContainerPutAway), (K.Retention, C.Retained), (K.Sample, C.Drawn))
        .Staying(typeof(ContainerMoved), (K.Retention, C.Retained), (K.Sample, C.Drawn))
        .Staying(typeof(ContainerTakenOut), (K.Retention, C.Retained), (K.Sample, C.Drawn));

    /// <summary>Where a late record of each fact ends, from any living state. A fact that is not here cannot be recorded late.</summary>
    private static readonly Dictionary<Type, BatchState> LateBatch = new()
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

    private static readonly Dictionary<Type, C> LateContainer = new()
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

    /// <summary>What happens to a batch once. Told again later it would set volume, shelf life or vials anew.</summary>
    private static readonly HashSet<Type> Once =
    [
        typeof(CollectionCompleted),
        typeof(ContainerReceived),
        typeof(ContainersFilled),
        typeof(BatchFrozen),
    ];

    /// <summary>Where a fact takes a batch, or null: the fact is refused there. A container's fact leaves its batch where it is.</summary>
    public static BatchState? Next(BatchState from, BatchFact fact, bool late = false)
    {
        if (fact is ContainerFact)
            return from;
        if (BatchTable.TryGetValue((from, fact.GetType()), out var to))
            return to;
        // What is past the fact's own place stays where it is: a late medium change does not take a filled batch back.
        if (
            !late
            || !LateBatch.TryGetValue(fact.GetType(), out var end)
            || from is Closed or Cancelled
            || (from >= end && Once.Contains(fact.GetType()))
        )
            return null;
        return (BatchState)Math.Max((int)from, (int)end);
    }

    /// <summary>Where a fact takes a container of a kind, or null: the fact is refused there.</summary>
    public static C? Next(K kind, C from, BatchFact fact, bool late = false)
    {
        if (ContainerTable.TryGetValue(((kind, from), fact.GetType()), out var to))
            return to;
        var living = from is not (C.UsedInProcess or C.UsedUp or C.Administered or C.PartlyAdministered or C.Discarded);
        if (!late || !living || !LateContainer.TryGetValue(fact.GetType(), out var end))
            return null;
        // What is damaged, lost, opened or not to be given does not come back to stock or to the bedside by being recorded late.
        return
            from is C.Damaged or C.Lost or C.NotAdministered or C.Administering
            && end is not (C.Administering or C.Administered or C.PartlyAdministered or C.Damaged or C.Discarded)
            ? null
            : end;
    }

    /// <summary>Whether the fact may be recorded after the act at all.</summary>
    public static bool MayBeLate(Type fact) => LateBatch.ContainsKey(fact) || LateContainer.ContainsKey(fact);

    /// <summary>Every listed move of a batch, for the drawing in the documentation and for tests.</summary>
    public static IEnumerable<(BatchState From, Type Fact, BatchState To)> OfBatches =>
        BatchTable.Select(m => (m.Key.Item1, m.Key.Item2, m.Value));

    /// <summary>Every listed move of a container, for the drawing in the documentation and for tests.</summary>
    public static IEnumerable<(K Kind, C From, Type Fact, C To)> OfContainers =>
        ContainerTable.Select(m => (m.Key.Item1.Item1, m.Key.Item1.Item2, m.Key.Item2, m.Value));

    private static (K, C)[] Each(params C[] states) =>
        [.. from kind in Enum.GetValues<K>() from state in states select (kind, state)];

    private static Dictionary<(S, Type), S> Table<S>(params (Type Fact, S To, S[] From)[] rows)
        where S : notnull => Table<S, S>(rows);

    private static Dictionary<(F, Type), T> Table<F, T>(params (Type Fact, T To, F[] From)[] rows)
        where F : notnull
    {
        var table = new Dictionary<(F, Type), T>();
        foreach (var (fact, to, froms) in rows)
        foreach (var from in froms)
            table.Add((from, fact), to);
        return table;
    }

    private static Dictionary<(BatchState, Type), BatchState> Staying(
        this Dictionary<(BatchState, Type), BatchState> table,
        Type fact,
        params BatchState[] at
    )
    {
        foreach (var state in at)
            table.Add((state, fact), state);
        return table;
    }

    private static Dictionary<((K, C), Type), C> Staying(
        this Dictionary<((K, C), Type), C> table,
        Type fact,
        params (K Kind, C State)[] at
    )
    {
        foreach (var state in at)
            table.Add((state, fact), state.State);
        return table;
    }
}
