namespace Medera.Lab.Custody;

/// <summary>
/// The life of a kind of thing: which facts begin, move and change it. A fact may stand in several lives; each of its rows sees
/// the lives as they were before the fact. What is not listed is refused, and throws in a fold.
/// </summary>
public abstract class Life
{
    /// <summary>The kind of thing.</summary>
    public abstract Type Thing { get; }

    /// <summary>Every fact of this life.</summary>
    public abstract IEnumerable<Type> Facts { get; }

    /// <summary>Every listed move, for the drawing in the documentation, for what is offered, and for tests.</summary>
    public abstract IEnumerable<(Enum From, Type Fact, Enum To)> Moves { get; }

    /// <summary>Every state that there is; none for a thing that only is what it is.</summary>
    public abstract IEnumerable<Enum> States { get; }

    /// <summary>The states that a thing begins in, where its table says so.</summary>
    public virtual IEnumerable<Enum> Firsts => [];

    /// <summary>Whether a fact can follow on what is there. What begins a life always can.</summary>
    public abstract bool CanFollow(Lives lives, Fact fact);

    /// <summary>The lives after one of its facts.</summary>
    /// <param name="before">As they were before the fact: what a row reads.</param>
    /// <param name="lives">As the lives that stand before this one made them: what a row adds to.</param>
    /// <exception cref="ImpossibleMoveException">The fact cannot follow on what is there: the log or the code is wrong.</exception>
    public abstract Lives Fold(Lives before, Lives lives, Recorded told);
}

/// <summary>What every table of a life has: a row a fact.</summary>
public abstract class LifeTable<T> : Life
    where T : class, IThing<T>
{
    private readonly Dictionary<Type, Func<Lives, Recorded, IEnumerable<T>>> rows = [];
    private readonly HashSet<Type> begins = [];

    /// <inheritdoc/>
    public override Type Thing => typeof(T);

    /// <inheritdoc/>
    public override IEnumerable<Type> Facts => rows.Keys;

    /// <inheritdoc/>
    public override bool CanFollow(Lives lives, Fact fact) => begins.Contains(fact.GetType()) || MayFollow(lives, fact);

    /// <inheritdoc/>
    public override Lives Fold(Lives before, Lives lives, Recorded told) =>
        rows[told.Fact.GetType()](before, told).Aggregate(lives, (all, thing) => all.With(thing));

    /// <summary>Whether a fact that begins nothing can follow on what is there.</summary>
    protected abstract bool MayFollow(Lives lives, Fact fact);

    /// <summary>A row whose fact makes things.</summary>
    protected void Making<F>(Func<F, Recorded, IEnumerable<T>> born)
        where F : Fact
    {
        begins.Add(typeof(F));
        rows.Add(typeof(F), (_, told) => born((F)told.Fact, told));
    }

    /// <summary>A row whose fact gives things another content.</summary>
    protected void Changing<F>(Func<Lives, F, Recorded, IEnumerable<T>> changed)
        where F : Fact => Changing(typeof(F), (before, told) => changed(before, (F)told.Fact, told));

    /// <summary>The same, for a fact that is known by its type alone.</summary>
    protected void Changing(Type fact, Func<Lives, Recorded, IEnumerable<T>> changed) => rows.Add(fact, changed);
}

