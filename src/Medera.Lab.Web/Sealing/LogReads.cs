using System.Collections.Concurrent;
using Medera.Lab.Ledger;
using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>A checkpoint as it was signed, with the lines that witnesses added since.</summary>
public sealed record StoredCheckpoint(
    long Size,
    byte[] Root,
    string Note,
    DateTimeOffset At,
    IReadOnlyList<Cosigned> Cosignatures
)
{
    /// <summary>The note with every cosignature.</summary>
    public string Whole => string.Concat([Note, .. Cosignatures.Select(c => c.Line + "\n")]);
}

/// <summary>A witness's line below a checkpoint.</summary>
public sealed record Cosigned(string Witness, string Line, DateTimeOffset At);

/// <summary>Where an event is in the log.</summary>
/// <param name="Index">Its log index; null while it has none.</param>
/// <param name="Sealed">Whether a signed checkpoint covers it.</param>
public sealed record SealOf(long? Index, bool Sealed);

/// <summary>Reads the sealed log: checkpoints, tiles, entries, proofs. Each read touches a number of rows that grows with the logarithm of the log.</summary>
public sealed partial class LogReads(NpgsqlDataSource source)
{
    /// <summary>Of ten million events there are forty thousand.</summary>
    private const int MostRoots = Limits.Memory.TileRoots;

    private readonly ConcurrentDictionary<(int Level, long Index), byte[]> roots = new();

    /// <summary>The newest checkpoint, or the one of a size; null where there is none.</summary>
    public async Task<StoredCheckpoint?> CheckpointAsync(long? size = null, CancellationToken cancel = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        StoredCheckpoint found;
        await using (
            var command = new NpgsqlCommand(
                $"SELECT size, root, note, at FROM ledger.checkpoint {(size is null ? "ORDER BY size DESC LIMIT 1" : "WHERE size = $1")}",
                connection
            )
        )
        {
            if (size is { } one)
                command.Parameters.Add(new() { Value = one });
            await using var rows = await command.ExecuteReaderAsync(cancel);
            if (!await rows.ReadAsync(cancel))
                return null;
            found = new StoredCheckpoint(
                rows.GetInt64(0),
                rows.GetFieldValue<byte[]>(1),
                rows.GetString(2),
                rows.GetFieldValue<DateTimeOffset>(3),
                []
            );
        }
        await using var lines = new NpgsqlCommand(
            "SELECT witness, line, at FROM ledger.cosignature WHERE size = $1 ORDER BY witness",
            connection
        )
        {
            Parameters = { new() { Value = found.Size } },
        };
        await using var cosigned = await lines.ExecuteReaderAsync(cancel);
        var all = new List<Cosigned>();
        while (await cosigned.ReadAsync(cancel))
            all.Add(
                new Cosigned(cosigned.GetString(0), cosigned.GetString(1), cosigned.GetFieldValue<DateTimeOffset>(2))
            );
        return found with { Cosignatures = all };
    }

