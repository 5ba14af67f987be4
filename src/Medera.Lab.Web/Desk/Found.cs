namespace Medera.Lab.Web.Desk;

/// <summary>What a command names, as identifiers by their types.</summary>
internal sealed class Found(Command wanted)
{
    private readonly Dictionary<Type, IIds> ids = [];
    private readonly HashSet<BatchId> resolvedBatches = [];

    public Command Wanted { get; } = wanted;

    /// <summary>What the act looks at of a batch.</summary>
    public Needs Needs { get; } = wanted.Needs();

    /// <summary>The codes of containers that the command names or binds, and those that a part finds beside them.</summary>
    public List<string> ContainerCodes { get; } =
    [.. Named.Every<ContainerCode>(wanted).Select(code => code.Text).Distinct()];

    /// <summary>Whether what a batch belongs to is known already.</summary>
    public bool HasResolved(BatchId batch) => resolvedBatches.Contains(batch);

    public HashSet<TId> Known<TId>()
        where TId : struct, ITypedId
    {
        if (!ids.TryGetValue(typeof(TId), out var set))
            ids[typeof(TId)] = set = new Set<TId>();
        return ((Set<TId>)set).Values;
    }

    public void Add<TId>(params IEnumerable<TId> more)
        where TId : struct, ITypedId => Known<TId>().UnionWith(more);

    /// <summary>A batch, and what the act looks at of it.</summary>
    public void AddBatch(BatchId batch, SubjectId donor, SubjectId? patient, ProtocolId protocol)
    {
        Add(batch);
        resolvedBatches.Add(batch);
        if (Needs == Needs.Batch)
            return;
        Add(protocol);
        if (Needs == Needs.Protocol)
            return;
        Add(donor);
        if (patient is { } own)
            Add(own);
    }

    /// <summary>The streams of one kind of thing that was found.</summary>
    public IEnumerable<StreamKey> StreamsOf<TId>()
        where TId : struct, ITypedId => Known<TId>().Select(id => Stream(typeof(TId), id));

    /// <summary>The streams of all that was found.</summary>
    public IEnumerable<StreamKey> Streams => ids.SelectMany(kind => kind.Value.All.Select(id => Stream(kind.Key, id)));

    private static StreamKey Stream(Type kind, ITypedId id) => new(Things.ByIdentifier[kind].Name, id.Value);

    private interface IIds
    {
        IEnumerable<ITypedId> All { get; }
    }

    private sealed class Set<TId> : IIds
        where TId : struct, ITypedId
    {
        public HashSet<TId> Values { get; } = [];

        public IEnumerable<ITypedId> All => Values.Cast<ITypedId>();
    }
}
