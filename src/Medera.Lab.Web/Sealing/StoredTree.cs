using Medera.Lab.Ledger;
using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>The tree as the database keeps it: full tiles, and log entries for what is right of them. Partial tiles are derived.</summary>
public static class StoredTree
{
    /// <summary>The right edge over all log entries: for the sequencer at its start (up to 255 tiles a level).</summary>
    internal static async Task<RightEdge> EdgeAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var size = await SizeAsync(connection, cancel);
        return size == 0 ? RightEdge.Empty : RightEdge.Rebuild(size, await ReaderAsync(connection, size, cancel));
    }

    /// <summary>How many log entries there are.</summary>
    public static async Task<long> SizeAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "SELECT coalesce(max(idx) + 1, 0) FROM ledger.log_entry",
            connection
        );
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Size of the newest checkpoint; 0 without one.</summary>
    public static async Task<long> SignedSizeAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT coalesce(max(size), 0) FROM ledger.checkpoint", connection);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>
    /// Tiles for the right edge, read beforehand: the partial tile of level 0 from log entries, and above it the full tiles whose
    /// roots make the partial tile of each level.
    /// </summary>
    private static async Task<TileReader> ReaderAsync(NpgsqlConnection connection, long size, CancellationToken cancel)
    {
        var tiles = new Dictionary<(int Level, long Index), byte[]>();
        for (var level = 0; size >> (8 * level) > 0; level++)
        {
            var full = size >> (8 * (level + 1));
            var first = full & ~0xFFL;
            await using var read = new NpgsqlCommand(
                "SELECT n, hashes FROM ledger.tile WHERE level = $1 AND n >= $2 AND n < $3",
                connection
            )
            {
                Parameters =
                {
                    new() { Value = (short)level },
                    new() { Value = first },
                    new() { Value = full },
                },
            };
            await using var rows = await read.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
                tiles[(level, rows.GetInt64(0))] = rows.GetFieldValue<byte[]>(1);
        }
        var edge = await LeavesAsync(connection, size & ~0xFFL, size, cancel);
        return tile =>
            tile.Level == 0 && !tile.IsFull ? edge.AsMemory()
            : tiles.TryGetValue((tile.Level, tile.Index), out var hashes) ? hashes
            : default;
    }

    /// <summary>Leaf hashes of log entries, one after the other.</summary>
    /// <exception cref="Malformed">One is missing.</exception>
    internal static async Task<byte[]> LeavesAsync(
        NpgsqlConnection connection,
        long from,
        long to,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            "SELECT leaf FROM ledger.log_entry WHERE idx >= $1 AND idx < $2 ORDER BY idx",
            connection
        )
        {
            Parameters =
            {
                new() { Value = from },
                new() { Value = to },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var leaves = new List<byte>((int)(to - from) * Leaf.Size);
        while (await rows.ReadAsync(cancel))
            leaves.AddRange(rows.GetFieldValue<byte[]>(0));
        return leaves.Count == (to - from) * Leaf.Size ? [.. leaves] : throw new Malformed("A log entry is missing.");
    }
}
