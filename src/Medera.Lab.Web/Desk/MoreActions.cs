namespace Medera.Lab.Web.Desk;

/// <summary>
/// What is rarely wanted: putting right, recording late, ending, destroying. It stands apart from the daily work in a quiet list.
/// Drawn where the tables of the lives have a move for it; whether it may be is asked of the desk when it is sent.
/// </summary>
public static class MoreActions
{
    // What puts right first, what ends something last.
    private static readonly IReadOnlyList<(Type Command, Type Fact)> OfBatch =
    [
        (typeof(CompleteCollection), typeof(CollectionCompleted)),
        (typeof(ConsumeMaterial), typeof(MaterialConsumed)),
        (typeof(OpenDeviation), typeof(DeviationOpened)),
        (typeof(CorrectResult), typeof(ResultCorrected)),
        (typeof(CorrectRecord), typeof(RecordCorrected)),
        (typeof(FailCollection), typeof(CollectionFailed)),
        (typeof(CancelBatch), typeof(BatchCancelled)),
        (typeof(TerminateBatch), typeof(BatchTerminated)),
    ];

    private static readonly IReadOnlyList<(Type Command, Type Fact)> OfContainer =
    [
        (typeof(RejectReceipt), typeof(ReceiptRejected)),
        (typeof(WithholdContainer), typeof(ContainerNotAdministered)),
        (typeof(HandOver), typeof(ContainerHandedOver)),
        (typeof(IdentifyContainer), typeof(ContainerIdentified)),
        (typeof(DivideVessel), typeof(VesselDivided)),
        (typeof(PoolVessels), typeof(VesselsPooled)),
        (typeof(RelabelContainer), typeof(ContainerRelabelled)),
        (typeof(ReportDamage), typeof(ContainerDamaged)),
        (typeof(ReportLoss), typeof(ContainerLost)),
        (typeof(DiscardContainer), typeof(ContainerDiscarded)),
    ];

    private static readonly HashSet<(BatchState, Type)> Batches = [.. Moves.OfBatches.Select(m => (m.From, m.Fact))];
    private static readonly HashSet<(ContainerKind, ContainerState, Type)> Containers =
    [
        .. Moves.OfContainers.Select(m => (m.Kind, m.From, m.Fact)),
    ];
    private static readonly IReadOnlyDictionary<Type, VerbAttribute> Verbs = CommandCatalogue.All.ToDictionary(
        c => c.Type,
        c => c.Verb
    );

    /// <summary>The verbs for a batch and somebody's roles.</summary>
    public static IReadOnlyList<string> For(BatchView view, Person? me) =>
        [
            .. OfBatch
                .Where(a =>
                    Batches.Contains((view.Batch.State, a.Fact))
                    && (a.Command != typeof(CorrectResult) || Corrects(view))
                )
                .Select(a => Verbs[a.Command])
                .Where(v => me?.Holds(v.May) == true)
                .Select(v => v.Name),
        ];

    /// <summary>Whether there is a result that a correction could be of, in a state that has a move for it.</summary>
    public static bool Corrects(BatchView view) =>
        view.Results.Count > 0 && Batches.Contains((view.Batch.State, typeof(ResultCorrected)));

    /// <summary>The verbs for a container and somebody's roles.</summary>
    public static IReadOnlyList<string> For(Container container, BatchState batch, Person? me) =>
        [
            .. OfContainer
                .Where(a =>
                    Containers.Contains((container.Kind, container.State, a.Fact))
                    && (
                        !typeof(BatchFact).IsAssignableFrom(a.Fact)
                        || typeof(ContainerFact).IsAssignableFrom(a.Fact)
                        || Batches.Contains((batch, a.Fact))
                    )
                )
                .Select(a => Verbs[a.Command])
                .Where(v => me?.Holds(v.May) == true)
                .Select(v => v.Name),
        ];

    /// <summary>The form of one. A collection is recorded by two scans; its form is for one that was not.</summary>
    public static string Link(string verb, BatchId batch, string? container = null) =>
        container is not null
            ? $"/containers/{container}/do/{verb}"
            : $"/batches/{batch.Value}/do/{verb}{(verb == "collection.complete" ? "?late=true" : "")}";
}
