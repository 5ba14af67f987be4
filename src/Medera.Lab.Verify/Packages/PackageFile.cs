using System.Buffers;
using System.Text;
using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Packages;

/// <summary>
/// A package as it lies in a file, with everything refused that docs/package-format.md has refused. Nothing is written anywhere and nothing
/// is held but names, one bundle, and what is asked for: the memory does not grow with what the entries claim to hold.
/// </summary>
internal sealed class PackageFile : IDisposable
{
    /// <summary>The most bytes of a line of <c>events.jsonl</c>, the newline not counted.</summary>
    public const int MaxLine = EntryBundle.MaxEntry;

    private const int BufferSize = 64 * 1024;

    private readonly Stream file;
    private readonly Dictionary<string, ZipItem> items = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly List<long> proofs = [];
    private readonly long end;
    private byte[] bundle = new byte[1 << 20];

    private PackageFile(Stream file)
    {
        this.file = file;
        end = ZipDirectory.Read(file, Take);
        RequireApart();
        foreach (var needed in (string[])[PackageNames.Manifest, PackageNames.Checkpoint, PackageNames.Keys])
        {
            if (!items.ContainsKey(needed))
                throw new Unusable($"The package has no part {needed}.");
        }

        Manifest = Manifest.Parse(Bytes(PackageNames.Manifest)!);
        (Note, Checkpoint) = ReadCheckpoint();
        if (Checkpoint.Origin != Manifest.Origin || Checkpoint.Size != Manifest.Size)
            throw new Unusable("package.json says another log or another size than the checkpoint.");
        Keys = KeyLine.ParseAll(Text(PackageNames.Keys)!, Manifest.Origin);
        Policy = Text(PackageNames.Policy) is { } policy ? ReadPolicy(policy) : null;
        RequireOnlyItsOwn();
        proofs.Sort();
    }

    public Manifest Manifest { get; }

    public Note Note { get; }

    public Checkpoint Checkpoint { get; }

    /// <summary>The log's keys as the package has them: they prove by themselves only that the package fits together.</summary>
    public IReadOnlyList<KeyLine> Keys { get; }

    public Policy? Policy { get; }

    /// <summary>How many tiles and bundles there are; each is one of a log of that size, and there once.</summary>
    public long Tiles { get; private set; }

    /// <summary>The log indexes for which there is a proof, ascending.</summary>
    public IReadOnlyList<long> Proofs => proofs;

    /// <summary>The names of the attachments: hashes in hexadecimal.</summary>
    public IEnumerable<string> Attachments =>
        items
            .Keys.Where(name => name.StartsWith(PackageNames.Attachments, StringComparison.Ordinal))
            .Select(name => name[PackageNames.Attachments.Length..])
            .Order(StringComparer.Ordinal);

