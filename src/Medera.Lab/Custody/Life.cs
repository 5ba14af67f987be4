namespace Medera.Lab.Custody;

/// <summary>The life of a kind of thing: which facts begin, move and change it. What is not listed is refused, and throws in a fold.</summary>
public abstract class Life
{
    /// <summary>The kind of thing.</summary>
    public abstract Type Thing { get; }

    /// <summary>Every fact of this life.</summary>
    public abstract IEnumerable<Type> Facts { get; }

    /// <summary>Every listed move, for the drawing in the documentation, for what is offered, and for tests.</summary>
    public abstract IEnumerable<(Enum From, Type Fact, Enum To)> Moves { get; }

    /// <summary>Every state that there is.</summary>
    public abstract IEnumerable<Enum> States { get; }

    /// <summary>Whether a fact can follow on what is there. What begins a life always can.</summary>
    public abstract bool CanFollow(Lives lives, Fact fact);

    /// <summary>The lives after one of its facts.</summary>
    /// <exception cref="ImpossibleMoveException">The fact cannot follow on what is there: the log or the code is wrong.</exception>
    public abstract Lives Fold(Lives lives, Recorded told);
}

/// <summary>A life as a table: a row a fact, and in it where the fact leads and what it changes.</summary>
/// <param name="about">The thing that a fact of this life is about.</param>
/// <param name="state">Where a thing stands.</param>
/// <param name="moved">The thing in its next state.</param>
public sealed class Life<T, TState, TFact>(
    Func<TFact, IIdOf<T>> about,
    Func<T, TState> state,
    Func<T, TState, Recorded, T> moved
) : Life
    where T : class, IThing<T>
    where TState : struct, Enum
    where TFact : Fact
{
    private readonly Dictionary<Type, Func<TFact, Recorded, T>> begins = [];
    private readonly Dictionary<(TState From, Type Fact), TState> moves = [];
    private readonly Dictionary<Type, Func<T, TFact, T>> changes = [];

    /// <inheritdoc/>
    public override Type Thing => typeof(T);

    /// <inheritdoc/>
    public override IEnumerable<Type> Facts => begins.Keys.Concat(changes.Keys);

    /// <inheritdoc/>
    public override IEnumerable<Enum> States => Enum.GetValues<TState>().Cast<Enum>();

    /// <inheritdoc/>
    public override IEnumerable<(Enum From, Type Fact, Enum To)> Moves =>
        moves.Select(m => ((Enum)m.Key.From, m.Key.Fact, (Enum)m.Value));

    /// <summary>The fact that a life begins with.</summary>
    public Life<T, TState, TFact> Begins<F>(Func<F, Recorded, T> born)
        where F : TFact
    {
        begins.Add(typeof(F), (fact, told) => born((F)fact, told));
        return this;
    }

    /// <summary>A fact that leads to a state, and what it changes beside it.</summary>
    public Life<T, TState, TFact> Moved<F>(TState to, TState[] from, Func<T, F, T>? change = null)
        where F : TFact => Row(from.Select(s => (s, to)), change);

    /// <summary>A fact that leaves the state as it is, and what it changes.</summary>
    public Life<T, TState, TFact> Changed<F>(TState[] at, Func<T, F, T> change)
        where F : TFact => Row(at.Select(s => (s, s)), change);

    /// <summary>Where a fact leads, or null: it is refused there.</summary>
    public TState? Next(TState from, Type fact) => moves.TryGetValue((from, fact), out var to) ? to : null;

    /// <inheritdoc/>
    public override bool CanFollow(Lives lives, Fact fact) =>
        begins.ContainsKey(fact.GetType())
        || (lives.Find(about((TFact)fact)) is { } thing && Next(state(thing), fact.GetType()) is not null);

    /// <inheritdoc/>
    public override Lives Fold(Lives lives, Recorded told)
    {
        var (fact, type) = ((TFact)told.Fact, told.Fact.GetType());
        if (begins.TryGetValue(type, out var born))
            return lives.With(born(fact, told));
        var before = lives.Find(about(fact)) ?? throw new ImpossibleMoveException($"{type.Name} of what is not there.");
        var to =
            Next(state(before), type)
            ?? throw new ImpossibleMoveException($"{type.Name} cannot follow on {state(before)} of {before}.");
        return lives.With(changes[type](moved(before, to, told), fact));
    }

    private Life<T, TState, TFact> Row<F>(IEnumerable<(TState From, TState To)> rows, Func<T, F, T>? change)
        where F : TFact
    {
        foreach (var (from, to) in rows)
            moves.Add((from, typeof(F)), to);
        changes.Add(typeof(F), change is null ? (thing, _) => thing : (thing, fact) => change(thing, (F)fact));
        return this;
    }
}
