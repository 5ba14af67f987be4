using Medera.Lab.Administration;
using Medera.Lab.Collection;
using Medera.Lab.Custody;
using Medera.Lab.Equipment;
using Medera.Lab.Inventory;
using Medera.Lab.Labels;
using Medera.Lab.Processing;
using Medera.Lab.QualityControl;
using Medera.Lab.Release;
using static Medera.Lab.Batches.BatchState;
using C = Medera.Lab.Batches.ContainerState;
using K = Medera.Lab.Batches.ContainerKind;

namespace Medera.Lab.Batches;

/// <summary>
/// The lives as tables: (state, fact) → state. What is not listed is refused (rule R22; states and conditions: the domain, §3).
/// Time moves no state. A late record has tables of its own: from any living state to where its fact ends.
/// </summary>
public static partial class Moves
{
    private static readonly Dictionary<(BatchState, Type), BatchState> BatchTable = Table<BatchState>(
            (typeof(CollectionFact.Completed), Collected, [Planned]),
            (typeof(CollectionFact.Failed), Terminated, [Planned, Collected]),
            (typeof(CollectionFact.BatchCancelled), Cancelled, [Planned]),
            (typeof(CollectionFact.Received), Received, [Collected]),
            (typeof(CollectionFact.ReceiptRejected), Rejected, [Collected]),
            (typeof(ProcessingFact.Started), InProcess, [Received]),
            (typeof(ProcessingFact.Isolated), InProcess, [InProcess]),
            (typeof(ProcessingFact.Seeded), InProcess, [InProcess]),
            (typeof(ProcessingFact.MediumChanged), InProcess, [InProcess]),
            (typeof(ProcessingFact.Passaged), InProcess, [InProcess]),
            (typeof(ProcessingFact.Divided), InProcess, [InProcess]),
            (typeof(ProcessingFact.Pooled), InProcess, [InProcess]),
            (typeof(ProcessingFact.Counted), InProcess, [InProcess]),
            (typeof(ProcessingFact.Harvested), InProcess, [InProcess]),
            (typeof(ProcessingFact.Filled), Filled, [InProcess]),
            (typeof(ProcessingFact.Frozen), Quarantine, [Filled]),
            (typeof(ProcessingFact.Terminated), Terminated, [Collected, Received, InProcess, Filled, Quarantine]),
            (typeof(ReleaseFact.ReviewOpened), UnderReview, [Quarantine]),
            (typeof(ReleaseFact.ReviewReturned), Quarantine, [UnderReview]),
            (typeof(ReleaseFact.ReleasedFinally), Released, [UnderReview]),
            (typeof(ReleaseFact.BatchRejected), Rejected, [UnderReview, Quarantine]),
            (typeof(ReleaseFact.ReleaseRevoked), Quarantine, [Released]),
            (typeof(ReleaseFact.Depleted), Depleted, [Released]),
            (typeof(ReleaseFact.BatchClosed), Closed, [Rejected, Terminated, Depleted])
        )
        .Staying(typeof(ProcessingFact.LineCleared), Received, InProcess)
        // From the receipt to the freezer, and what was frozen is put there after.
        .Staying(typeof(EquipmentUsed), Received, InProcess, Filled, Quarantine)
        .Staying(typeof(MaterialUseFact.Consumed), Received, InProcess, Filled)
        .Staying(typeof(ReleaseFact.TrailReviewed), UnderReview)
        .Staying(typeof(ReleaseFact.ReleaseSigned), UnderReview)
        .Staying(typeof(QualityFact.Entered), InProcess, Filled, Quarantine, UnderReview, Released)
        .Staying(typeof(QualityFact.Verified), InProcess, Filled, Quarantine, UnderReview, Released)
        .Staying(typeof(QualityFact.Corrected), InProcess, Filled, Quarantine, UnderReview, Released)
        .Staying(typeof(QualityFact.DeviationOpened), Enum.GetValues<BatchState>())
        .Staying(typeof(QualityFact.DeviationAssessed), Enum.GetValues<BatchState>())
        .Staying(typeof(QualityFact.DeviationClosed), Enum.GetValues<BatchState>())
        .Staying(typeof(QualityFact.ClaimedLate), Enum.GetValues<BatchState>())
        .Staying(typeof(QualityFact.RecordCorrected), Enum.GetValues<BatchState>())
        // What there is to label is there from the collection to the last vial; paper is voided, destroyed and counted whenever.
        .Staying(typeof(LabelFact.Printed), Collected, Received, InProcess, Filled, Quarantine, UnderReview, Released)
        .Staying(typeof(LabelFact.Reprinted), Collected, Received, InProcess, Filled, Quarantine, UnderReview, Released)
        .Staying(typeof(LabelFact.ScannedBack), Enum.GetValues<BatchState>())
        .Staying(typeof(LabelFact.Voided), Enum.GetValues<BatchState>())
        .Staying(typeof(LabelFact.PaperDestroyed), Enum.GetValues<BatchState>())
        .Staying(typeof(LabelFact.Reconciled), Enum.GetValues<BatchState>())
        .Staying(typeof(LabelFact.Settled), Enum.GetValues<BatchState>());

