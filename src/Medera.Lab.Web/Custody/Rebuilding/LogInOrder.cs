using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using Medera.Lab.Ledger;
using Npgsql;

namespace Medera.Lab.Web.Custody.Rebuilding;

/// <summary>One event as the log has it.</summary>
public sealed record Logged(StreamHead Head, Entry Entry);

/// <summary>
/// The whole log, once, from its beginning, in one look at the database: the sealed events in the order of the tree, then those that
/// wait for their seal in the order in which they were stored. What a fact builds on comes before it in both. Held are a head a
/// stream, and the one event that is being read.
/// </summary>
/// <remarks>
/// Each event must be the next of its stream, hang on the one before it and hash to its leaf, and the leaves must give the root of the
/// newest checkpoint: tables that are made from a broken log would be broken too, and look whole.
/// </remarks>
internal sealed class LogInOrder(NpgsqlConnection connection, NpgsqlTransaction look)
{
    private readonly Dictionary<long, StreamHead> heads = [];
    private readonly List<byte> leaves = [];
    private RightEdge edge = RightEdge.Empty;

    // One event after the other by both primary keys: nothing is sorted, and nothing is read twice.
    private const string Sealed = """
        SELECT l.stream_no, l.version, l.leaf, e.event_id, e.body, e.leaf FROM ledger.log_entry AS l
        LEFT JOIN ledger.event AS e ON e.stream_no = l.stream_no AND e.version = l.version ORDER BY l.idx
        """;

    private const string Unsealed = """
        SELECT e.stream_no, e.version, e.leaf, e.event_id, e.body, e.leaf FROM ledger.event AS e
        WHERE NOT EXISTS (SELECT FROM ledger.log_entry AS l WHERE l.event_no = e.event_no) ORDER BY e.event_no
        """;

    /// <summary>The streams with where they stand; after the whole log was read, as the table of heads has them.</summary>
    public IReadOnlyCollection<StreamHead> Heads => heads.Values;

    /// <summary>Opens one look at the log, as an account that may read it and nothing more.</summary>
    public static async Task<LogInOrder> OpenAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await RunAsync(connection, "SET ROLE lab_auditor", cancel);
        var look = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        return new LogInOrder(connection, look);
    }

    /// <summary>How many events there are.</summary>
    public async Task<long> CountAsync(CancellationToken cancel)
    {
        await using var count = Command("SELECT count(*) FROM ledger.event");
        return (long)(await count.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Every event.</summary>
    /// <exception cref="LaboratoryCannotStart">The log is broken: one sentence with the first event that is.</exception>
    public async IAsyncEnumerable<Logged> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await BeginAsync(cancel);
        var (size, root) = await NewestCheckpointAsync(cancel);
        await RunAsync(
            connection,
            "SET LOCAL enable_sort = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off",
            cancel
        );
        var place = 0L;
        await foreach (var logged in EachAsync(Sealed, cancel))
        {
            if (place++ < size)
                leaves.AddRange(logged.Head.Leaf);
            if (leaves.Count >= Tile.Full * Leaf.Size || place == size)
                Grow();
            if (place == size && !edge.Root().AsSpan().SequenceEqual(root))
                throw Broken($"The first {Text(size)} events do not have the root of their checkpoint");
            yield return logged;
        }
        if (place < size)
            throw Broken($"A checkpoint was signed over {Text(size)} events, and {Text(place)} are there");
        await RunAsync(
            connection,
            "SET LOCAL enable_sort = on; SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on",
            cancel
        );
        await foreach (var logged in EachAsync(Unsealed, cancel))
            yield return logged;
    }

    private async IAsyncEnumerable<Logged> EachAsync(string sql, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = Command(sql);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            yield return Next(rows);
    }

    private Logged Next(NpgsqlDataReader row)
    {
        var (stream, version) = (row.GetInt64(0), row.GetInt64(1));
        if (!heads.TryGetValue(stream, out var head))
            throw Broken($"Event {Text(version)} of stream {Text(stream)} belongs to no stream");
        var where = $"Version {Text(version)} of {head.NaturalKey}";
        if (row.IsDBNull(4))
            throw Broken($"{where} is sealed and not there");
        var (body, leaf) = (row.GetFieldValue<byte[]>(4), row.GetFieldValue<byte[]>(5));
        if (!Leaf.Hash(body).AsSpan().SequenceEqual(leaf) || !row.GetFieldValue<byte[]>(2).AsSpan().SequenceEqual(leaf))
            throw Broken($"{where} does not hash to its leaf");
        var entry = Parsed(body, where);
        if (
            (entry.Stream, entry.Version, entry.Id) != (head.NaturalKey, head.Version + 1, row.GetGuid(3))
            || version != entry.Version
            || !entry.Prev.AsSpan().SequenceEqual(head.Leaf)
        )
            throw Broken($"{where} does not follow on version {Text(head.Version)}");
        head.Grow(leaf, entry.Recorded);
        return new Logged(head, entry);
    }

    private static Entry Parsed(byte[] body, string where)
    {
        try
        {
            return Entry.Parse(body);
        }
        catch (NotCanonical what)
        {
            throw Broken($"{where} cannot be read ({what.Message.TrimEnd('.')})");
        }
    }

    private async Task BeginAsync(CancellationToken cancel)
    {
        await using var command = Command("SELECT stream_no, natural_key FROM ledger.stream");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var natural = rows.GetString(1);
            heads.Add(
                rows.GetInt64(0),
                new StreamHead(
                    rows.GetInt64(0),
                    StreamHead.KeyOf(natural),
                    0,
                    Entry.FirstPrev(natural),
                    DateTimeOffset.MinValue
                )
            );
        }
    }

    private async Task<(long Size, byte[] Root)> NewestCheckpointAsync(CancellationToken cancel)
    {
        await using var command = Command("SELECT size, root FROM ledger.checkpoint ORDER BY size DESC LIMIT 1");
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : (0, []);
    }

    private void Grow()
    {
        edge = edge.Append([.. leaves]).Edge;
        leaves.Clear();
    }

    private NpgsqlCommand Command(string sql) => new(sql, connection, look) { CommandTimeout = 0 };

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    internal static LaboratoryCannotStart Broken(string what) =>
        new($"The log itself is broken: {what}. Nothing was changed; keep everything as it is and call quality.");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
