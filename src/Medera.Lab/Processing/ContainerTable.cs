using System.Diagnostics;
using C = Medera.Lab.Processing.ContainerState;
using K = Medera.Lab.Processing.ContainerKind;

namespace Medera.Lab.Processing;

/// <summary>A life of containers as a table: each kind has moves of its own, and a fact may make some and take others.</summary>
internal sealed class ContainerTable : LifeTable<Container>
{
    private readonly Dictionary<(K Kind, C From, Type Fact), C> moves = [];
    private readonly Dictionary<Type, Func<Fact, IEnumerable<ContainerId>>> about = [];

    /// <inheritdoc/>
    public override IEnumerable<Enum> States => Enum.GetValues<C>().Cast<Enum>();

    /// <inheritdoc/>
    public override IEnumerable<Enum> Firsts => Enum.GetValues<K>().Select(FirstOf).Cast<Enum>();

    /// <inheritdoc/>
    public override IEnumerable<(Enum From, Type Fact, Enum To)> Moves =>
        OfKinds.Select(m => ((Enum)m.From, m.Fact, (Enum)m.To)).Distinct();

    /// <summary>Every listed move, with the kind of container that it is for.</summary>
    public IEnumerable<(K Kind, C From, Type Fact, C To)> OfKinds =>
        moves.Select(m => (m.Key.Kind, m.Key.From, m.Key.Fact, m.Value));

    /// <summary>The state that a container of a kind begins in.</summary>
    public static C FirstOf(K kind) =>
        kind switch
        {
            K.Vessel => C.InCulture,
            K.Sample => C.Drawn,
            K.Retention => C.Retained,
            K.Collection or K.Product => C.Filled,
            _ => throw new UnreachableException($"Nobody knows how a {kind} begins."),
        };

    /// <summary>Where a fact takes a container of a kind, or null: the fact is refused there.</summary>
    /// <param name="late">Whether it is recorded after the act: then the second table answers where this one does not.</param>
    public C? Next(K kind, C from, Type fact, bool late = false) =>
        moves.TryGetValue((kind, from, fact), out var to) ? to
        : late ? LateRecords.OfContainer(from, fact)
        : null;

    /// <summary>The state after a fact.</summary>
    /// <exception cref="ImpossibleMoveException">It cannot follow.</exception>
    public C After(Container container, Recorded told) =>
        Next(container.Kind, container.State, told.Fact.GetType(), told.Late)
        ?? throw new ImpossibleMoveException(
            $"{told.Fact.GetType().Name} cannot follow on {container.State} of container {container.Code}."
        );

    /// <summary>Whether a fact moves a container: one that the table does not know, or that only makes some, moves none.</summary>
    public bool Takes(Fact fact, ContainerId container) =>
        about.TryGetValue(fact.GetType(), out var of) && of(fact).Contains(container);

    /// <summary>A fact that makes containers and takes none.</summary>
    public ContainerTable Making<F>(Func<Lives, F, Recorded, IEnumerable<Container>> made)
        where F : BatchFact => Takes((F _) => [], [], made);

    /// <summary>A fact of one container.</summary>
    /// <param name="change">From the container as it was, and as it is in its next state.</param>
    public ContainerTable Moved<F>(
        C to,
        (K Kind, C State)[] from,
        Func<Container, Container, F, Recorded, Container>? change = null
    )
        where F : ContainerFact => Leads(fact => fact.Container, [.. from.Select(f => (f.Kind, f.State, to))], change);

    /// <summary>A fact of one container that leaves its state as it is: the last mover is told all the same.</summary>
    public ContainerTable Stays<F>((K Kind, C State)[] at, Func<Container, F, Recorded, Container>? change = null)
        where F : ContainerFact =>
        Leads<F>(
            fact => fact.Container,
            [.. at.Select(s => (s.Kind, s.State, s.State))],
            (before, _, fact, told) => TouchedBy(change is null ? before : change(before, fact, told), told)
        );

    /// <summary>A fact of one container, from each place where it leads.</summary>
    public ContainerTable Leads<F>(
        Func<F, ContainerId> about,
        (K Kind, C From, C To)[] rows,
        Func<Container, Container, F, Recorded, Container>? change = null
    )
        where F : BatchFact =>
        Takes<F>(
            fact => [about(fact)],
            rows,
            (lives, fact, told) =>
            {
                var before = lives.Containers[about(fact)];
                var next = Moved(before, told);
                return [change is null ? next : change(before, next, fact, told)];
            }
        );

    /// <summary>A fact that takes containers, and may make others.</summary>
    /// <param name="taken">Those that its moves are listed for.</param>
    /// <param name="after">Every container that it changes or makes, as it leaves it.</param>
    public ContainerTable Takes<F>(
        Func<F, IEnumerable<ContainerId>> taken,
        (K Kind, C From, C To)[] rows,
        Func<Lives, F, Recorded, IEnumerable<Container>> after
    )
        where F : BatchFact
    {
        foreach (var (kind, from, to) in rows)
            moves.Add((kind, from, typeof(F)), to);
        about.Add(typeof(F), fact => taken((F)fact));
        Changing(after);
        return this;
    }

    /// <summary>The container in the state that a fact leads to.</summary>
    public Container Moved(Container container, Recorded told) =>
        container with
        {
            State = After(container, told),
            Since = told.Happened ?? told.At,
            LastBy = told.By,
        };

    /// <summary>A container that nothing moved, and somebody did something with.</summary>
    public static Container TouchedBy(Container container, Recorded told) => container with { LastBy = told.By };

    /// <inheritdoc/>
    protected override bool MayFollow(Lives lives, Fact fact) =>
        about[fact.GetType()]
            (fact)
            .Select(id => lives.Containers[id])
            .All(c => Next(c.Kind, c.State, fact.GetType()) is not null);
}