    private static readonly Dictionary<((K, C), Type), C> ContainerTable = Table<(K, C), C>(
            (typeof(CollectionFact.Received), C.Filled, [(K.Collection, C.Filled)]),
            (typeof(CollectionFact.ReceiptRejected), C.Filled, [(K.Collection, C.Filled)]),
            (typeof(ProcessingFact.Isolated), C.UsedInProcess, [(K.Collection, C.Filled)]),
            (typeof(ProcessingFact.Passaged), C.UsedInProcess, [(K.Vessel, C.InCulture)]),
            (typeof(ProcessingFact.Harvested), C.UsedInProcess, [(K.Vessel, C.InCulture)]),
            (typeof(ProcessingFact.Pooled), C.UsedInProcess, [(K.Vessel, C.InCulture)]),
            (typeof(StorageFact.Put), C.Stored, [(K.Product, C.Filled), (K.Product, C.Out)]),
            (typeof(StorageFact.Moved), C.Stored, [(K.Product, C.Stored)]),
            (typeof(StorageFact.Retrieved), C.Out, [(K.Product, C.Stored)]),
            (typeof(AdministrationFact.ThawStarted), C.Thawing, [(K.Product, C.Out)]),
            (typeof(AdministrationFact.ThawCompleted), C.Ready, [(K.Product, C.Thawing)]),
            (typeof(AdministrationFact.MatchMade), C.Matched, [(K.Product, C.Ready)]),
            (typeof(AdministrationFact.MatchLapsed), C.Ready, [(K.Product, C.Matched)]),
            (typeof(AdministrationFact.AdministrationStarted), C.Administering, [(K.Product, C.Matched)]),
            (typeof(AdministrationFact.AdministrationCompleted), C.Administered, [(K.Product, C.Administering)]),
            (typeof(AdministrationFact.CompletedInPart), C.PartlyAdministered, [(K.Product, C.Administering)]),
            (
                typeof(AdministrationFact.NotGiven),
                C.NotAdministered,
                [(K.Product, C.Thawing), (K.Product, C.Ready), (K.Product, C.Matched)]
            ),
            (typeof(StorageFact.Found), C.Out, [(K.Product, C.Lost)]),
            (
                typeof(StorageFact.Discarded),
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
                typeof(StorageFact.Damaged),
                C.Damaged,
                Each(C.Filled, C.InCulture, C.Drawn, C.Retained, C.Stored, C.Out, C.Thawing, C.Ready, C.Matched)
            ),
            // What is damaged or was not to be given is only discarded: lost and found again it would be as good as new.
            (
                typeof(StorageFact.Lost),
                C.Lost,
                Each(C.Filled, C.InCulture, C.Drawn, C.Retained, C.Stored, C.Out, C.Thawing, C.Ready, C.Matched)
            )
        )
        .Staying(typeof(AdministrationFact.Confirmed), (K.Product, C.Ready))
        .Staying(typeof(AdministrationFact.MatchLapsed), (K.Product, C.Ready))
        .Staying(typeof(AdministrationFact.Reserved), (K.Product, C.Filled), (K.Product, C.Stored), (K.Product, C.Out))
        .Staying(
            typeof(AdministrationFact.ReservationReleased),
            (K.Product, C.Filled),
            (K.Product, C.Stored),
            (K.Product, C.Out)
        )
        .Staying(
            typeof(AdministrationFact.ResidualDiscarded),
            (K.Product, C.Administered),
            (K.Product, C.PartlyAdministered)
        )
        .Staying(
            typeof(StorageFact.HandedOver),
            (K.Collection, C.Filled),
            (K.Product, C.Filled),
            (K.Product, C.Out),
            (K.Product, C.Thawing),
            (K.Product, C.Ready),
            (K.Retention, C.Retained),
            (K.Sample, C.Drawn)
        )
        .Staying(typeof(StorageFact.Identified), (K.Product, C.Stored), (K.Retention, C.Retained), (K.Sample, C.Drawn))
        .Staying(typeof(ProcessingFact.Divided), (K.Vessel, C.InCulture))
        .Staying(typeof(StorageFact.Relabelled), Each(C.Filled, C.InCulture, C.Drawn, C.Retained, C.Stored, C.Out))
        .Staying(typeof(StorageFact.Put), (K.Retention, C.Retained), (K.Sample, C.Drawn))
        .Staying(typeof(StorageFact.Moved), (K.Retention, C.Retained), (K.Sample, C.Drawn))
        .Staying(typeof(StorageFact.Retrieved), (K.Retention, C.Retained), (K.Sample, C.Drawn));

    private static readonly Dictionary<(LabelState, Type), LabelState> LabelTable = Table<LabelState>(
        (typeof(LabelFact.ScannedBack), LabelState.Applied, [LabelState.Printed]),
        (typeof(LabelFact.Voided), LabelState.Voided, [LabelState.Printed, LabelState.Applied]),
        (typeof(LabelFact.PaperDestroyed), LabelState.Destroyed, [LabelState.Voided])
    );

