using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>A sealed event as it is stored.</summary>
public sealed record SealedEvent(long Index, byte[] Body, byte[] Leaf, DateTimeOffset StoredAt);

/// <content>What the auditor's pages and the release screens ask beyond what a follower of the log does.</content>
public sealed partial class LogReads
{
    /// <summary>Where events are in the log, by the names of their streams as bodies have them.</summary>
    public async Task<IReadOnlyDictionary<(string Stream, int Version), SealOf>> SealsAsync(
        IReadOnlyCollection<(string Stream, int Version)> events,
        CancellationToken cancel = default
    )
    {
        var seals = events.Distinct().ToDictionary(e => e, _ => new SealOf(null, false));
        if (seals.Count == 0)
            return seals;
        await using var command = source.CreateCommand(
            """
            SELECT s.natural_key, e.version, l.idx, l.idx < (SELECT coalesce(max(size), 0) FROM ledger.checkpoint)
            FROM unnest($1, $2) AS w(k, v) JOIN ledger.stream AS s ON s.natural_key = w.k
            JOIN ledger.event AS e ON e.stream_no = s.stream_no AND e.version = w.v JOIN ledger.log_entry AS l ON l.event_no = e.event_no
            """
        );
        command.Parameters.Add(new() { Value = seals.Keys.Select(k => k.Stream).ToArray() });
        command.Parameters.Add(new() { Value = seals.Keys.Select(k => (long)k.Version).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            seals[(rows.GetString(0), (int)rows.GetInt64(1))] = new SealOf(rows.GetInt64(2), rows.GetBoolean(3));
        return seals;
    }

    /// <summary>Whether the last release of a batch is sealed; null where it was never released.</summary>
    public async Task<SealOf?> ReleaseSealAsync(BatchId batch, CancellationToken cancel = default)
    {
        await using var command = source.CreateCommand(
            """
            SELECT l.idx, coalesce(l.idx < (SELECT coalesce(max(size), 0) FROM ledger.checkpoint), false)
            FROM lab.fact_about AS a JOIN lab.fact AS f ON f.stream_no = a.stream_no AND f.version = a.version AND f.type = 'release.final'
            JOIN ledger.event AS e ON e.stream_no = f.stream_no AND e.version = f.version
            LEFT JOIN ledger.log_entry AS l ON l.event_no = e.event_no
            WHERE a.about = $1 ORDER BY f.version DESC LIMIT 1
            """
        );
        command.Parameters.Add(new() { Value = batch.Value });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        if (!await rows.ReadAsync(cancel))
            return null;
        return new SealOf(await rows.IsDBNullAsync(0, cancel) ? null : rows.GetInt64(0), rows.GetBoolean(1));
    }

    /// <summary>The event at a log index; null where there is none.</summary>
    public async Task<SealedEvent?> EventAsync(long index, CancellationToken cancel = default)
    {
        await using var command = source.CreateCommand(
            "SELECT e.body, l.leaf, e.stored_at FROM ledger.log_entry AS l JOIN ledger.event AS e ON e.stream_no = l.stream_no AND e.version = l.version WHERE l.idx = $1"
        );
        command.Parameters.Add(new() { Value = index });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel)
            ? new SealedEvent(
                index,
                rows.GetFieldValue<byte[]>(0),
                rows.GetFieldValue<byte[]>(1),
                rows.GetFieldValue<DateTimeOffset>(2)
            )
            : null;
    }

    /// <summary>The last checkpoint of a day in UTC; null where none was signed on it.</summary>
    public async Task<StoredCheckpoint?> DayAsync(DateOnly day, CancellationToken cancel = default)
    {
        var begin = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        await using var command = source.CreateCommand(
            "SELECT size FROM ledger.checkpoint WHERE at >= $1 AND at < $1 + interval '1 day' ORDER BY at DESC LIMIT 1"
        );
        command.Parameters.Add(new() { Value = begin });
        return await command.ExecuteScalarAsync(cancel) is long size ? await CheckpointAsync(size, cancel) : null;
    }

    /// <summary>The history of the log's keys.</summary>
    public async Task<IReadOnlyList<KeyStep>> KeysAsync(CancellationToken cancel = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await KeyHistory.ReadAsync(connection, cancel);
    }
}