    /// <summary>The last checkpoint of each day in UTC, newest first: for the printed ones.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, long Size, DateTimeOffset At)>> DaysAsync(
        int days,
        CancellationToken cancel = default
    )
    {
        await using var command = source.CreateCommand(
            """
            SELECT (d AT TIME ZONE 'UTC')::date, c.size, c.at
            FROM generate_series(date_trunc('day', now(), 'UTC') - make_interval(days => $1 - 1), date_trunc('day', now(), 'UTC'), '1 day') AS d
            CROSS JOIN LATERAL (SELECT size, at FROM ledger.checkpoint WHERE at >= d AND at < d + interval '1 day' ORDER BY at DESC LIMIT 1) AS c
            ORDER BY d DESC
            """
        );
        command.Parameters.Add(new() { Value = days });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<(DateOnly, long, DateTimeOffset)>();
        while (await rows.ReadAsync(cancel))
            found.Add((rows.GetFieldValue<DateOnly>(0), rows.GetInt64(1), rows.GetFieldValue<DateTimeOffset>(2)));
        return found;
    }

    /// <summary>A tile of hashes, full or partial; null where the log is smaller, or the tile is none of this log.</summary>
    /// <param name="tile">A tile of hashes, not of entries.</param>
    /// <param name="size">Size of a checkpoint: nothing beyond it is given.</param>
    public async Task<byte[]?> TileAsync(Tile tile, long size, CancellationToken cancel = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await TileAsync(connection, tile, size, cancel);
    }

    private async Task<byte[]?> TileAsync(NpgsqlConnection connection, Tile tile, long size, CancellationToken cancel)
    {
        if (tile.Level < 0 || Tile.In(size, tile.Level, tile.Index) is not { } there || tile.Width > there.Width)
            return null;
        if (tile.Level == 0 && !tile.IsFull)
            return await StoredTree.LeavesAsync(
                connection,
                tile.Index * Tile.Full,
                (tile.Index * Tile.Full) + tile.Width,
                cancel
            );
        if (tile.IsFull)
        {
            await using var stored = new NpgsqlCommand(
                "SELECT hashes FROM ledger.tile WHERE level = $1 AND n = $2",
                connection
            )
            {
                Parameters =
                {
                    new() { Value = (short)tile.Level },
                    new() { Value = tile.Index },
                },
            };
            return await stored.ExecuteScalarAsync(cancel) as byte[];
        }
        // A partial tile above the leaves: the roots of the full tiles below.
        return await RootsAsync(connection, tile.Level - 1, tile.Index * Tile.Full, tile.Width, cancel);
    }

    /// <summary>The roots of full tiles, one after the other; null where one is missing. A full tile never changes, and its root is worked out once.</summary>
    private async Task<byte[]?> RootsAsync(
        NpgsqlConnection connection,
        int level,
        long first,
        int count,
        CancellationToken cancel
    )
    {
        var hashes = new byte[count * Leaf.Size];
        var missing = new List<long>();
        for (var i = 0; i < count; i++)
        {
            if (roots.TryGetValue((level, first + i), out var root))
                root.CopyTo(hashes, i * Leaf.Size);
            else
                missing.Add(first + i);
        }
        if (missing.Count == 0)
            return hashes;
        if (roots.Count > MostRoots)
            roots.Clear();
        await using var below = new NpgsqlCommand(
            "SELECT n, hashes FROM ledger.tile WHERE level = $1 AND n = ANY($2)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = (short)level },
                new() { Value = missing.ToArray() },
            },
        };
        await using var rows = await below.ExecuteReaderAsync(cancel);
        var found = 0;
        for (; await rows.ReadAsync(cancel); found++)
        {
            var range = new CompactRange();
            var full = rows.GetFieldValue<byte[]>(1);
            for (var at = 0; at < full.Length; at += Leaf.Size)
                range.Append(full.AsSpan(at, Leaf.Size));
            var root = roots[(level, rows.GetInt64(0))] = range.Root();
            root.CopyTo(hashes, (int)(rows.GetInt64(0) - first) * Leaf.Size);
        }
        return found == missing.Count ? hashes : null;
    }

    /// <summary>A bundle of stored bodies; null where the log is smaller.</summary>
    public async Task<byte[]?> BundleAsync(Tile bundle, long size, CancellationToken cancel = default)
    {
        if (
            bundle.Level != Tile.Entries
            || Tile.In(size, Tile.Entries, bundle.Index) is not { } there
            || bundle.Width > there.Width
        )
            return null;
        var first = bundle.Index * Tile.Full;
        var bodies = new List<ReadOnlyMemory<byte>>(bundle.Width);
        await foreach (var (_, body) in BodiesAsync(first, first + bundle.Width, cancel))
            bodies.Add(body);
        return bodies.Count == bundle.Width ? EntryBundle.Write(bodies) : null;
    }

    /// <summary>Stored bodies by log index, from the first to before the last, as a stream.</summary>
    public async IAsyncEnumerable<(long Index, byte[] Body)> BodiesAsync(
        long from,
        long to,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        await using var command = source.CreateCommand(
            "SELECT l.idx, e.body FROM ledger.log_entry AS l JOIN ledger.event AS e ON e.stream_no = l.stream_no AND e.version = l.version WHERE l.idx >= $1 AND l.idx < $2 ORDER BY l.idx"
        );
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = to });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            yield return (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
    }

    /// <summary>Stored bodies at log indexes, in their order.</summary>
    /// <exception cref="Malformed">One is missing.</exception>
    public async Task<IReadOnlyList<byte[]>> BodiesAtAsync(
        IReadOnlyCollection<long> indexes,
        CancellationToken cancel = default
    )
    {
        await using var command = source.CreateCommand(
            "SELECT e.body FROM ledger.log_entry AS l JOIN ledger.event AS e ON e.stream_no = l.stream_no AND e.version = l.version WHERE l.idx = ANY($1) ORDER BY l.idx"
        );
        command.Parameters.Add(new() { Value = indexes.ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var bodies = new List<byte[]>(indexes.Count);
        while (await rows.ReadAsync(cancel))
            bodies.Add(rows.GetFieldValue<byte[]>(0));
        return bodies.Count == indexes.Count ? bodies : throw new Malformed("A stored body is missing.");
    }

    /// <summary>Where events are in the log.</summary>
    /// <param name="events">Stream number and version of each.</param>
    public async Task<IReadOnlyDictionary<(long Stream, int Version), SealOf>> SealsAsync(
        IReadOnlyCollection<(long Stream, int Version)> events,
        CancellationToken cancel = default
    )
    {
        var seals = events.Distinct().ToDictionary(e => e, _ => new SealOf(null, false));
        if (seals.Count == 0)
            return seals;
        await using var command = source.CreateCommand(
            """
            SELECT e.stream_no, e.version, l.idx, l.idx < (SELECT coalesce(max(size), 0) FROM ledger.checkpoint)
            FROM unnest($1, $2) AS w(s, v) JOIN ledger.event AS e ON e.stream_no = w.s AND e.version = w.v JOIN ledger.log_entry AS l ON l.event_no = e.event_no
            """
        );
        command.Parameters.Add(new() { Value = seals.Keys.Select(k => k.Stream).ToArray() });
        command.Parameters.Add(new() { Value = seals.Keys.Select(k => (long)k.Version).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            seals[(rows.GetInt64(0), (int)rows.GetInt64(1))] = new SealOf(rows.GetInt64(2), rows.GetBoolean(3));
        return seals;
    }

    /// <summary>A reader of tiles over one connection, for proofs and packages. What it read it keeps.</summary>
    public async Task<OpenTree> OpenAsync(long size, CancellationToken cancel = default) =>
        new(this, await source.OpenConnectionAsync(cancel), size);

    /// <summary>The tree of one size, open for proofs.</summary>
    public sealed class OpenTree(LogReads reads, NpgsqlConnection connection, long size) : IAsyncDisposable
    {
        private readonly Dictionary<Tile, byte[]> read = [];

        /// <summary>The proof that the entry at an index is in the tree of this size.</summary>
        public Task<IReadOnlyList<byte[]>> InclusionAsync(long index, CancellationToken cancel = default) =>
            WithTilesAsync(tiles => Proof.Inclusion(tiles, index, size), cancel);

        /// <summary>The proof that this tree begins with a smaller one.</summary>
        public Task<IReadOnlyList<byte[]>> ConsistencyAsync(long from, CancellationToken cancel = default) =>
            WithTilesAsync(tiles => Proof.Consistency(tiles, from, size), cancel);

        // The library asks for tiles one after the other and does not wait: each missing one is fetched, and the proof begun anew.
        // It asks for at most two tiles a level.
        private async Task<IReadOnlyList<byte[]>> WithTilesAsync(
            Func<TileReader, IReadOnlyList<byte[]>> prove,
            CancellationToken cancel
        )
        {
            for (var fetched = 0; ; fetched++)
            {
                Tile? missing = null;
                try
                {
                    return prove(tile =>
                    {
                        if (read.TryGetValue(tile, out var known))
                            return known;
                        missing = tile;
                        return default;
                    });
                }
                catch (Malformed)
                    when (missing is { } wanted && !read.ContainsKey(wanted) && fetched < Limits.Tries.TilesOfAProof)
                {
                    read[wanted] = await reads.TileAsync(connection, wanted, size, cancel) ?? [];
                }
            }
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
