namespace Medera.Lab.Web.Sealing;

/// <summary>Events that have no log index, in the order of their numbers.</summary>
internal sealed class UnsealedEvents
{
    private readonly List<long> events = [],
        streams = [],
        versions = [];
    private readonly List<byte[]> leaves = [];

    public int Count => events.Count;
    public long[] Events => [.. events];
    public long[] Streams => [.. streams];
    public long[] Versions => [.. versions];
    public byte[][] LeafList => [.. leaves];

    public void Add(long number, long stream, long version, byte[] leaf)
    {
        events.Add(number);
        streams.Add(stream);
        versions.Add(version);
        leaves.Add(leaf);
    }

    public byte[] Leaves() => [.. leaves.SelectMany(l => l)];
}
