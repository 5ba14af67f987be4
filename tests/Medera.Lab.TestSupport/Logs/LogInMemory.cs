using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Medera.Lab.Ledger;

namespace Medera.Lab.TestSupport.Logs;

/// <summary>A small log with everything that an export has, laid open to be tampered with.</summary>
public sealed class LogInMemory
{
    public const string Origin = "lab.example/log";

    public static readonly NoteSigner Signer = new(Origin, SignatureKind.Note, new byte[32]);

    public static readonly NoteSigner Witness = new(
        "witness.example",
        SignatureKind.Cosignature,
        Enumerable.Repeat((byte)7, 32).ToArray()
    );

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, (int Version, byte[] Leaf)> heads = new(StringComparer.Ordinal);

    public List<byte[]> Bodies { get; private init; } = [];

    /// <summary>Tiles and bundles by path, as they lie in a folder.</summary>
    public Dictionary<string, byte[]> Files { get; private init; } = new(StringComparer.Ordinal);

    public byte[] Note { get; set; } = [];

    /// <summary>A log of so many events, spread over streams by these numbers.</summary>
    public static LogInMemory Grow(int size, IReadOnlyList<int> streams)
    {
        var log = new LogInMemory();
        for (var i = 0; i < size; i++)
            log.Record($"1/batch/{(streams.Count == 0 ? 0 : streams[i % streams.Count])}");
        log.Seal();
        return log;
    }

    public static byte[] Body(
        string stream,
        int version,
        byte[] prev,
        int minute,
        string log = Origin,
        string? about = null
    )
    {
        var id = new Guid(Identifier(stream, version));
        var recorded = Start
            .AddMinutes(minute)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(
            $$"""{"about":["{{about ?? id.ToString()}}"],"actor":"{{id}}","command":"{{id}}","data":{"position":"ML1","volume":"1.0 mL"},"edition":1,"id":"{{id}}","log":"{{log}}","prev":"{{Base64Url.EncodeToString(prev)}}","recorded":"{{recorded}}","stream":"{{stream}}","type":"storage.put","v":1,"version":{{version}}}"""
        );
    }

    public void Record(string stream, string? about = null)
    {
        var (version, leaf) = heads.TryGetValue(stream, out var head)
            ? head
            : (0, SHA256.HashData(Encoding.UTF8.GetBytes(stream)));
        Bodies.Add(Body(stream, version + 1, leaf, Bodies.Count, about: about));
        heads[stream] = (version + 1, Leaf.Hash(Bodies[^1]));
    }

    /// <summary>Makes every file and the checkpoint from the bodies as they are: what the owner of the log can do at any time.</summary>
    public void Seal(bool sign = true)
    {
        Files.Clear();
        Lay();
        if (sign)
            Note = CheckpointAt(Bodies.Count);
    }

    /// <summary>The checkpoint of the first so many events.</summary>
    public byte[] CheckpointAt(int size, NoteSigner? signer = null)
    {
        var range = new CompactRange();
        foreach (var body in Bodies.Take(size))
            range.Append(Leaf.Hash(body));
        var note = new Checkpoint(Origin, size, range.Root()).Sign(signer ?? Signer);
        return note.With(Witness.Cosign(note.Text, 1_770_000_000)).ToBytes();
    }

    public LogInMemory Copy() =>
        new()
        {
            Bodies = [.. Bodies.Select(body => (byte[])body.Clone())],
            Files = Files.ToDictionary(file => file.Key, file => (byte[])file.Value.Clone(), StringComparer.Ordinal),
            Note = (byte[])Note.Clone(),
        };

    public CheckReport Check(IEnumerable<byte[]>? outside = null, int streamsHeld = 100) =>
        Medera.Lab.Ledger.Check.Run(Given(outside) with { StreamsHeld = streamsHeld });

    public LogCopy Given(IEnumerable<byte[]>? outside = null) =>
        new(
            Origin,
            Note,
            tile => Files.TryGetValue(tile.Path, out var bytes) ? bytes : null,
            [new KeyPeriod(Signer.Key)]
        )
        {
            Outside = [.. (outside ?? []).Select(note => (ReadOnlyMemory<byte>)note)],
            Witnesses = new WitnessPolicy([Witness.Key], 1),
        };

    /// <summary>Puts bodies into the bundles as they are, and leaves the tiles above them.</summary>
    public void LayBundles()
    {
        foreach (
            var path in Files.Keys.Where(path => path.StartsWith("tile/entries/", StringComparison.Ordinal)).ToList()
        )
            Files.Remove(path);
        for (var bundle = 0; Tile.In(Bodies.Count, Tile.Entries, bundle) is { } tile; bundle++)
        {
            var bytes = EntryBundle.Write([
                .. Bodies.Skip(bundle * Tile.Full).Take(tile.Width).Select(body => (ReadOnlyMemory<byte>)body),
            ]);
            Files[tile.Path] = bytes;
        }
    }

    private void Lay()
    {
        var (edge, full) = RightEdge.Empty.Append(Bodies.SelectMany(body => Leaf.Hash(body)).ToArray());
        foreach (var tile in full)
            Files[new Tile(tile.Level, tile.Index, Tile.Full).Path] = tile.Hashes;
        foreach (var tile in Tile.PartialOf(edge.Size))
            Files[tile.Path] = edge.Hashes(tile).ToArray();
        LayBundles();
    }

    private static byte[] Identifier(string stream, int version) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{stream} {version}"))[..16];
}
