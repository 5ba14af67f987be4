using System.Reflection;

namespace Medera.Lab.Web.Desk;

/// <summary>The acts that the page of a thing offers, as each says of itself, in the order of the work.</summary>
public static class OfferedActs
{
    private static readonly ILookup<Type, (Type Act, ActAttribute Verb, OfferedAttribute Where)> ByThing =
        CommandCatalogue
            .All.SelectMany(c =>
                c.Type.GetCustomAttributes<OfferedAttribute>().Select(where => (Act: c.Type, c.Verb, Where: where))
            )
            .OrderBy(o => o.Where.Place)
            .ToLookup(o => o.Where.Thing);

    private static readonly HashSet<(BatchState, Type)> BatchMoves = [.. Batch.Moves.Select(m => (m.From, m.Fact))];

    private static readonly HashSet<(ContainerKind, ContainerState, Type)> ContainerMoves =
    [
        .. Container.Moves.Select(m => (m.Kind, m.From, m.Fact)),
    ];

    private static readonly HashSet<(Type, Enum, Type)> Moves =
    [
        .. Things.All.SelectMany(kind => kind.Value.Life.Moves.Select(m => (kind.Key, m.From, m.Fact))),
    ];

    /// <summary>What may be done rarely with a batch: putting right, recording late, ending.</summary>
    public static IReadOnlyList<string> For(BatchView view, Person? me) =>
        Names(
            typeof(Batch),
            Offer.Rarely,
            me,
            o => BatchMoves.Contains((view.Batch.State, o.By!)) && (o.By != typeof(ResultCorrected) || Corrects(view))
        );

    /// <summary>Whether there is a result that a correction could be of, in a state that has a move for it.</summary>
    public static bool Corrects(BatchView view) =>
        view.Results.Count > 0 && BatchMoves.Contains((view.Batch.State, typeof(ResultCorrected)));

    /// <summary>What may be done rarely with a container; a fact of its batch needs a move of the batch too.</summary>
    public static IReadOnlyList<string> For(Container container, BatchState batch, Person? me) =>
        Names(
            typeof(Container),
            Offer.Rarely,
            me,
            o =>
                ContainerMoves.Contains((container.Kind, container.State, o.By!))
                && (
                    !typeof(BatchFact).IsAssignableFrom(o.By)
                    || typeof(ContainerFact).IsAssignableFrom(o.By)
                    || BatchMoves.Contains((batch, o.By!))
                )
        );

    /// <summary>What may be done with a lot of material in its state.</summary>
    public static IReadOnlyList<string> For(Material lot, Offer how, Person? me) =>
        Names(typeof(Material), how, me, o => Stands(o, lot.State));

    /// <summary>What may be done with a piece of equipment in its state.</summary>
    public static IReadOnlyList<string> For(Piece piece, Person? me) =>
        Names(typeof(Piece), Offer.Daily, me, o => Stands(o, piece.State));

    /// <summary>What may be done with a thing of the house as it stands.</summary>
    public static IReadOnlyList<string> For(IHouseThing thing, Person? me) =>
        Names(thing.GetType(), Offer.Daily, me, o => Stands(o, thing.Standing));

    /// <summary>What is done daily with a thing as it stands, whoever may.</summary>
    public static IReadOnlyList<(string Verb, Roles May)> Daily(Type thing, Enum standing) =>
        [
            .. ByThing[thing]
                .Where(o => o.Where.How == Offer.Daily && Stands(o.Where, standing))
                .Select(o => (o.Verb.Name, o.Verb.May)),
        ];

    /// <summary>What makes a new one of a kind, for who may do it.</summary>
    public static IReadOnlyList<string> For(Type thing, Person? me) => Names(thing, Offer.New, me, _ => true);

    /// <summary>The acts that make a new one of a kind.</summary>
    public static IEnumerable<Type> Making(Type thing) =>
        ByThing[thing].Where(o => o.Where.How == Offer.New).Select(o => o.Act);

    /// <summary>Whether the page of a thing has a form for an act.</summary>
    public static bool Offers(Type thing, Type act) => ByThing[thing].Any(o => o.Act == act);

    /// <summary>The form of one. A collection is recorded by two scans; its form is for one that was not.</summary>
    public static string Link(string verb, BatchId batch, string? container = null) =>
        container is not null
            ? $"/processing/containers/{container}/do/{verb}"
            : $"/processing/batches/{batch.Value}/do/{verb}{(verb == CommandCatalogue.Find<CompleteCollection>().Name ? "?late=true" : "")}";

    // In a state that the act names, or that its fact has a move from; an act that says neither is offered in every one.
    private static bool Stands(OfferedAttribute offered, Enum state) =>
        offered.By is { } fact
            ? Moves.Contains((offered.Thing, state, fact))
            : offered.States.Count == 0 || offered.States.Contains(state);

    private static IReadOnlyList<string> Names(
        Type thing,
        Offer how,
        Person? me,
        Func<OfferedAttribute, bool> stands
    ) =>
        [
            .. ByThing[thing]
                .Where(o => o.Where.How == how && me?.Holds(o.Verb.May) == true && stands(o.Where))
                .Select(o => o.Verb.Name),
        ];
}
