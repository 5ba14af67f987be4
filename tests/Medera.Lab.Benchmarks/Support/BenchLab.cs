using Medera.Lab.Web;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data.Postgres;
using Medera.Lab.Web.Startup;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medera.Lab.Benchmarks.Support;

/// <summary>A laboratory of one benchmark: a cluster of its own with fsync on, and the application over it in this process.</summary>
internal sealed class BenchLab : IAsyncDisposable
{
    private readonly OwnCluster server;
    private readonly string place;
    private readonly NpgsqlDataSource sealers;

    private BenchLab(string folder, OwnCluster cluster)
    {
        (place, server) = (folder, cluster);
        // As Database hands it to the application.
        Connection = cluster.For("lab_app", cluster.Secrets.Read("lab_app"), Database.Name) + Database.Pool;
        Source = NpgsqlDataSource.Create(Connection);
        SequencerConnection =
            cluster.For("lab_sequencer", cluster.Secrets.Read("lab_sequencer"), Database.Name) + Database.SequencerPool;
        sealers = NpgsqlDataSource.Create(SequencerConnection);
    }

    /// <summary>Logs in as lab_sequencer.</summary>
    public string SequencerConnection { get; }

    /// <summary>The data folder.</summary>
    public string Folder => place;

    /// <summary>Logs in as lab_app, as the application does.</summary>
    public string Connection { get; }

    /// <summary>The pool that all sides of a measurement share.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Makes the cluster and prepares its database.</summary>
    public static async Task<BenchLab> OpenAsync(CancellationToken cancel)
    {
        var folder = BenchFolder.Make();
        OwnCluster? cluster = null;
        try
        {
            cluster = await OwnCluster.OpenAsync(
                new OwnClusterOptions(folder) { Durable = true },
                TimeProvider.System,
                cancel
            );
            await Bootstrap.RunAsync(cluster.AdminConnectionString, Database.Name, cluster.Secrets.Read, cancel);
            await Database.MigrateAsync(
                cluster.For("lab_migrator", cluster.Secrets.Read("lab_migrator"), Database.Name),
                cancel
            );
            return new BenchLab(folder, cluster);
        }
        catch
        {
            if (cluster is not null)
                await cluster.DisposeAsync();
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>
    /// What PostgreSQL knows of the tables, as its own daemon would have noted within a minute. A laboratory that was filled in seconds
    /// is planned for without it, and read by plans that no laboratory of a second minute meets.
    /// </summary>
    public async Task NoteStatisticsAsync(CancellationToken cancel)
    {
        var admin = new NpgsqlConnectionStringBuilder(server.AdminConnectionString) { Database = Database.Name };
        await using var source = NpgsqlDataSource.Create(admin);
        await using var analyze = source.CreateCommand("ANALYZE");
        await analyze.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The application over this cluster, built and not started. A demonstration's, whose passwords are hashed only once.</summary>
    public WebApplication Build(NpgsqlDataSource? over = null)
    {
        var app = LabServer.Build(
            new LabSettings(LabSettings.DemonstrationOrigin, place),
            over ?? Source,
            port: 0,
            sealers
        );
        app.Services.GetRequiredService<SubjectKeys>().Found();
        return app;
    }

    /// <summary>Runs statements as the superuser.</summary>
    public async Task AsSuperuserAsync(string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(
            server.For("postgres", server.Secrets.Read("postgres"), Database.Name)
        );
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await sealers.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        Directory.Delete(place, recursive: true);
    }
}