/// <summary>A life of a thing with states, as a table: a row a fact, and in it where the fact leads and what it changes.</summary>
/// <param name="state">Where a thing stands.</param>
/// <param name="moved">The thing in its next state.</param>
/// <param name="late">Where a fact that is recorded after the act leads, where no row of the table takes it up; null: nowhere.</param>
public sealed class Life<T, TState>(
    Func<T, TState> state,
    Func<T, TState, Recorded, T> moved,
    Func<TState, Type, TState?>? late = null
) : LifeTable<T>
    where T : class, IThing<T>
    where TState : struct, Enum
{
    private readonly Dictionary<(TState From, Type Fact), TState> moves = [];
    private readonly HashSet<(TState From, Type Fact, TState To)> forks = [];
    private readonly Dictionary<Type, Func<Lives, Fact, IEnumerable<T>>> about = [];
    private readonly HashSet<TState> firsts = [];
    private readonly HashSet<Type> wherever = [];
    private readonly HashSet<Type> stayingLate = [];

    /// <inheritdoc/>
    public override IEnumerable<Enum> States => Enum.GetValues<TState>().Cast<Enum>();

    /// <inheritdoc/>
    public override IEnumerable<Enum> Firsts => firsts.DefaultIfEmpty(Enum.GetValues<TState>()[0]).Cast<Enum>();

    /// <inheritdoc/>
    public override IEnumerable<(Enum From, Type Fact, Enum To)> Moves =>
        moves
            .Select(m => ((Enum)m.Key.From, m.Key.Fact, (Enum)m.Value))
            .Concat(forks.Select(m => ((Enum)m.From, m.Fact, (Enum)m.To)));

    /// <summary>The fact that a life begins with.</summary>
    public Life<T, TState> Begins<F>(Func<F, Recorded, T> born)
        where F : Fact => BeginsMany<F>((fact, told) => [born(fact, told)]);

    /// <summary>The fact that a life begins with, and the state that it begins in.</summary>
    public Life<T, TState> Begins<F>(TState first, Func<F, Recorded, T> born)
        where F : Fact
    {
        firsts.Add(first);
        return Begins(born);
    }

    /// <summary>A fact that several lives begin with.</summary>
    public Life<T, TState> BeginsMany<F>(Func<F, Recorded, IEnumerable<T>> born)
        where F : Fact
    {
        Making(born);
        return this;
    }

    /// <summary>A fact that leads to a state, and what it changes beside it.</summary>
    /// <param name="about">The thing that the fact is about.</param>
    public Life<T, TState> Moved<F>(
        Func<F, IIdOf<T>> about,
        TState to,
        TState[] from,
        Func<T, F, Recorded, T>? change = null
    )
        where F : Fact => Row((lives, fact) => [The(lives, about(fact))], from.Select(s => (s, to)), OfOthers(change));

    /// <summary>A fact that leaves the state as it is, and what it changes.</summary>
    /// <param name="about">The thing that the fact is about.</param>
    public Life<T, TState> Changed<F>(Func<F, IIdOf<T>> about, TState[] at, Func<T, F, Recorded, T>? change = null)
        where F : Fact => Row((lives, fact) => [The(lives, about(fact))], at.Select(s => (s, s)), OfOthers(change));

    /// <summary>The same, where what it changes is read from other things too, as they were before the fact.</summary>
    public Life<T, TState> Changed<F>(Func<F, IIdOf<T>> about, TState[] at, Func<Lives, T, F, Recorded, T> change)
        where F : Fact => Row((lives, fact) => [The(lives, about(fact))], at.Select(s => (s, s)), change);

    /// <summary>Every fact of a family is told of a thing wherever it stands: it is no move of its own.</summary>
    public Life<T, TState> Touched<F>(Func<F, IIdOf<T>> about, Func<Lives, T, F, Recorded, T> change)
        where F : Fact
    {
        foreach (var fact in typeof(F).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(F).IsAssignableFrom(t)))
        {
            wherever.Add(fact);
            Changing(
                fact,
                (before, told) =>
                {
                    var thing = The(before, about((F)told.Fact));
                    return [change(before, moved(thing, state(thing), told), (F)told.Fact, told)];
                }
            );
        }
        return this;
    }

    /// <summary>A fact about several things, from each state where it leads.</summary>
    public Life<T, TState> ChangedMany<F>(
        Func<Lives, F, IEnumerable<T>> about,
        (TState From, TState To)[] rows,
        Func<T, F, Recorded, T>? change = null
    )
        where F : Fact => Row(about, rows, OfOthers(change));

    /// <summary>Recorded late, a fact may meet a thing in any state, and leaves it there where no move is listed.</summary>
    public Life<T, TState> ToldLate<F>()
        where F : Fact
    {
        stayingLate.Add(typeof(F));
        return this;
    }

    /// <summary>A fact that leads where what it changes says: the last session given completes its plan.</summary>
    /// <param name="rows">Every move that may come of it; another one throws.</param>
    public Life<T, TState> Forked<F>(
        Func<F, IIdOf<T>> about,
        (TState From, TState To)[] rows,
        Func<T, F, Recorded, T> change
    )
        where F : Fact
    {
        foreach (var (from, to) in rows)
            forks.Add((from, typeof(F), to));
        this.about.Add(typeof(F), (lives, fact) => [The(lives, about((F)fact))]);
        Changing<F>(
            (before, fact, told) => [Turned(The(before, about(fact)), thing => change(thing, fact, told), typeof(F))]
        );
        return this;
    }

    /// <summary>Where a fact leads, or null: it is refused there.</summary>
    /// <param name="recordedLate">Whether it is recorded after the act: then it may lead where the table alone does not.</param>
    public TState? Next(TState from, Type fact, bool recordedLate = false) =>
        wherever.Contains(fact) ? from
        : moves.TryGetValue((from, fact), out var to) ? to
        : recordedLate ? late?.Invoke(from, fact)
        : null;

    /// <inheritdoc/>
    protected override bool MayFollow(Lives lives, Fact fact) =>
        wherever.Contains(fact.GetType())
        || about.TryGetValue(fact.GetType(), out var of)
            && of(lives, fact)
                .All(thing =>
                    Next(state(thing), fact.GetType()) is not null
                    || forks.Any(m => m.Fact == fact.GetType() && m.From.Equals(state(thing)))
                );

    private static Func<Lives, T, F, Recorded, T>? OfOthers<F>(Func<T, F, Recorded, T>? change) =>
        change is null ? null : (_, thing, fact, told) => change(thing, fact, told);

    private Life<T, TState> Row<F>(
        Func<Lives, F, IEnumerable<T>> of,
        IEnumerable<(TState From, TState To)> rows,
        Func<Lives, T, F, Recorded, T>? change
    )
        where F : Fact
    {
        foreach (var (from, to) in rows)
            moves.Add((from, typeof(F)), to);
        about.Add(typeof(F), (lives, fact) => of(lives, (F)fact));
        Changing<F>(
            (before, fact, told) =>
                of(before, fact)
                    .Select(thing =>
                    {
                        var next = moved(thing, To(thing, told), told);
                        return change is null ? next : change(before, next, fact, told);
                    })
        );
        return this;
    }

    private T Turned(T thing, Func<T, T> change, Type fact)
    {
        var next = change(thing);
        return forks.Contains((state(thing), fact, state(next))) ? next : throw Impossible(thing, fact);
    }

    private ImpossibleMoveException Impossible(T thing, Type fact) =>
        new($"{fact.Name} cannot follow on {state(thing)} of {thing}.");

    private TState To(T thing, Recorded told) =>
        Next(state(thing), told.Fact.GetType(), told.Late)
        ?? (
            told.Late && stayingLate.Contains(told.Fact.GetType())
                ? state(thing)
                : throw Impossible(thing, told.Fact.GetType())
        );

    private static T The(Lives lives, IIdOf<T> id) =>
        lives.Find(id) ?? throw new ImpossibleMoveException($"There is no {typeof(T).Name} {id.Value}.");
}

