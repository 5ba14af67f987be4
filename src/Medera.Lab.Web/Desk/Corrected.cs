using Medera.Lab.Web.Custody;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// Which event a correction puts right, so that its body can name it (custody log §3, <c>corrects</c>). A corrected result is found
/// by the fact that brought the old one, a record by its place in the stream.
/// </summary>
internal static class Corrected
{
    /// <summary>The event's id; null where nothing is corrected.</summary>
    public static async Task<Guid?> EventAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Fact> facts,
        IReadOnlyDictionary<StreamKey, StreamHead> heads
    )
    {
        foreach (var fact in facts)
        {
            if (fact is RecordCorrected record)
                return await FindAsync(
                    connection,
                    "SELECT event_id FROM ledger.event WHERE stream_no = $1 AND version = $2",
                    heads[fact.Stream].StreamNo,
                    (long)record.Event
                );
            // Later facts name the result too, when they verify or correct it: the first one brought it.
            if (fact is ResultCorrected result)
                return await FindAsync(
                    connection,
                    "SELECT e.event_id FROM lab.fact_about a JOIN ledger.event e ON e.stream_no = a.stream_no AND e.version = a.version WHERE a.about = $2 AND a.stream_no = $1 ORDER BY a.version LIMIT 1",
                    heads[fact.Stream].StreamNo,
                    result.Corrects.Value
                );
        }
        return null;
    }

    private static async Task<Guid?> FindAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return (Guid?)await command.ExecuteScalarAsync();
    }
}
