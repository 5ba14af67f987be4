using System.Diagnostics;
using System.Globalization;
using Medera.Lab.Web.Data.Postgres;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Medera.Lab.Web.Tests.Support;

/// <summary>
/// The PostgreSQL of one test run: a cluster of its own without fsync, and in it templates that are prepared once and cloned
/// for whoever wants a database. Without PostgreSQL on the machine the run fails.
/// </summary>
public sealed class TestCluster : IAsyncLifetime
{
    private readonly bool durable;

    private const string Template = "lab_template";

    // PostgreSQL copies a template for one at a time and only while nobody is logged in to it.
    private readonly SemaphoreSlim copying = new(1);
    private readonly string folder = TestFolder.Make();
    private readonly Dictionary<string, Task<string>> prepared = new(StringComparer.Ordinal);
    private OwnCluster? server;
    private int clones;

    /// <summary>The cluster of the run.</summary>
    public TestCluster() { }

    /// <summary>A cluster of one's own with fsync, for what must outlive its server.</summary>
    internal TestCluster(bool durable) => this.durable = durable;

    /// <summary>Connection string of the superuser, to the database <c>postgres</c>.</summary>
    public string Superuser => Server.AdminConnectionString;

    private OwnCluster Server =>
        server ?? throw new InvalidOperationException("The cluster of the tests has not been started.");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await TestFolder.SweepAsync(TimeProvider.System);
        server = await StartAsync();
        await Bootstrap.RunAsync(Superuser, Template, Password);
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Kill -9 for the server, in the middle of whatever it does.</summary>
    internal async Task KillAsync()
    {
        using var postmaster = Process.GetProcessById(
            Server.ServerPid ?? throw new InvalidOperationException("The server of the tests is not running.")
        );
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
        Server.Abandon();
    }

    /// <summary>Stops the server and gives its folder away, to an application that brings the server up itself.</summary>
    internal async Task<string> LeaveAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Server.DisposeAsync();
        return folder;
    }

    /// <summary>Starts it again on the same folder.</summary>
    internal async Task RestartAsync() => server = await StartAsync();

    private Task<OwnCluster> StartAsync() =>
        OwnCluster.OpenAsync(
            new OwnClusterOptions(folder) { Durable = durable },
            TimeProvider.System,
            CancellationToken.None
        );

    /// <summary>The keys of private texts, as several instances share them: a clone of a prepared database reads what was written before it.</summary>
    public string SubjectKeys => Path.Combine(folder, "subject-keys");

    /// <summary>Password of one of <see cref="Bootstrap.Accounts"/> in this run.</summary>
    public string Password(string account) => Server.Secrets.Read(account);

    /// <summary>A connection string for any account of this cluster.</summary>
    public string For(string account, string database) => Server.For(account, Password(account), database);

    /// <summary>A database of one's own, as the bootstrap leaves it: about 10 ms in memory. Dispose it to drop it.</summary>
    public Task<TestDatabase> CloneAsync() => CloneOfAsync(Template);

    /// <summary>A clone of a database that is prepared once in a run, by whoever asks for it first, and left without connections.</summary>
    public async Task<TestDatabase> CloneAsync(string state, Func<Task<TestDatabase>> prepare)
    {
        Task<string>? ready;
        lock (prepared)
        {
            if (!prepared.TryGetValue(state, out ready))
                prepared[state] = ready = NameOfAsync(prepare);
        }
        return await CloneOfAsync(await ready);
    }

    private async Task<string> NameOfAsync(Func<Task<TestDatabase>> prepare)
    {
        var made = await prepare();
        // Whatever a pool still keeps open would stand against a copy.
        await OnServerAsync($"ALTER DATABASE {made.Name} ALLOW_CONNECTIONS false");
        await OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{made.Name}'");
        return made.Name;
    }

    private async Task<TestDatabase> CloneOfAsync(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"lab_{Interlocked.Increment(ref clones)}");
        await copying.WaitAsync();
        try
        {
            await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        }
        finally
        {
            copying.Release();
        }

        var clone = new TestDatabase(this, name);
        await using var connection = await clone.OpenAsync("postgres");
        await Bootstrap.CloseDatabaseAsync(connection);
        return clone;
    }

    /// <summary>A name for a database that a test makes for itself; nothing of that name is made here.</summary>
    public TestDatabase Reserve() =>
        new(this, string.Create(CultureInfo.InvariantCulture, $"lab_{Interlocked.Increment(ref clones)}"));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        copying.Dispose();
    }

    internal async Task DropAsync(string database)
    {
        // The template is not a clone, and lives as long as the run.
        if (database != Template)
            await OnServerAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
