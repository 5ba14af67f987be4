using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Custody;

/// <summary>
/// Completes what a killed process left: keys whose rows are erased are destroyed, and so are keys whose row was never committed. At the
/// start, and each hour.
/// </summary>
public sealed class KeyKeeping(
    SubjectKeys keys,
    IDbContextFactory<LabDb> contexts,
    TimeProvider machine,
    ILogger<KeyKeeping> log
) : BackgroundService
{
    /// <summary>No command takes so long between its key and its commit.</summary>
    public static readonly TimeSpan CommitTakes = TimeSpan.FromHours(1);

    /// <summary>Founds the folder of a laboratory without any private text; says so where it is missing and was there before.</summary>
    public async Task PrepareAsync()
    {
        if (!keys.Ready)
        {
            await using var db = await contexts.CreateDbContextAsync();
            if (
                await AskAsync(
                    db,
                    "SELECT EXISTS (SELECT FROM private.field) OR EXISTS (SELECT FROM private.erased_key)"
                )
                is true
            )
            {
                // Cells do not wait for a folder: the laboratory opens, and only what is private stands still.
                log.LogError(
                    "The folder of the subject keys, {Folder}, is not there: private texts cannot be read, and nothing private can be written. Bring it back, or set Lab__SubjectKeys.",
                    keys.Folder
                );
                return;
            }
            keys.Found();
        }
        await CompleteAsync();
    }

    /// <summary>Destroys what is left over.</summary>
    /// <returns>How many keys.</returns>
    public async Task<int> CompleteAsync()
    {
        if (!keys.Ready)
            return 0;
        await using var db = await contexts.CreateDbContextAsync();
        var erased = keys.Existing(await IdsAsync(db, "SELECT id FROM private.erased_key", []));
        // A text that came in under a key in the moment in which it was erased.
        foreach (var one in erased)
            await AskAsync(db, "SELECT private.erase_key($1)", one);
        var waiting = keys.Uncommitted(machine.GetUtcNow() - CommitTakes);
        var committed =
            waiting.Count == 0
                ? []
                : await IdsAsync(
                    db,
                    "SELECT DISTINCT subject_key_id FROM private.field WHERE subject_key_id = ANY($1)",
                    [waiting.ToArray()]
                );
        keys.Committed(committed);
        return keys.Destroy(erased.Concat(waiting.Except(committed)));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), machine);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CompleteAsync();
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                log.LogError(trouble, "Keys of erased texts could not be destroyed; it is tried again in an hour.");
            }
        }
    }

    private static async Task<object?> AskAsync(LabDb db, string sql, params object[] values)
    {
        await using var command = await CommandAsync(db, sql, values);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<List<Guid>> IdsAsync(LabDb db, string sql, object[] values)
    {
        await using var command = await CommandAsync(db, sql, values);
        await using var rows = await command.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await rows.ReadAsync())
            ids.Add(rows.GetGuid(0));
        return ids;
    }

    private static async Task<NpgsqlCommand> CommandAsync(LabDb db, string sql, object[] values)
    {
        await db.Database.OpenConnectionAsync();
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
