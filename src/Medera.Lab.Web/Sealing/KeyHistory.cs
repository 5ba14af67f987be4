using Medera.Lab.Ledger;
using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>One step of the history of the log's keys.</summary>
/// <param name="Act">"begun" or "retired".</param>
/// <param name="Size">Size of the log from which on that holds.</param>
public sealed record KeyStep(NoteKey Key, string Act, long Size, DateTimeOffset At);

/// <summary>Which key signed from which size on: kept in the database for the auditor, and part of every package. The secret halves are never here.</summary>
public static class KeyHistory
{
    /// <summary>Writes down what changed since the last signature.</summary>
    /// <returns>The steps that are new.</returns>
    internal static async Task<IReadOnlyList<(NoteKey Key, bool Begun)>> KeepAsync(
        NpgsqlConnection connection,
        IReadOnlyList<NoteSigner> signers,
        long size,
        CancellationToken cancel
    )
    {
        var steps = await ReadAsync(connection, cancel);
        var standing = Standing(steps);
        var now = signers.Select(s => s.Key).ToList();
        List<(NoteKey Key, bool Begun)> fresh =
        [
            .. now.Where(k => !standing.Contains(k)).Select(k => (k, true)),
            .. standing.Where(k => !now.Contains(k)).Select(k => (k, false)),
        ];
        foreach (var (key, begun) in fresh)
            await AddAsync(connection, key, begun ? "begun" : "retired", size, cancel);
        return fresh;
    }

    /// <summary>All steps, oldest first.</summary>
    public static async Task<IReadOnlyList<KeyStep>> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "SELECT vkey, act, size, at FROM ledger.key_history ORDER BY step",
            connection
        );
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var steps = new List<KeyStep>();
        while (await rows.ReadAsync(cancel))
            steps.Add(
                new KeyStep(
                    NoteKey.Parse(rows.GetString(0)),
                    rows.GetString(1),
                    rows.GetInt64(2),
                    rows.GetFieldValue<DateTimeOffset>(3)
                )
            );
        return steps;
    }

    /// <summary>Keys that began and were not retired.</summary>
    public static IReadOnlyList<NoteKey> Standing(IReadOnlyList<KeyStep> steps)
    {
        var standing = new List<NoteKey>();
        foreach (var step in steps)
        {
            if (step.Act == "begun")
                standing.Add(step.Key);
            else
                standing.Remove(step.Key);
        }
        return standing;
    }

    /// <summary>From which size to which each key signed.</summary>
    public static IReadOnlyList<KeyPeriod> Periods(IReadOnlyList<KeyStep> steps) =>
        [
            .. steps
                .Where(s => s.Act == "begun")
                .Select(begun =>
                    steps.FirstOrDefault(s => s.Act == "retired" && s.Key.Equals(begun.Key)) is { } retired
                        ? new KeyPeriod(begun.Key, begun.Size, retired.Size - 1)
                        : new KeyPeriod(begun.Key, begun.Size)
                ),
        ];

    private static async Task AddAsync(
        NpgsqlConnection connection,
        NoteKey key,
        string act,
        long size,
        CancellationToken cancel
    )
    {
        // A key that was retired once does not come back: its file would have to be moved by hand, and the log says so by not knowing it.
        await using var command = new NpgsqlCommand(
            "INSERT INTO ledger.key_history (vkey, act, size) VALUES ($1, $2, $3) ON CONFLICT (vkey, act) DO NOTHING",
            connection
        )
        {
            Parameters =
            {
                new() { Value = key.ToString() },
                new() { Value = act },
                new() { Value = size },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
