namespace Medera.Lab.Web.Custody;

/// <summary>A locked head: where the next event of a stream goes.</summary>
public sealed class StreamHead(long streamNo, StreamKey key, int version, byte[] leaf, DateTimeOffset recorded)
{
    public long StreamNo { get; } = streamNo;
    public StreamKey Key { get; } = key;
    public int Version { get; private set; } = version;
    public byte[] Leaf { get; private set; } = leaf;
    public DateTimeOffset Recorded { get; private set; } = recorded;

    /// <summary>site/kind/id, as the ledger names the stream.</summary>
    public string NaturalKey => NaturalKeyOf(Key);

    /// <summary>The natural key of a stream of this site.</summary>
    public static string NaturalKeyOf(StreamKey key) => $"{LabSettings.Site}/{key}";

    /// <summary>The stream behind a natural key of this site.</summary>
    public static StreamKey KeyOf(string natural)
    {
        var parts = natural.Split('/');
        return new StreamKey(parts[1], Guid.Parse(parts[2]));
    }

    /// <summary>Moves on by one event.</summary>
    internal void Grow(byte[] leaf, DateTimeOffset recorded) =>
        (Version, Leaf, Recorded) = (Version + 1, leaf, recorded);
}
