using System.Collections.Immutable;

namespace Medera.Lab.Custody;

/// <summary>Any thing, for what looks at all kinds alike.</summary>
public interface IThing
{
    /// <summary>What it is known by; never changes.</summary>
    object Key { get; }

    /// <summary>How people call it, in an answer and on a timeline; null: nobody asks for it by itself.</summary>
    string? Called => null;
}

/// <summary>A kind of thing: a record that facts are folded into. Declared once; rows, replay and tables loop over what is declared.</summary>
public interface IThing<TSelf> : IThing
    where TSelf : class, IThing<TSelf>
{
    /// <summary>The shelf of its kind with this one on it.</summary>
    Shelf PutOn(Shelf? shelf);
}

/// <summary>A thing with its identifier.</summary>
public interface IThing<TSelf, TKey> : IThing<TSelf>
    where TSelf : class, IThing<TSelf, TKey>
    where TKey : notnull
{
    /// <summary>What it is known by; never changes.</summary>
    TKey Id { get; }

    /// <summary>The code that it bears, where things of its kind are found by it.</summary>
    string? Bears => null;

    /// <inheritdoc/>
    object IThing.Key => Id;

    /// <inheritdoc/>
    Shelf IThing<TSelf>.PutOn(Shelf? shelf) =>
        ((Shelf<TKey, TSelf>?)shelf ?? Shelf<TKey, TSelf>.Empty).With(Id, (TSelf)this);
}

/// <summary>An identifier of one kind of thing.</summary>
public interface IIdOf<TThing> : ITypedId
    where TThing : class;

/// <summary>A code as it was scanned or typed: any text. What it names is found, locked, shown and refused as unknown by its type.</summary>
public interface ICode
{
    /// <summary>The text, as it came.</summary>
    string Text { get; }

    /// <summary>What such a code is stuck on.</summary>
    Scanning.CodeKind Kind { get; }

    /// <summary>The kind of thing that bears it.</summary>
    Type Thing { get; }
}

/// <summary>A code that things of one kind bear.</summary>
public interface ICodeOf<TThing> : ICode
    where TThing : class
{
    /// <inheritdoc/>
    Type ICode.Thing => typeof(TThing);
}

/// <summary>All things of one kind.</summary>
public abstract class Shelf
{
    /// <summary>The things.</summary>
    public abstract IEnumerable<object> All { get; }

    /// <summary>The thing of an identifier, or null.</summary>
    public abstract object? Find(object id);

    /// <summary>What bears a code, or null.</summary>
    public abstract object? FindByCode(string code);

    /// <summary>Tells each thing that is new here, or another than on the shelf before.</summary>
    public abstract void Compare(Shelf? before, ICollection<IThing> changed, ICollection<IThing> added);
}

/// <inheritdoc/>
public sealed class Shelf<TKey, T>(ImmutableDictionary<TKey, T> rows, ImmutableDictionary<string, TKey> codes) : Shelf
    where TKey : notnull
    where T : class, IThing<T, TKey>
{
    /// <summary>Nothing.</summary>
    public static readonly Shelf<TKey, T> Empty = new(
        ImmutableDictionary<TKey, T>.Empty,
        ImmutableDictionary<string, TKey>.Empty
    );

    /// <summary>The things by their identifiers.</summary>
    public ImmutableDictionary<TKey, T> Rows { get; } = rows;

    private ImmutableDictionary<string, TKey> Codes { get; } = codes;

    /// <inheritdoc/>
    public override IEnumerable<object> All => Rows.Values;

    /// <inheritdoc/>
    public override object? Find(object id) => Rows.GetValueOrDefault((TKey)id);

    /// <inheritdoc/>
    public override object? FindByCode(string code) => Codes.TryGetValue(code, out var id) ? Rows[id] : null;

    /// <summary>With one more, or one in its place; a code that it gave up opens nothing.</summary>
    public Shelf<TKey, T> With(TKey id, T row)
    {
        var byCode = Codes;
        if (
            Rows.TryGetValue(id, out var old)
            && old.Bears is { } former
            && former != row.Bears
            && byCode.TryGetValue(former, out var bearer)
            && bearer.Equals(id)
        )
            byCode = byCode.Remove(former);
        if (row.Bears is { } code)
            byCode = byCode.SetItem(code, id);
        return new(Rows.SetItem(id, row), byCode);
    }

    /// <inheritdoc/>
    public override void Compare(Shelf? before, ICollection<IThing> changed, ICollection<IThing> added)
    {
        if (ReferenceEquals(before, this))
            return;
        var was = ((Shelf<TKey, T>?)before ?? Empty).Rows;
        foreach (var (id, row) in Rows)
        {
            if (!was.TryGetValue(id, out var old))
                added.Add(row);
            else if (!ReferenceEquals(old, row))
                changed.Add(row);
        }
    }
}