    /// <summary>Opens a package and reads what it says of itself.</summary>
    /// <exception cref="Unusable">It cannot be read, or is no package.</exception>
    public static PackageFile Open(string path)
    {
        FileStream? opened = null;
        try
        {
            opened = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize);
            return opened.CanSeek ? new PackageFile(opened) : throw new Unusable("The package is no ordinary file.");
        }
        catch (Exception failed)
        {
            opened?.Dispose();
            throw failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException
                ? new Unusable("The package cannot be opened or read. Is the path right?")
                : failed;
        }
    }

    /// <summary>The same of bytes that are held already.</summary>
    public static PackageFile Open(byte[] bytes) => new(new MemoryStream(bytes, writable: false));

    /// <summary>Whether there is a part of this name.</summary>
    public bool Has(string name) => items.ContainsKey(name);

    /// <summary>A tile or a bundle; no bytes where it is missing or not of its length. A bundle's are valid until the next one.</summary>
    public ReadOnlyMemory<byte> Tile(Tile tile)
    {
        if (!items.TryGetValue(tile.Path, out var item))
            return default;
        if (tile.Level == Ledger.Tile.Entries)
        {
            if (bundle.Length < item.Length)
                bundle = new byte[item.Length];
            return bundle.AsMemory(0, Fill(item, bundle));
        }

        if (item.Length == tile.Width * Leaf.Size)
            return Bytes(item.Name);
        Drain(item);
        return default;
    }

    /// <summary>The content of a part; nothing where it is missing.</summary>
    public byte[]? Bytes(string name)
    {
        if (!items.TryGetValue(name, out var item))
            return null;
        var bytes = new byte[item.Length];
        Fill(item, bytes);
        return bytes;
    }

    /// <summary>A part that is too large to be held.</summary>
    public ZipContent Content(string name) => new(file, items[name], end);

    /// <summary>The lines of a part, without their newlines; each is valid until the next one.</summary>
    /// <exception cref="Unusable">A line is longer than 65,535 bytes.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Lines(string name)
    {
        using var content = Content(name);
        var buffer = new byte[MaxLine + 1];
        var held = 0;
        while (true)
        {
            var newline = Array.IndexOf(buffer, (byte)'\n', 0, held);
            if (newline >= 0)
            {
                yield return buffer.AsMemory(0, newline);
                held -= newline + 1;
                buffer.AsSpan(newline + 1, held).CopyTo(buffer);
                continue;
            }

            if (held == buffer.Length)
                throw new Unusable("A line of the package is longer than it may be.");
            var came = content.Read(buffer.AsSpan(held));
            if (came == 0)
                break;
            held += came;
        }

        read.Add(name);
        if (held > 0)
            yield return buffer.AsMemory(0, held);
    }

    /// <summary>Reads every part that nobody read, since a part that cannot be read makes the whole package unusable.</summary>
    public void ReadTheRest(CancellationToken cancel)
    {
        foreach (var item in items.Values.Where(item => !read.Contains(item.Name)))
        {
            cancel.ThrowIfCancellationRequested();
            Drain(item);
        }
    }

    public void Dispose() => file.Dispose();

    private void Take(ZipItem item)
    {
        PackageNames.Require(item);
        if (!items.TryAdd(item.Name, item))
            throw new Unusable("A part of the package is there twice.");
        if (PackageNames.ProofIndex(item.Name) is { } index)
            proofs.Add(index);
    }

    // Parts that share bytes would let a small file keep a reader busy for years.
    private void RequireApart()
    {
        var free = 0L;
        foreach (var item in items.Values.OrderBy(item => item.Offset))
        {
            if (item.Offset < free)
                throw new Unusable("Two parts of the package lie over each other.");
            free = item.Offset + item.Name.Length + item.Stored;
        }
    }

    private void RequireOnlyItsOwn()
    {
        foreach (var name in items.Keys)
        {
            var isTile = Ledger.Tile.TryParse(name, out var tile);
            Tiles += isTile ? 1 : 0;
            var fits = (Manifest, isTile) switch
            {
                (Manifest.OfLog log, true) => Ledger.Tile.In(log.Size, tile.Level, tile.Index) == tile
                    && (
                        tile.Level != Ledger.Tile.Entries
                        || (
                            tile.Index >= log.From / Ledger.Tile.Full
                            && tile.Index * Ledger.Tile.Full < log.To
                            && log.From < log.To
                        )
                    ),
                (Manifest.OfLog, false) => name != PackageNames.Events && PackageNames.ProofIndex(name) is null,
                (Manifest.OfBatch, _) => !isTile,
                _ => false,
            };
            if (!fits)
                throw new Unusable("There is a part in the package that does not belong to one of its kind and size.");
        }
    }

    private (Note Note, Checkpoint Checkpoint) ReadCheckpoint()
    {
        try
        {
            var note = Note.Parse(Bytes(PackageNames.Checkpoint));
            return (note, Checkpoint.Parse(note.Text));
        }
        catch (Malformed broken)
        {
            throw new Unusable($"The checkpoint in the package cannot be read. {broken.Message}");
        }
    }

    private static Policy ReadPolicy(string text)
    {
        try
        {
            return Policy.Parse(text);
        }
        catch (Malformed broken)
        {
            throw new Unusable($"The policy in the package cannot be read. {broken.Message}");
        }
    }

    private string? Text(string name)
    {
        try
        {
            return Bytes(name) is { } bytes
                ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes)
                : null;
        }
        catch (DecoderFallbackException)
        {
            throw new Unusable($"The part {name} of the package is no text.");
        }
    }

    private int Fill(ZipItem item, byte[] into)
    {
        using var content = new ZipContent(file, item, end);
        var filled = 0;
        while (
            content.Read(filled < item.Length ? into.AsSpan(filled, (int)item.Length - filled) : new byte[1])
                is > 0
                    and var came
        )
            filled += came;
        read.Add(item.Name);
        return filled;
    }

    private void Drain(ZipItem item)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        using var content = new ZipContent(file, item, end);
        content.Drain(buffer);
        ArrayPool<byte>.Shared.Return(buffer);
        read.Add(item.Name);
    }
}
