using System.Globalization;
using Medera.Lab.Ledger;

namespace Medera.Lab.Tests.Ledger;

/// <summary>Trees in memory for the tests.</summary>
internal static class Trees
{
    public static List<byte[]> Entries(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => System.Text.Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture))),
        ];

    public static byte[] Leaves(IEnumerable<byte[]> entries) => [.. entries.SelectMany(entry => Leaf.Hash(entry))];

    /// <summary>All tiles of a tree, partial ones at its size, as a log keeps them.</summary>
    public static (RightEdge Edge, Dictionary<Tile, byte[]> Tiles) Grown(params IEnumerable<byte[]> batches)
    {
        var tiles = new Dictionary<Tile, byte[]>();
        var edge = RightEdge.Empty;
        foreach (var batch in batches)
        {
            (edge, var full) = edge.Append(batch);
            foreach (var tile in full)
                tiles.Add(new Tile(tile.Level, tile.Index, Tile.Full), tile.Hashes);
        }

        foreach (var tile in Tile.PartialOf(edge.Size))
            tiles.Add(tile, edge.Hashes(tile).ToArray());
        return (edge, tiles);
    }

    /// <summary>Gives what was asked for, or the wider one that stands at that place.</summary>
    public static TileReader Reader(Dictionary<Tile, byte[]> tiles)
    {
        var places = tiles.ToDictionary(tile => (tile.Key.Level, tile.Key.Index), tile => tile.Value);
        return tile =>
            places.TryGetValue((tile.Level, tile.Index), out var hashes) && hashes.Length >= tile.Width * Leaf.Size
                ? hashes
                : null;
    }
}
