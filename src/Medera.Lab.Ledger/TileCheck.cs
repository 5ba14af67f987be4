namespace Medera.Lab.Ledger;

/// <summary>
/// Tiles as far as a root vouches for them. The partial tiles of all levels together give the root; a full tile gives one
/// hash of the tile above. So each tile is vouched for from the root down, or not. One tile a level is held.
/// </summary>
internal sealed class TileCheck
{
    private readonly TileReader read;
    private readonly long size;
    private readonly FindingList damages;
    private readonly Held?[] held = new Held?[9];
    private readonly bool edgeVouched;

    public TileCheck(TileReader read, long size, byte[] root, FindingList damages)
    {
        (this.read, this.size, this.damages) = (read, size, damages);
        try
        {
            edgeVouched = RightEdge.Read(size, read).Root().AsSpan().SequenceEqual(root);
        }
        catch (Malformed)
        {
            // The tile that is missing is named when the walk comes to it.
            edgeVouched = false;
        }
    }

    /// <summary>One tile of the tree.</summary>
    /// <param name="Tile">Which.</param>
    /// <param name="Hashes">Its hashes; none where it is missing.</param>
    /// <param name="Root">The root over them.</param>
    /// <param name="Above">What the tile above says that this root ought to be; nothing for a partial tile, or where that one is missing.</param>
    /// <param name="AboveVouched">Whether the root vouches for that.</param>
    /// <param name="Vouched">Whether the root vouches for these hashes.</param>
    public sealed record Held(
        Tile Tile,
        ReadOnlyMemory<byte> Hashes,
        byte[]? Root,
        byte[]? Above,
        bool AboveVouched,
        bool Vouched
    )
    {
        /// <summary>Whether the root vouches for this leaf at this place of the tile.</summary>
        public bool Seals(int place, ReadOnlySpan<byte> leaf) =>
            Vouched && Hashes.Span.Slice(place * Leaf.Size, Leaf.Size).SequenceEqual(leaf);

        public bool ContradictsAbove => Root is not null && Above is not null && !Root.AsSpan().SequenceEqual(Above);
    }

    /// <summary>The tile over this bundle of leaves.</summary>
    public Held OverLeaves(long bundle) => Get(0, bundle);

    private Held Get(int level, long index)
    {
        if (held[level] is { } same && same.Tile.Index == index)
            return same;
        var tile = Tile.In(size, level, index) ?? throw new Malformed("The tree does not reach there.");
        var above = tile.IsFull ? Get(level + 1, index / Tile.Full) : null;
        var said = above?.Hashes is { IsEmpty: false } hashesAbove
            ? hashesAbove.Slice((int)(index % Tile.Full) * Leaf.Size, Leaf.Size).ToArray()
            : null;
        var hashes = RightEdge.TryHashes(read, tile);
        var root = hashes.IsEmpty ? null : Node.Root(hashes.Span);
        var vouched =
            root is not null && (tile.IsFull ? above!.Vouched && root.AsSpan().SequenceEqual(said) : edgeVouched);
        var got = new Held(tile, hashes, root, said, above?.Vouched ?? false, vouched);
        if (hashes.IsEmpty)
            damages.Add(new Finding(FindingKind.TileDiffers, $"The tile {tile.Path} is missing or too short."));
        else if (level > 0 && got.ContradictsAbove)
            damages.Add(
                new Finding(FindingKind.TileDiffers, $"The tile {tile.Path} is not what the tile above it says.")
            );
        return held[level] = got;
    }
}
