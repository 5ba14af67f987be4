using System.Globalization;
using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>
/// Finds committed events that have no log index, a portion at a time: every visible one since the oldest transaction that was running
/// when it last looked. It reads each event of a backlog a few times, however many portions it takes.
/// </summary>
internal sealed class UnsealedSearch(int portion)
{
    // Where nobody has said from where to read on everything is looked through, at best by hashing both tables.
    private const string AmongAll =
        "SELECT e.event_no, e.stream_no, e.version, e.leaf FROM ledger.event AS e WHERE e.xid >= {0} AND NOT EXISTS (SELECT FROM ledger.log_entry AS l WHERE l.event_no = e.event_no) ORDER BY e.event_no";

    // Later a few: by the index on xid, and one look into the entries for each. Left to the planner, a table whose statistics are
    // old is read as a whole in each cycle.
    private const string AmongRecent = """
        WITH recent AS MATERIALIZED (SELECT event_no, stream_no, version, leaf FROM ledger.event WHERE xid >= {0})
        SELECT r.event_no, r.stream_no, r.version, r.leaf FROM recent AS r
        LEFT JOIN LATERAL (SELECT l.idx FROM ledger.log_entry AS l WHERE l.event_no = r.event_no LIMIT 1) AS l ON true
        WHERE l.idx IS NULL ORDER BY r.event_no
        """;

    // The rest of a backlog is found once and held by the server: whoever looked for the head of it each time would read all of it for
    // each portion. It is held beyond the transaction that asks for it, and goes with the session.
    private const string Held = "unsealed";

    private ulong low;
    private Backlog backlog;

    /// <summary>A new session: what the old one held is gone.</summary>
    /// <param name="from">The oldest transaction that could still hold an event without an entry; 0: nobody knows.</param>
    public void BeginAt(ulong from) => (low, backlog) = (from, Backlog.None);

    /// <summary>The next search looks through the whole log.</summary>
    public void LookThroughAll() => low = 0;

    /// <summary>Where the search stands when what it found is sealed. More: a backlog is being taken up, and more may wait.</summary>
    public Place Next(ulong xmin, int found)
    {
        // What became visible while a backlog was taken up is looked for once more, from the oldest transaction, before that place moves on.
        var (whole, full) = (backlog == Backlog.None, found == portion);
        return (whole, full) switch
        {
            (true, false) => new(xmin, Backlog.None, More: false),
            (true, true) => new(low, Backlog.Found, More: true),
            (false, true) => new(low, Backlog.Held, More: true),
            (false, false) => new(low, Backlog.None, More: true),
        };
    }

    /// <summary>What was found is sealed.</summary>
    public void MoveTo(Place next) => (low, backlog) = (next.Low, next.Backlog);

    /// <summary>The next portion, with the oldest transaction that runs now and the size of the log, all of one instant.</summary>
    public async Task<(ulong Xmin, long Size, UnsealedEvents Found)> FindAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("SELECT pg_snapshot_xmin(pg_current_snapshot()), set_config('enable_seqscan', $1, true)")
                {
                    Parameters = { new() { Value = low > 0 ? "off" : "on" } },
                },
                new("SELECT coalesce(max(idx) + 1, 0) FROM ledger.log_entry"),
            },
        };
        foreach (var sql in Finding())
            batch.BatchCommands.Add(new(sql));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        var xmin = rows.GetFieldValue<ulong>(0);
        await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        var size = rows.GetInt64(0);
        await rows.NextResultAsync(cancel);
        var found = new UnsealedEvents();
        while (await rows.ReadAsync(cancel))
            found.Add(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), rows.GetFieldValue<byte[]>(3));
        return (xmin, size, found);
    }

    // Numbers of ours stand in the text: a cursor takes no parameters.
    private IEnumerable<string> Finding()
    {
        var query = string.Format(CultureInfo.InvariantCulture, low > 0 ? AmongRecent : AmongAll, $"'{low}'::xid8");
        if (backlog == Backlog.None)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{query} LIMIT {portion}");
            yield break;
        }
        if (backlog == Backlog.Found)
        {
            yield return "CLOSE ALL";
            yield return $"DECLARE {Held} NO SCROLL CURSOR WITH HOLD FOR {query}";
        }
        yield return string.Create(CultureInfo.InvariantCulture, $"FETCH {portion} FROM {Held}");
    }

    /// <summary>Where a search stands.</summary>
    internal readonly record struct Place(ulong Low, Backlog Backlog, bool More);

    /// <summary>None: everything unsealed fits a portion, as far as anybody knows. Found: a portion was full. Held: the server holds the rest.</summary>
    internal enum Backlog
    {
        None,
        Found,
        Held,
    }
}
