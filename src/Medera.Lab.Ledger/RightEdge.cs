namespace Medera.Lab.Ledger;

/// <summary>
/// The partial tiles at the right of a tree, one for each level: with them leaves are appended, and full tiles come off
/// at the left. It is a value; appending gives another one, so a batch whose transaction fails leaves the old one as it was.
/// At ten million leaves it holds at most 24 KB. A <see cref="CompactRange"/> is not enough here: it has the roots, a tile
/// needs each hash below them.
/// </summary>
public sealed class RightEdge
{
    // By level; each a whole number of hashes, below 256 of them. No trailing empty level.
    private readonly byte[][] levels;

    private RightEdge(long size, byte[][] levels)
    {
        Size = size;
        this.levels = levels;
    }

    /// <summary>The edge of a tree without leaves.</summary>
    public static RightEdge Empty { get; } = new(0, []);

    /// <summary>How many leaves the tree has.</summary>
    public long Size { get; }

    /// <summary>
    /// Reads the edge of a tree where partial tiles are to be had, or can be made: the reader is asked for one tile a level.
    /// Nothing is verified; compare <see cref="Root"/>.
    /// </summary>
    /// <exception cref="Malformed">A tile is missing or too short.</exception>
    public static RightEdge Read(long size, TileReader tiles)
    {
        var read = new List<byte[]>();
        for (var level = 0; Tile.CountAt(size, level) is > 0 and var count; level++)
        {
            var width = (int)(count % Tile.Full);
            read.Add(width == 0 ? [] : Hashes(tiles, new Tile(level, count / Tile.Full, width)).ToArray());
        }

        return new RightEdge(size, [.. read]);
    }

    /// <summary>
    /// Makes the edge again where only full tiles and leaves are kept. It reads up to 255 full tiles for each level above the
    /// lowest (some 50 ms in all): once at start, not for each request.
    /// </summary>
    /// <param name="size">How many leaves the tree has.</param>
    /// <param name="tiles">Gives full tiles, and the partial tile of level 0.</param>
    /// <exception cref="Malformed">A tile is missing or too short.</exception>
    public static RightEdge Rebuild(long size, TileReader tiles) =>
        Read(
            size,
            wanted =>
            {
                if (wanted.Level == 0)
                    return tiles(wanted);
                var hashes = new byte[wanted.Width * Leaf.Size];
                for (var i = 0; i < wanted.Width; i++)
                {
                    var below = new Tile(wanted.Level - 1, (wanted.Index * Tile.Full) + i, Tile.Full);
                    Node.Root(Hashes(tiles, below).Span).CopyTo(hashes, i * Leaf.Size);
                }

                return hashes;
            }
        );

    /// <summary>Appends hashes of leaves, 32 bytes each.</summary>
    /// <returns>The edge afterwards, and every tile that became full, in the order in which it did; each is stored once and for ever.</returns>
    /// <exception cref="Malformed">Not a whole number of hashes.</exception>
    public (RightEdge Edge, IReadOnlyList<FullTile> Full) Append(ReadOnlySpan<byte> leaves)
    {
        if (leaves.Length % Leaf.Size != 0)
            throw new Malformed("A leaf hash has 32 bytes.");
        var full = new List<FullTile>();
        var now = levels.Select(hashes => new List<byte>(hashes)).ToList();
        for (var at = 0; at < leaves.Length; at += Leaf.Size)
            Add(0, Size + (at / Leaf.Size), leaves.Slice(at, Leaf.Size));
        return (new RightEdge(Size + (leaves.Length / Leaf.Size), [.. now.Select(hashes => hashes.ToArray())]), full);

        // "number" counts the hashes that stand before this one on its level.
        void Add(int level, long number, ReadOnlySpan<byte> hash)
        {
            if (now.Count == level)
                now.Add([]);
            now[level].AddRange(hash);
            if (now[level].Count < Tile.Full * Leaf.Size)
                return;
            var hashes = now[level].ToArray();
            now[level].Clear();
            full.Add(new FullTile(level, number / Tile.Full, hashes));
            Add(level + 1, number / Tile.Full, Node.Root(hashes));
        }
    }

    /// <summary>The root over all leaves.</summary>
    public byte[] Root()
    {
        // What is over on the lower levels is the last, smaller subtree of the level above.
        byte[] rest = [];
        foreach (var hashes in levels)
        {
            if (hashes.Length + rest.Length > 0)
                rest = Node.Root([.. hashes, .. rest]);
        }

        return Size == 0 ? Node.EmptyRoot : rest;
    }

    /// <summary>The hashes of a partial tile of this edge, or of fewer of them; no bytes where it is not the edge's.</summary>
    public ReadOnlyMemory<byte> Hashes(Tile tile) =>
        tile.Level >= 0
        && tile.Level < levels.Length
        && tile.Index == Tile.CountAt(Size, tile.Level) / Tile.Full
        && tile.Width * Leaf.Size <= levels[tile.Level].Length
            ? levels[tile.Level].AsMemory(0, tile.Width * Leaf.Size)
            : default;

    /// <summary>The first hashes of a tile, exactly as many as its width says.</summary>
    /// <exception cref="Malformed">It is missing or too short.</exception>
    internal static ReadOnlyMemory<byte> Hashes(TileReader tiles, Tile tile) =>
        TryHashes(tiles, tile) is { IsEmpty: false } hashes
            ? hashes
            : throw new Malformed($"The tile {tile.Path} is missing or too short.");

    /// <summary>The same; no bytes where it is missing or too short.</summary>
    internal static ReadOnlyMemory<byte> TryHashes(TileReader tiles, Tile tile)
    {
        var bytes = tiles(tile);
        return bytes.Length >= tile.Width * Leaf.Size ? bytes[..(tile.Width * Leaf.Size)] : default;
    }
}

/// <summary>A tile that became full: 256 hashes, 8,192 bytes.</summary>
public sealed record FullTile(int Level, long Index, byte[] Hashes);
