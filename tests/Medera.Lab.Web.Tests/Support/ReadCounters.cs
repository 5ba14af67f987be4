using Npgsql;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>What the server itself counts of reads, a table: rows that a scan of the whole table or of an index gave.</summary>
internal sealed class ReadCounters(NpgsqlConnection connection, NpgsqlDataSource asked)
{
    /// <summary>Scans of whole tables, and rows read in any way.</summary>
    public sealed record Reads(long WholeScans, long Rows);

    /// <summary>What something reads of each table. Sessions tell what they did when they end: those of the pool are ended for it, and waited for.</summary>
    public async Task<Dictionary<string, Reads>> OfAsync(Func<Task> act)
    {
        var before = await NowAsync();
        await act();
        var after = await NowAsync();
        return after.ToDictionary(
            t => t.Key,
            t =>
            {
                var was = before.GetValueOrDefault(t.Key, new Reads(0, 0));
                return new Reads(t.Value.WholeScans - was.WholeScans, t.Value.Rows - was.Rows);
            },
            StringComparer.Ordinal
        );
    }

    private async Task<Dictionary<string, Reads>> NowAsync()
    {
        // All but the one that follows the log for as long as the process lives.
        const string Sessions = """
            SELECT count(*) FROM pg_stat_activity WHERE usename = 'lab_app' AND datname = current_database()
              AND query NOT LIKE '%LISTEN%' AND query NOT LIKE '%ledger.checkpoint%'
            """;
        asked.Clear();
        await using (var wait = new NpgsqlCommand(Sessions, connection))
            while (await wait.ExecuteScalarAsync() is > 0L)
                await Task.Delay(2);
        await using var command = new NpgsqlCommand(
            """
            SELECT t.relname, t.seq_scan, t.seq_tup_read
              + coalesce((SELECT sum(i.idx_tup_read) FROM pg_stat_user_indexes AS i WHERE i.relid = t.relid), 0)::bigint
            FROM pg_stat_user_tables AS t WHERE t.schemaname IN ('lab', 'ledger', 'private', 'access')
            """,
            connection
        );
        await using var rows = await command.ExecuteReaderAsync();
        var reads = new Dictionary<string, Reads>(StringComparer.Ordinal);
        while (await rows.ReadAsync())
            reads.Add(rows.GetString(0), new Reads(rows.GetInt64(1), rows.GetInt64(2)));
        return reads;
    }
}
