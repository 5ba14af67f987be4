using System.Globalization;
using Medera.Lab.Web.Custody.Rebuilding;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Data.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Startup;

/// <summary>The database behind the laboratory: its own cluster, or the one that a connection string names.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>Name of the laboratory's database in its own cluster.</summary>
    public const string Name = "lab";

    /// <summary>One migration at a time, on a connection of its own: EF's lock let two of six concurrent starts through.</summary>
    internal const long MigrationLock = 0x4C61624D;

    /// <summary>
    /// How the application's pool behaves on its own cluster. Its few statements come again and again: the server parses and plans
    /// each once a connection.
    /// </summary>
    internal static readonly string Pool = string.Create(
        CultureInfo.InvariantCulture,
        $";Maximum Pool Size={Limits.Memory.Connections};Max Auto Prepare={Limits.Memory.Prepared}"
    );

    /// <summary>One session seals; a second one writes what witnesses answer.</summary>
    internal static readonly string SequencerPool = string.Create(
        CultureInfo.InvariantCulture,
        $";Maximum Pool Size={Limits.Memory.SealingConnections};Max Auto Prepare={Limits.Memory.SealingPrepared}"
    );

    private readonly OwnCluster? cluster;

    private Database(OwnCluster? cluster, string connection, string? sequencer, string? superuser) =>
        (this.cluster, Connection, Sequencer, Superuser) = (cluster, connection, sequencer, superuser);

    /// <summary>Logs in as lab_app.</summary>
    public string Connection { get; }

    /// <summary>Logs in as lab_sequencer; null where this process seals nothing (ConnectionStrings__Lab without ConnectionStrings__LabSequencer).</summary>
    public string? Sequencer { get; }

    /// <summary>Logs in as the superuser, for what is done while nobody works; null where the settings name none.</summary>
    public string? Superuser { get; }

    /// <summary>Opens what the settings name; makes and prepares the own cluster where they name nothing.</summary>
    public static async Task<Database> OpenAsync(LabArguments arguments, CancellationToken cancel)
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Lab") is { Length: > 0 } given)
        {
            var admin = Environment.GetEnvironmentVariable("ConnectionStrings__LabAdmin");
            if (admin is { Length: > 0 })
                await PrepareGivenAsync(admin, given, fill: arguments.Verb is null, cancel);
            await RefuseUnpreparedAsync(given, cancel);
            return new Database(
                null,
                given,
                Environment.GetEnvironmentVariable("ConnectionStrings__LabSequencer") is { Length: > 0 } sequencer
                    ? sequencer
                    : null,
                admin is { Length: > 0 }
                    ? ConnectionTo(admin, new NpgsqlConnectionStringBuilder(given).Database ?? Name)
                    : null
            );
        }
        var own = await OwnCluster.OpenAsync(
            new OwnClusterOptions(arguments.Folder) { Port = arguments.Port },
            TimeProvider.System,
            cancel
        );
        try
        {
            await KnownSchema.RefuseAnotherAsync(ConnectionTo(own.AdminConnectionString, Name), cancel);
            await Bootstrap.RunAsync(own.AdminConnectionString, Name, own.Secrets.Read, cancel);
            await MigrateAsync(own.For("lab_migrator", own.Secrets.Read("lab_migrator"), Name), cancel);
            // A verb that looks at the tables finds them as they are.
            if (arguments.Verb is null)
                await FilledTables.FillAsync(ConnectionTo(own.AdminConnectionString, Name), cancel);
            return new Database(
                own,
                own.For("lab_app", own.Secrets.Read("lab_app"), Name) + Pool,
                own.For("lab_sequencer", own.Secrets.Read("lab_sequencer"), Name) + SequencerPool,
                ConnectionTo(own.AdminConnectionString, Name)
            );
        }
        catch
        {
            await own.DisposeAsync();
            throw;
        }
    }

    /// <summary>Bootstrap and migrations on the server of ConnectionStrings__LabAdmin. Passwords of the accounts come from the connection strings given.</summary>
    /// <param name="fill">Whether tables of an older version are filled from the log.</param>
    public static async Task PrepareGivenAsync(string admin, string app, bool fill, CancellationToken cancel)
    {
        var settings = new NpgsqlConnectionStringBuilder(app);
        if (settings.Username != "lab_app")
            throw new LaboratoryCannotStart("ConnectionStrings__Lab must log in as lab_app.");
        var database = settings.Database ?? Name;
        var password =
            settings.Password
            ?? throw new LaboratoryCannotStart("ConnectionStrings__Lab names no password for lab_app.");
        var sequencer = Environment.GetEnvironmentVariable("ConnectionStrings__LabSequencer") is { Length: > 0 } given
            ? new NpgsqlConnectionStringBuilder(given)
            : null;
        if (sequencer is not null and not { Username: "lab_sequencer", Password.Length: > 0 })
            throw new LaboratoryCannotStart(
                "ConnectionStrings__LabSequencer must log in as lab_sequencer, with the password it shall have."
            );
        await KnownSchema.RefuseAnotherAsync(ConnectionTo(admin, database), cancel);
        await Bootstrap.RunAsync(
            admin,
            database,
            account =>
                account switch
                {
                    "lab_app" => password,
                    "lab_sequencer" when sequencer is not null => sequencer.Password!,
                    _ => PrivateWord(account),
                },
            cancel
        );
        var migrator = new NpgsqlConnectionStringBuilder(admin)
        {
            Username = "lab_migrator",
            Password = PrivateWord("lab_migrator"),
            Database = database,
        };
        await MigrateAsync(migrator.ConnectionString, cancel);
        if (fill)
            await FilledTables.FillAsync(ConnectionTo(admin, database), cancel);
    }

    /// <summary>Brings schema lab to the version of this program, once: who waited at the gate finds it there.</summary>
    /// <exception cref="LaboratoryCannotStart">The tables are a newer program's, or another one's.</exception>
    public static async Task MigrateAsync(string migrator, CancellationToken cancel)
    {
        await using var gate = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(migrator) { Pooling = false }.ConnectionString
        );
        await gate.OpenAsync(cancel);
        await using (
            var wait = new NpgsqlCommand($"SELECT pg_advisory_lock({MigrationLock})", gate) { CommandTimeout = 0 }
        )
            await wait.ExecuteNonQueryAsync(cancel);
        await KnownSchema.RefuseAnotherAsync(migrator, cancel);
        await using var db = new LabDb(LabDbSetup.Options(new DbContextOptionsBuilder<LabDb>(), migrator).Options);
        await db.Database.MigrateAsync(cancel);
        // What a rebuild that was killed has left. None is at work: it holds this gate.
        await FreshTables.RunAsync(gate, FreshTables.ThrowAway, cancel);
    }

    /// <summary>Tells whoever finds the folder busy where the laboratory serves.</summary>
    public void ServesOn(int port) => cluster?.ServesOn(port);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }

    private static string ConnectionTo(string server, string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;

    /// <summary>For an account that cannot prepare anything: only the database of this very version is opened.</summary>
    internal static async Task RefuseUnpreparedAsync(string connection, CancellationToken cancel)
    {
        try
        {
            await KnownSchema.RefuseAnotherAsync(connection, cancel);
            await using var db = new LabDb(
                LabDbSetup.Options(new DbContextOptionsBuilder<LabDb>(), connection).Options
            );
            var there = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToHashSet(StringComparer.Ordinal);
            var wanted = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            if (!wanted.SetEquals(there))
                throw new LaboratoryCannotStart(
                    "The database is not of this version: run \"migrate\" with ConnectionStrings__LabAdmin set to a superuser's connection."
                );
        }
        catch (PostgresException refused)
        {
            throw new LaboratoryCannotStart(
                $"The database of ConnectionStrings__Lab is not prepared ({refused.MessageText}): run \"migrate\" with ConnectionStrings__LabAdmin set to a superuser's connection.",
                refused
            );
        }
        catch (NpgsqlException unreachable)
        {
            throw new LaboratoryCannotStart(
                $"The server of ConnectionStrings__Lab does not answer: {unreachable.Message}.",
                unreachable
            );
        }
    }

    // The other accounts' passwords are set anew by each migration; only this process needs the migrator's, and only now.
    private static readonly string Word = Convert.ToHexString(
        System.Security.Cryptography.RandomNumberGenerator.GetBytes(24)
    );

    private static string PrivateWord(string account) => $"{account}-{Word}";
}
