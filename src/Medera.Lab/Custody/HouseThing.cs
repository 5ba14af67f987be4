namespace Medera.Lab.Custody;

/// <summary>
/// A thing of the house: people know it by a name and by the code that is stuck on it, it stands in one state, and it belongs to no batch. What
/// the common parts ask of such a thing (to find, lock, name, label and offer it) they ask here, so that a new kind of it is no line there.
/// </summary>
public interface IHouseThing : IThing
{
    /// <summary>The code stuck on it, of its kind.</summary>
    string Code { get; }

    /// <summary>As people call it: one thing of its kind a name.</summary>
    string Name { get; }

    /// <summary>Where it stands in its life.</summary>
    Enum Standing { get; }

    /// <summary>When that state was reached.</summary>
    DateTimeOffset Since { get; }

    /// <summary>Who changed its record last.</summary>
    PersonId LastBy { get; }

    /// <inheritdoc/>
    string? IThing.Called => Name;
}

/// <summary>The same with its identifier.</summary>
public interface IHouseThing<TSelf, TKey> : IThing<TSelf, TKey>, IHouseThing, IDeclared
    where TSelf : class, IHouseThing<TSelf, TKey>
    where TKey : struct, ITypedId
{
    /// <inheritdoc/>
    string? IThing<TSelf, TKey>.Bears => Code;
}
