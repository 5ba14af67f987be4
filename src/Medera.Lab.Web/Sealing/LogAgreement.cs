using System.Globalization;
using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>
/// Whether the tables of the ledger agree with each other: what a package does not carry, because nobody outside needs it, is compared
/// here with the bodies. It proves nothing to anybody outside; it finds a hand in the database early.
/// </summary>
public static class LogAgreement
{
    private const int Most = Limits.Reads.Complaints;

    private const string Contradictions = """
        SELECT l.idx, CASE
          WHEN e.event_no IS NULL THEN 'its event is gone'
          WHEN l.leaf <> e.leaf THEN 'its leaf is not the event''s'
          WHEN l.stream_no <> e.stream_no OR l.version <> e.version THEN 'it is another event''s place'
          WHEN e.leaf <> sha256('\x00'::bytea || e.body) THEN 'the leaf is not of the body'
          WHEN b.body IS NULL THEN 'the body is no JSON'
          WHEN b.body ->> 'id' <> e.event_id::text THEN 'the body has another id'
          WHEN (b.body ->> 'version')::bigint <> e.version THEN 'the body has another version'
          WHEN b.body ->> 'stream' <> s.natural_key THEN 'the body has another stream'
        END AS why
        FROM ledger.log_entry AS l
        LEFT JOIN ledger.event AS e ON e.event_no = l.event_no
        LEFT JOIN ledger.stream AS s ON s.stream_no = e.stream_no
        LEFT JOIN LATERAL (SELECT CASE WHEN e.leaf = sha256('\x00'::bytea || e.body) THEN convert_from(e.body, 'UTF8')::jsonb END AS body) AS b ON true
        WHERE e.event_no IS NULL OR l.leaf <> e.leaf OR l.stream_no <> e.stream_no OR l.version <> e.version
          OR e.leaf <> sha256('\x00'::bytea || e.body) OR b.body IS NULL OR b.body ->> 'id' <> e.event_id::text
          OR (b.body ->> 'version')::bigint <> e.version OR b.body ->> 'stream' IS DISTINCT FROM s.natural_key
        ORDER BY l.idx LIMIT $1
        """;

    private const string Gaps =
        "SELECT n FROM (SELECT idx, lag(idx, 1, -1) OVER (ORDER BY idx) + 1 AS n FROM ledger.log_entry) AS g WHERE n <> idx ORDER BY n LIMIT $1";

    private const string Tiles = """
        SELECT t.n * 256 FROM ledger.tile AS t
        WHERE t.level = 0 AND t.hashes <> (SELECT coalesce(string_agg(l.leaf, ''::bytea ORDER BY l.idx), ''::bytea) FROM ledger.log_entry AS l WHERE l.idx >= t.n * 256 AND l.idx < (t.n + 1) * 256)
        ORDER BY t.n LIMIT $1
        """;

    private const string Missing =
        "SELECT n * 256 FROM generate_series(0, (SELECT coalesce(max(idx) + 1, 0) / 256 - 1 FROM ledger.log_entry)) AS n WHERE NOT EXISTS (SELECT FROM ledger.tile AS t WHERE t.level = 0 AND t.n = n.n) ORDER BY n LIMIT $1";

    /// <summary>The first hundred contradictions of each kind, as sentences; none where all agree. Reads every event.</summary>
    /// <param name="connection">Of an account that reads the ledger: lab_auditor or lab_app.</param>
    public static async Task<IReadOnlyList<string>> ContradictionsAsync(
        NpgsqlConnection connection,
        CancellationToken cancel = default
    )
    {
        var found = new List<string>();
        foreach (
            var (sql, sentence) in new (string, Func<NpgsqlDataReader, string>)[]
            {
                (Contradictions, row => $"Log index {Text(row)}: {row.GetString(1)}."),
                (Gaps, row => $"Log index {Text(row)} is missing."),
                (Tiles, row => $"The tile from log index {Text(row)} on holds other hashes than the log entries."),
                (Missing, row => $"The tile from log index {Text(row)} on is missing."),
            }
        )
        {
            await using var command = new NpgsqlCommand(sql, connection)
            {
                Parameters = { new() { Value = Most } },
                CommandTimeout = 0,
            };
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
                found.Add(sentence(rows));
        }
        return found;
    }

    private static string Text(NpgsqlDataReader row) => row.GetInt64(0).ToString(CultureInfo.InvariantCulture);
}