/// <summary>A life of a thing without states: it begins, and facts change what it says.</summary>
public sealed class Life<T> : LifeTable<T>
    where T : class, IThing<T>
{
    /// <inheritdoc/>
    public override IEnumerable<Enum> States => [];

    /// <inheritdoc/>
    public override IEnumerable<(Enum From, Type Fact, Enum To)> Moves => [];

    /// <summary>The fact that a life begins with.</summary>
    public Life<T> Begins<F>(Func<F, Recorded, T> born)
        where F : Fact => BeginsMany<F>((fact, told) => [born(fact, told)]);

    /// <summary>A fact that several lives begin with.</summary>
    public Life<T> BeginsMany<F>(Func<F, Recorded, IEnumerable<T>> born)
        where F : Fact
    {
        Making(born);
        return this;
    }

    /// <summary>A fact that changes the thing that it is about.</summary>
    public Life<T> Changed<F>(Func<F, IIdOf<T>> about, Func<T, F, Recorded, T> change)
        where F : Fact => ChangedMany<F>((lives, fact) => [The(lives, about(fact))], change);

    /// <summary>A fact that changes several things.</summary>
    public Life<T> ChangedMany<F>(Func<Lives, F, IEnumerable<T>> about, Func<T, F, Recorded, T> change)
        where F : Fact
    {
        Changing<F>((before, fact, told) => about(before, fact).Select(thing => change(thing, fact, told)));
        return this;
    }

    /// <summary>A fact that makes things and changes others; each as it leaves them.</summary>
    public Life<T> Folds<F>(Func<Lives, F, Recorded, IEnumerable<T>> folded)
        where F : Fact
    {
        Changing(folded);
        return this;
    }

    /// <summary>A fact that is told of the thing and changes nothing of what is kept of it.</summary>
    public Life<T> Touched<F>()
        where F : Fact
    {
        Changing<F>((_, _, _) => []);
        return this;
    }

    /// <inheritdoc/>
    protected override bool MayFollow(Lives lives, Fact fact) => true;

    private static T The(Lives lives, IIdOf<T> id) =>
        lives.Find(id) ?? throw new ImpossibleMoveException($"There is no {typeof(T).Name} {id.Value}.");
}
