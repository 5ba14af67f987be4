using System.Collections.Immutable;

namespace Medera.Lab.Custody;

/// <summary>
/// Lives in memory: all of a laboratory for a replay, or the part that the desk loaded for one decision, one shelf a kind of thing.
/// Immutable: each change gives a new value, so that what changed can be told by comparing references.
/// </summary>
public sealed record Lives
{
    /// <summary>No lives.</summary>
    public static readonly Lives None = new();

    private ImmutableDictionary<Type, Shelf> Shelves { get; init; } = ImmutableDictionary<Type, Shelf>.Empty;

    /// <summary>Every thing of a kind, by its identifier.</summary>
    public ImmutableDictionary<TKey, T> Of<TKey, T>()
        where TKey : notnull
        where T : class, IThing<T, TKey> =>
        Shelves.TryGetValue(typeof(T), out var shelf)
            ? ((Shelf<TKey, T>)shelf).Rows
            : ImmutableDictionary<TKey, T>.Empty;

    /// <summary>Every thing of a kind.</summary>
    public IEnumerable<T> All<T>()
        where T : class, IThing<T> => Shelves.TryGetValue(typeof(T), out var shelf) ? shelf.All.Cast<T>() : [];

    /// <summary>The thing of an identifier, or null.</summary>
    public T? Find<T>(IIdOf<T> id)
        where T : class, IThing<T> => (T?)ShelfOf(typeof(T))?.Find(id);

    /// <summary>What bears a code, or null.</summary>
    public T? Find<T>(ICodeOf<T> code)
        where T : class, IThing<T> => (T?)ShelfOf(typeof(T))?.FindByCode(code.Text);

    /// <summary>The thing of the house that bears a code of its kind, or null.</summary>
    public IHouseThing? HouseThing(ICode code) => ShelfOf(code.Thing)?.FindByCode(code.Text) as IHouseThing;

    /// <summary>The thing of the house that bears a code, of whatever kind, or null.</summary>
    public IHouseThing? HouseThing(string code) =>
        Things.OfTheHouse.Select(kind => ShelfOf(kind)?.FindByCode(code)).OfType<IHouseThing>().FirstOrDefault();

    /// <summary>The shelf of a kind, where anything stands on it.</summary>
    public Shelf? ShelfOf(Type thing) => Shelves.GetValueOrDefault(thing);

    /// <summary>What is another here than it was before, and what is new.</summary>
    public (IReadOnlyList<IThing> Changed, IReadOnlyList<IThing> Added) Since(Lives before)
    {
        var (changed, added) = (new List<IThing>(), new List<IThing>());
        foreach (var kind in Things.Types)
            ShelfOf(kind)?.Compare(before.ShelfOf(kind), changed, added);
        return (changed, added);
    }

    /// <summary>With a thing, new or changed.</summary>
    public Lives With<T>(T row)
        where T : class, IThing<T> =>
        this with
        {
            Shelves = Shelves.SetItem(typeof(T), row.PutOn(Shelves.GetValueOrDefault(typeof(T)))),
        };
}