    private static readonly Dictionary<(TemplateState, Type), TemplateState> TemplateTable = Table<TemplateState>(
        (typeof(TemplateFact.DraftChanged), TemplateState.Draft, [TemplateState.Draft]),
        (typeof(TemplateFact.Approved), TemplateState.Approved, [TemplateState.Draft]),
        (typeof(TemplateFact.Retired), TemplateState.Retired, [TemplateState.Approved])
    );

    /// <summary>Where a late record of each fact ends, from any living state. A fact that is not here cannot be recorded late.</summary>
    private static readonly Dictionary<Type, BatchState> LateBatch = new()
    {
        // Material that was used moves no batch.
        [typeof(MaterialUseFact.Consumed)] = Planned,
        [typeof(CollectionFact.Completed)] = Collected,
        [typeof(CollectionFact.Received)] = Received,
        [typeof(ProcessingFact.Isolated)] = InProcess,
        [typeof(ProcessingFact.MediumChanged)] = InProcess,
        [typeof(ProcessingFact.Passaged)] = InProcess,
        [typeof(ProcessingFact.Divided)] = InProcess,
        [typeof(ProcessingFact.Pooled)] = InProcess,
        [typeof(ProcessingFact.Counted)] = InProcess,
        [typeof(ProcessingFact.Harvested)] = InProcess,
        [typeof(ProcessingFact.Seeded)] = InProcess,
        [typeof(ProcessingFact.Filled)] = Filled,
        [typeof(ProcessingFact.Frozen)] = Quarantine,
        // A use moves nothing, whenever it is told.
        [typeof(EquipmentUsed)] = Planned,
    };

    private static readonly Dictionary<Type, C> LateContainer = new()
    {
        [typeof(CollectionFact.Received)] = C.Filled,
        [typeof(ProcessingFact.Isolated)] = C.UsedInProcess,
        [typeof(ProcessingFact.Passaged)] = C.UsedInProcess,
        [typeof(ProcessingFact.Harvested)] = C.UsedInProcess,
        [typeof(ProcessingFact.Pooled)] = C.UsedInProcess,
        [typeof(StorageFact.Put)] = C.Stored,
        [typeof(StorageFact.Moved)] = C.Stored,
        [typeof(StorageFact.Retrieved)] = C.Out,
        [typeof(StorageFact.Damaged)] = C.Damaged,
        [typeof(StorageFact.Lost)] = C.Lost,
        [typeof(StorageFact.Discarded)] = C.Discarded,
        [typeof(AdministrationFact.ThawStarted)] = C.Thawing,
        [typeof(AdministrationFact.ThawCompleted)] = C.Ready,
        [typeof(AdministrationFact.AdministrationStarted)] = C.Administering,
        [typeof(AdministrationFact.AdministrationCompleted)] = C.Administered,
        [typeof(AdministrationFact.CompletedInPart)] = C.PartlyAdministered,
        [typeof(AdministrationFact.NotGiven)] = C.NotAdministered,
    };

    /// <summary>What happens to a batch once. Told again later it would set volume, shelf life or vials anew.</summary>
    private static readonly HashSet<Type> Once =
    [
        typeof(CollectionFact.Completed),
        typeof(CollectionFact.Received),
        typeof(ProcessingFact.Filled),
        typeof(ProcessingFact.Frozen),
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

    /// <summary>Where a fact takes a label, or null: the fact is refused there.</summary>
    public static LabelState? Next(LabelState from, LabelFact fact) =>
        LabelTable.TryGetValue((from, fact.GetType()), out var to) ? to : null;

    /// <summary>Where a fact takes a version of a label template, or null: the fact is refused there.</summary>
    public static TemplateState? Next(TemplateState from, TemplateFact fact) =>
        TemplateTable.TryGetValue((from, fact.GetType()), out var to) ? to : null;

    /// <summary>Whether the fact may be recorded after the act at all.</summary>
    public static bool MayBeLate(Type fact) => LateBatch.ContainsKey(fact) || LateContainer.ContainsKey(fact);

    /// <summary>Every listed move of a batch, for the drawing in the documentation and for tests.</summary>
    public static IEnumerable<(BatchState From, Type Fact, BatchState To)> OfBatches =>
        BatchTable.Select(m => (m.Key.Item1, m.Key.Item2, m.Value));

    /// <summary>Every listed move of a container, for the drawing in the documentation and for tests.</summary>
    public static IEnumerable<(K Kind, C From, Type Fact, C To)> OfContainers =>
        ContainerTable.Select(m => (m.Key.Item1.Item1, m.Key.Item1.Item2, m.Key.Item2, m.Value));

    /// <summary>Every listed move of a label.</summary>
    public static IEnumerable<(LabelState From, Type Fact, LabelState To)> OfLabels =>
        LabelTable.Select(m => (m.Key.Item1, m.Key.Item2, m.Value));

    /// <summary>Every listed move of a version of a label template.</summary>
    public static IEnumerable<(TemplateState From, Type Fact, TemplateState To)> OfTemplates =>
        TemplateTable.Select(m => (m.Key.Item1, m.Key.Item2, m.Value));

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
