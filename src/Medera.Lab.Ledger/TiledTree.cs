using System.Numerics;

namespace Medera.Lab.Ledger;

/// <summary>Subtrees of a tree whose tiles are read as they are needed, each once while one proof is made.</summary>
internal sealed class TiledTree(TileReader tiles, long size)
{
    private readonly Dictionary<Tile, ReadOnlyMemory<byte>> read = [];

    /// <summary>The root over the leaves from <paramref name="begin"/> up to and without <paramref name="end"/>, a subtree of RFC 6962 §2.1.</summary>
    public byte[] Root(long begin, long end)
    {
        var count = end - begin;
        if (BitOperations.IsPow2(count))
            return Complete(begin, BitOperations.Log2((ulong)count));
        var middle = begin + Node.Split(count);
        return Node.Hash(Root(begin, middle), Root(middle, end));
    }

    private byte[] Complete(long begin, int height)
    {
        // Tiles hold every eighth level; what is between is hashed from the hashes below it in the tile.
        var level = height / 8;
        var first = begin >> (8 * level);
        var tile = Tile.In(size, level, first / Tile.Full) ?? throw new Malformed("The tree does not reach there.");
        if (!read.TryGetValue(tile, out var hashes))
            read.Add(tile, hashes = RightEdge.Hashes(tiles, tile));
        return Node.Root(hashes.Span.Slice((int)(first % Tile.Full) * Leaf.Size, (1 << (height % 8)) * Leaf.Size));
    }
}
