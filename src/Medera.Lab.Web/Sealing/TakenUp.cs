using Npgsql;
using NpgsqlTypes;

namespace Medera.Lab.Web.Sealing;

/// <summary>
/// From where a sequencer that begins reads on: the oldest transaction that could still hold an event without an entry, as the one
/// before it said together with the entries. Without that a start would look through the whole log.
/// </summary>
internal static class TakenUp
{
    /// <summary>The last thing said on this server; 0, which looks through everything, where nothing was, or it cannot be true.</summary>
    public static async Task<ulong> LowAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT t.low FROM (SELECT size, low, server FROM ledger.taken_up ORDER BY size DESC LIMIT 1) AS t
            WHERE t.server = (SELECT system_identifier FROM pg_control_system())
              AND t.low <= pg_snapshot_xmin(pg_current_snapshot())
              AND t.size <= (SELECT coalesce(max(idx) + 1, 0) FROM ledger.log_entry)
            """,
            connection
        );
        return await command.ExecuteScalarAsync(cancel) as ulong? ?? 0;
    }

    /// <summary>The statement that says it, to be sent with the entries: all or none.</summary>
    /// <param name="size">The entries of the log, those of this transaction among them.</param>
    /// <param name="low">Every event of a transaction before this one is among them.</param>
    public static NpgsqlBatchCommand Keep(long size, ulong low) =>
        new("INSERT INTO ledger.taken_up (size, low, server) SELECT $1, $2, system_identifier FROM pg_control_system()")
        {
            Parameters =
            {
                new() { Value = size },
                new() { Value = low, NpgsqlDbType = NpgsqlDbType.Xid8 },
            },
        };
}
