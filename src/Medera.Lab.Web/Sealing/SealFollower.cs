using Medera.Lab.Web.Custody;
using Npgsql;
using NpgsqlTypes;

namespace Medera.Lab.Web.Sealing;

/// <summary>
/// In every process: hears that a checkpoint was signed, reads on from its last log index, and tells the feed. So screens of one
/// process follow commands of another, and a page that shows "sealed" learns it. Once a second it looks for what waits too long.
/// </summary>
internal sealed class SealFollower(
    NpgsqlDataSource source,
    SealState sealing,
    Feed feed,
    TimeProvider clock,
    ILogger<SealFollower> log
) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly SealReader reader = new();
    private long told = -1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failing = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(() => failing = false, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                if (!failing)
                    log.LogWarning(trouble, "The log cannot be followed; it is tried again.");
                failing = true;
                await Task.Delay(Look, clock, CancellationToken.None);
            }
        }
    }

    private async Task FollowAsync(Action alive, CancellationToken stop)
    {
        // A connection of its own: it listens for as long as the process lives, and would hold a place in the pool.
        await using var connection = source.CreateConnection();
        await connection.OpenAsync(stop);
        await using (var listen = new NpgsqlCommand($"LISTEN {Sequencer.Channel}", connection))
            await listen.ExecuteNonQueryAsync(stop);
        while (true)
        {
            var standing = await reader.ReadAsync(connection, stop);
            await TellAsync(connection, standing, stop);
            sealing.Saw(standing);
            alive();
            await connection.WaitAsync(Look, stop);
        }
    }

    /// <summary>What was sealed since the last time. At the first look nothing is told: nobody has an older screen.</summary>
    private async Task TellAsync(NpgsqlConnection connection, SealStanding standing, CancellationToken stop)
    {
        if (told < 0)
            told = standing.Size;
        if (standing.Size <= told)
            return;
        var about = new HashSet<Guid>();
        var foreign = new List<(long Stream, long Version)>();
        await using (
            var read = new NpgsqlCommand(
                "SELECT stream_no, version FROM ledger.log_entry WHERE idx >= $1 AND idx < $2",
                connection
            )
            {
                Parameters =
                {
                    new() { Value = told },
                    new() { Value = standing.Size },
                },
            }
        )
        {
            await using var rows = await read.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop))
            {
                if (feed.ToldHere(rows.GetInt64(0), (int)rows.GetInt64(1)) is { } known)
                    about.UnionWith(known);
                else
                    foreign.Add((rows.GetInt64(0), rows.GetInt64(1)));
            }
        }
        var elsewhere = await AboutAsync(connection, foreign, stop);
        about.UnionWith(elsewhere);
        told = standing.Size;
        if (elsewhere.Count > 0)
            feed.Tell(new FeedNote(elsewhere, standing.SignedAt ?? DateTimeOffset.MinValue));
        feed.Tell(new FeedNote(about, standing.SignedAt ?? DateTimeOffset.MinValue) { SealedUpTo = standing.Size });
    }

    /// <summary>What events of other processes are about, by their bodies.</summary>
    private static async Task<HashSet<Guid>> AboutAsync(
        NpgsqlConnection connection,
        List<(long Stream, long Version)> events,
        CancellationToken stop
    )
    {
        var about = new HashSet<Guid>();
        if (events.Count == 0)
            return about;
        await using var read = new NpgsqlCommand(
            "SELECT e.body FROM unnest($1, $2) AS w(s, v) JOIN ledger.event AS e ON e.stream_no = w.s AND e.version = w.v",
            connection
        )
        {
            Parameters =
            {
                new() { Value = events.Select(e => e.Stream).ToArray() },
                new() { Value = events.Select(e => e.Version).ToArray() },
            },
        };
        await using var rows = await read.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var entry = Entry.Parse(rows.GetFieldValue<byte[]>(0));
            about.UnionWith(entry.About);
            about.Add(entry.Actor.Value);
        }
        return about;
    }
}

/// <summary>Reads how the log stands, in a time that does not grow with it.</summary>
internal sealed class SealReader
{
    private ulong low;

    /// <summary>One look.</summary>
    public async Task<SealStanding> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("SELECT size, at FROM ledger.checkpoint ORDER BY size DESC LIMIT 1"),
                new("SELECT coalesce(max(idx) + 1, 0) FROM ledger.log_entry"),
                // Before the look at events: what commits between the two is looked at again.
                new("SELECT pg_snapshot_xmin(pg_current_snapshot()), clock_timestamp()"),
                new(
                    $"""
                    SELECT min(w.stored_at), count(*) FROM (
                      SELECT e.stored_at FROM ledger.event AS e
                      WHERE e.xid >= $1 AND NOT EXISTS (SELECT FROM ledger.log_entry AS l WHERE l.event_no = e.event_no)
                      ORDER BY e.xid LIMIT {Limits.Reads.Unsealed}) AS w
                    """
                )
                {
                    Parameters =
                    {
                        new() { Value = low, NpgsqlDbType = NpgsqlDbType.Xid8 },
                    },
                },
                new(
                    """
                    SELECT e.stored_at FROM ledger.log_entry AS l JOIN ledger.event AS e ON e.stream_no = l.stream_no AND e.version = l.version
                    WHERE l.idx = (SELECT coalesce(max(size), 0) FROM ledger.checkpoint)
                    """
                ),
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var signed = await rows.ReadAsync(cancel)
            ? (Size: rows.GetInt64(0), At: (DateTimeOffset?)rows.GetFieldValue<DateTimeOffset>(1))
            : (0, null);
        await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        var entries = rows.GetInt64(0);
        await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        var (xmin, now) = (rows.GetFieldValue<ulong>(0), rows.GetFieldValue<DateTimeOffset>(1));
        await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        var (unlogged, waiting) = (
            await rows.IsDBNullAsync(0, cancel) ? (DateTimeOffset?)null : rows.GetFieldValue<DateTimeOffset>(0),
            rows.GetInt64(1)
        );
        await rows.NextResultAsync(cancel);
        var unsigned = await rows.ReadAsync(cancel) ? rows.GetFieldValue<DateTimeOffset>(0) : (DateTimeOffset?)null;
        if (unlogged is null)
            low = xmin;
        // What has an index and no signature waits too, and for longer than what has neither.
        return new SealStanding(signed.Size, entries, signed.At, unsigned ?? unlogged, now) { Unlogged = waiting };
    }
}
