using Medera.Lab.Web.Data;

namespace Medera.Lab.Web.Desk;

/// <summary>A station's part of the loader. The desk finds by all parts, locks, and reads by all parts under the locks.</summary>
internal interface ILoading
{
    /// <summary>Every part, each once.</summary>
    static readonly IReadOnlyList<ILoading> All =
    [
        .. typeof(ILoading)
            .Assembly.GetTypes()
            .Where(t => t.IsClass && !t.IsAbstract && typeof(ILoading).IsAssignableFrom(t))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (ILoading)Activator.CreateInstance(t)!),
    ];

    /// <summary>Whether the command names anything of this station.</summary>
    bool Takes(Command wanted);

    /// <summary>Finds identifiers, which never change, without locks.</summary>
    Task FindAsync(Found found, LabDb db);

    /// <summary>The streams that grow if a command of this station is accepted; the rest of what was found is only held still.</summary>
    IEnumerable<StreamKey> Writes(Found found);

    /// <summary>Reads the rows, under the locks.</summary>
    Task<Lives> ReadAsync(Found found, LabDb db, Lives lives);
}

/// <summary>What a command names, as identifiers by their types.</summary>
internal sealed class Found(Command wanted, IEnumerable<string> codes)
{
    private readonly Dictionary<Type, object> ids = [];

    public Command Wanted { get; } = wanted;

    /// <summary>The codes of containers that the command names or binds, and those that a part finds beside them.</summary>
    public List<string> Codes { get; } = [.. codes];

    public HashSet<TId> Of<TId>()
        where TId : struct, ITypedId =>
        ids.TryGetValue(typeof(TId), out var set)
            ? (HashSet<TId>)set
            : (HashSet<TId>)(ids[typeof(TId)] = new HashSet<TId>());

    public void Add<TId>(IEnumerable<TId> more)
        where TId : struct, ITypedId => Of<TId>().UnionWith(more);
}
