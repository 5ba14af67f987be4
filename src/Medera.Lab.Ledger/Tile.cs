using System.Globalization;
using System.Text;

namespace Medera.Lab.Ledger;

/// <summary>
/// One resource of the tree as C2SP tlog-tiles lays it out: up to 256 hashes of one level that stand side by side, or the
/// bundle of up to 256 entries below a tile of level 0.
/// </summary>
/// <param name="Level">0 over the leaves; each hash of level <c>l</c> is the root over 256^l leaves. <see cref="Entries"/> is the bundle.</param>
/// <param name="Index">Which tile of its level, from 0.</param>
/// <param name="Width">How many hashes or entries it holds, 1 to 256. Below 256 it is partial.</param>
public readonly record struct Tile(int Level, long Index, int Width)
{
    /// <summary>Hashes in a full tile, entries in a full bundle.</summary>
    public const int Full = 256;

    /// <summary>The level that stands for bundles of entries.</summary>
    public const int Entries = -1;

    // The highest level that a tree of fewer than 2^63 leaves can have; the specification can name more.
    private const int HighestLevel = 7;
    private const int HighestNamed = 63;

    private const int HeightBits = 8;

    /// <summary>The tile's path below the log's prefix, with "/" (tlog-tiles, "Merkle Tree" and "Log entries").</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder("tile/");
            if (Level == Entries)
                path.Append("entries");
            else
                path.Append(CultureInfo.InvariantCulture, $"{Level}");
            var digits = Index.ToString("D3", CultureInfo.InvariantCulture);
            digits = digits.PadLeft((digits.Length + 2) / 3 * 3, '0');
            for (var at = 0; at < digits.Length; at += 3)
                path.Append(at + 3 < digits.Length ? "/x" : "/").Append(digits, at, 3);
            if (Width < Full)
                path.Append(CultureInfo.InvariantCulture, $".p/{Width}");
            return path.ToString();
        }
    }

    /// <summary>Whether it holds 256.</summary>
    public bool IsFull => Width == Full;

    /// <summary>The tile at this place as a tree of that many leaves has it, or nothing where the tree does not reach there.</summary>
    public static Tile? In(long size, int level, long index)
    {
        var hashes = CountAt(size, level);
        if (level < Entries || index < 0 || index > hashes / Full || index * Full >= hashes)
            return null;
        var before = index * Full;
        return new Tile(level, index, (int)Math.Min(Full, hashes - before));
    }

    /// <summary>The tiles at the right edge of a tree of that many leaves that are not full, lowest level first.</summary>
    public static IEnumerable<Tile> PartialOf(long size)
    {
        for (var level = 0; level <= HighestLevel && CountAt(size, level) is > 0 and var count; level++)
        {
            if (count % Full is > 0 and var width)
                yield return new Tile(level, count / Full, (int)width);
        }
    }

    /// <summary>How many hashes stand on a level of a tree of that many leaves: only complete subtrees have one.</summary>
    internal static long CountAt(long size, int level) =>
        level > HighestLevel ? 0 : size >> (HeightBits * Math.Max(level, 0));

    /// <summary>Reads a path and nothing else: for each text either the <see cref="Path"/> of what comes out equals it, or there is none.</summary>
    public static bool TryParse(string? path, out Tile tile)
    {
        tile = default;

        // No path of the highest index is longer; nothing of any length is looked at.
        if (path is null || path.Length > 64)
            return false;
        var parts = path.Split('/');
        var width = Full;
        if (parts.Length >= 4 && parts[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (
                !int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out width)
                || width is < 1 or >= Full
            )
                return false;
            parts[^2] = parts[^2][..^2];
            parts = parts[..^1];
        }

        if (parts.Length < 3 || parts[0] != "tile")
            return false;
        var level = Entries;
        if (
            parts[1] != "entries"
            && (
                !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out level)
                || level > HighestNamed
            )
        )
            return false;
        var digits = string.Concat(
            parts[2..].Select((part, i) => i < parts.Length - 3 && part.StartsWith('x') ? part[1..] : part)
        );
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return false;

        // Leading zeroes, groups of another length and a missing x are not looked for one by one: there is one path only.
        tile = new Tile(level, index, width);
        return tile.Path == path;
    }
}

/// <summary>
/// Where tiles and bundles come from: a folder, a table, the web. Gives the bytes of this tile or of a wider one at the same
/// place (a partial tile may be gone once it is full; its first hashes are the same), or no bytes where it is not to be had: no
/// tile is empty. The bytes of a bundle are used until the next bundle is asked for, so one buffer serves for all of them; those
/// of other tiles must last.
/// </summary>
public delegate ReadOnlyMemory<byte> TileReader(Tile tile);
