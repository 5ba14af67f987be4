using System.Globalization;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Custody.Rebuilding;

/// <summary>
/// Makes every derived table again from the log, in a schema of its own, compares it with the laboratory's, and puts the laboratory's
/// right in one transaction.
/// </summary>
/// <remarks>
/// <para>
/// The log is read once, forward, an event at a time. Held in memory are: each thing as it is by now, with its code (the lives:
/// what the state tables hold, and no history); a head a stream; and the events of one portion, until they are copied into the read
/// model. So memory grows with the things of the laboratory, and not with what happened to them.
/// </para>
/// <para>
/// Nothing is written where it counts before the last transaction, and that one writes only rows that differ. Killed at any moment,
/// the tables stay as they were. The log is read as lab_auditor and the tables are written as lab_owner: neither account can change
/// an event, whatever this code does.
/// </para>
/// </remarks>
/// <param name="superuser">Connection string of a superuser, to the laboratory's database.</param>
/// <param name="say">Told how far it is.</param>
/// <param name="portion">Events between two tellings.</param>
public sealed class Rebuild(string superuser, Action<string> say, int portion = Limits.Memory.SealedAtOnce)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Compares, and unless it is told only to do that, puts right what differs.</summary>
    /// <returns>Each derived table with what was found in it.</returns>
    /// <exception cref="LaboratoryCannotStart">The laboratory is open, or its log is broken: one sentence. Nothing was changed.</exception>
    public async Task<IReadOnlyList<TableDifference>> RunAsync(bool onlyCompare, CancellationToken cancel)
    {
        await using var gate = await OpenAsync(cancel);
        await TakeGateAsync(gate, cancel);
        await RefuseOpenAsync(gate, cancel);
        // Holds everybody who would write, from before the log is read until the tables are right.
        await using var owner = await OpenAsync(cancel);
        await FreshTables.RunAsync(owner, "SET ROLE lab_owner", cancel);
        await using var held = await owner.BeginTransactionAsync(cancel);
        await HoldWritersAsync(owner, cancel);

        await using var db = new LabDb(LabDbSetup.Options(new DbContextOptionsBuilder<LabDb>(), "Host=none").Options);
        var tables = DerivedTables.From(db.Model);
        await FillAsync(db, gate, tables, cancel);

        var found = new List<TableDifference>();
        foreach (var table in tables)
            found.Add(await Comparison.OfAsync(owner, table, cancel));
        if (!onlyCompare)
            foreach (var table in tables.Where(t => !found.Single(f => f.Table == t.Name).IsEqual))
                await Comparison.PutRightAsync(owner, table, cancel);
        // Never cancelled: a commit that was given up may have happened.
        await held.CommitAsync(CancellationToken.None);
        await FreshTables.RunAsync(gate, FreshTables.ThrowAway, CancellationToken.None);
        return found;
    }

    private async Task FillAsync(
        LabDb db,
        NpgsqlConnection gate,
        IReadOnlyList<DerivedTable> tables,
        CancellationToken cancel
    )
    {
        await using var filler = await OpenAsync(cancel);
        await FreshTables.RunAsync(filler, "SET ROLE lab_owner", cancel);
        var fresh = new FreshTables(db, filler, tables);
        await fresh.MakeAsync(gate, cancel);

        await using var reader = await OpenAsync(cancel);
        var log = await LogInOrder.OpenAsync(reader, cancel);
        var (all, done) = (await log.CountAsync(cancel), 0L);
        var lives = Lives.None;
        var waiting = new List<Logged>(portion);
        await foreach (var logged in log.ReadAsync(cancel))
        {
            lives = Folded(lives, logged);
            waiting.Add(logged);
            if (waiting.Count < portion)
                continue;
            await TakeDownAsync();
        }
        await TakeDownAsync();
        if (done != all)
            throw LogInOrder.Broken(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It has {all} events, and {done} of them stand in its order"
                )
            );
        await fresh.EndAsync(lives, log.Heads, cancel);

        async Task TakeDownAsync()
        {
            await fresh.AddAsync(waiting, cancel);
            done += waiting.Count;
            waiting.Clear();
            say(string.Create(CultureInfo.InvariantCulture, $"{done} of {all} events."));
        }
    }

    private static Lives Folded(Lives lives, Logged logged)
    {
        try
        {
            return Apply.To(lives, logged.Entry.AsRecorded());
        }
        catch (Exception impossible) when (impossible is ImpossibleMoveException or KeyNotFoundException)
        {
            throw LogInOrder.Broken(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Version {logged.Entry.Version} of {logged.Entry.Stream} cannot follow on what was before it ({impossible.Message.TrimEnd('.')})"
                )
            );
        }
    }

    /// <summary>One at a time, and none while somebody brings the tables to another version.</summary>
    private static async Task TakeGateAsync(NpgsqlConnection gate, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited <= Patience; waited += Look)
        {
            await using var take = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", gate)
            {
                Parameters = { new() { Value = Startup.Database.MigrationLock } },
            };
            if (await take.ExecuteScalarAsync(cancel) is true)
                return;
            await Task.Delay(Look, cancel);
        }
        throw new LaboratoryCannotStart(
            "Another rebuild, or a start that prepares the database, is at work: wait until it is done."
        );
    }

    /// <summary>An application that is open would go on with what it has read.</summary>
    private static async Task RefuseOpenAsync(NpgsqlConnection gate, CancellationToken cancel)
    {
        string? open = null;
        // Sessions of an application that has just ended take a moment to go.
        for (var waited = TimeSpan.Zero; waited <= Patience; waited += Look)
        {
            await using var who = new NpgsqlCommand(
                """
                SELECT string_agg(DISTINCT usename || ' from ' || coalesce(host(client_addr), 'this machine'), ', ')
                FROM pg_stat_activity WHERE datname = current_database() AND usename IN ('lab_app', 'lab_sequencer')
                """,
                gate
            );
            open = await who.ExecuteScalarAsync(cancel) as string;
            if (open is null)
                return;
            await Task.Delay(Look, cancel);
        }
        throw new LaboratoryCannotStart($"The laboratory is open ({open}): stop every instance of it, then rebuild.");
    }

    private static async Task HoldWritersAsync(NpgsqlConnection owner, CancellationToken cancel)
    {
        try
        {
            // Every command locks the heads of its streams before it reads anything. Screens go on reading.
            await FreshTables.RunAsync(owner, "LOCK TABLE lab.head IN EXCLUSIVE MODE NOWAIT", cancel);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new LaboratoryCannotStart(
                "Somebody is writing into the laboratory's tables: stop every instance of it, then rebuild.",
                busy
            );
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(superuser)
            {
                Pooling = false,
                Multiplexing = false,
                Enlist = false,
                SearchPath = "pg_catalog,pg_temp",
            }.ConnectionString
        );
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
