using System.Globalization;
using Medera.Lab.Web.Data.Postgres;
using Npgsql;
using Xunit;
using static Medera.Lab.Web.Tests.Postgres.ClusterQuestions;

namespace Medera.Lab.Web.Tests.Postgres;

/// <summary>What a running cluster of ours is like: its settings, its modes, its session.</summary>
public sealed class The_own_cluster(The_own_cluster.Running running) : IClassFixture<The_own_cluster.Running>
{
    private readonly OwnCluster cluster = running.Cluster;

    [Fact]
    public async Task is_made_fit_for_a_record()
    {
        foreach (
            var (setting, wanted) in new[]
            {
                ("data_checksums", "on"),
                ("server_encoding", "UTF8"),
                ("lc_collate", "C"),
                ("TimeZone", "UTC"),
                ("listen_addresses", ""),
                ("password_encryption", "scram-sha-256"),
                ("max_connections", "100"),
                ("fsync", "on"),
                ("full_page_writes", "on"),
                ("synchronous_commit", "on"),
            }
        )
        {
            var shown =
                setting == "lc_collate"
                    ? await AskAsync(cluster, "SELECT datcollate FROM pg_database WHERE datname = 'postgres'")
                    : await AskAsync(cluster, $"SHOW {setting}");
            Assert.True(shown == wanted, $"{setting} is {shown}, not {wanted}");
        }

        Assert.Equal(
            "0",
            await AskAsync(cluster, "SELECT count(*)::text FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'")
        );
    }

    [Fact]
    public void has_a_session_of_its_own()
    {
        Assert.Equal(cluster.ServerPid, SessionOf(cluster.ServerPid!.Value));
        Assert.NotEqual(SessionOf(Environment.ProcessId), SessionOf(cluster.ServerPid!.Value));
    }

    [Fact]
    public async Task lets_nobody_in_without_the_password()
    {
        await using var connection = new NpgsqlConnection(cluster.For("postgres", "guessed", "postgres"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            connection.OpenAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public void keeps_every_folder_and_secret_to_the_owner()
    {
        foreach (
            var folder in new[]
            {
                cluster.KeysFolder,
                cluster.AttachmentsFolder,
                cluster.SocketFolder,
                Path.Combine(cluster.Folder, "secrets"),
                Path.Combine(cluster.Folder, "postgres"),
            }
        )
            Assert.Equal(OwnerOnly, ModeOf(folder));
        Assert.Equal(
            OwnerOnly & ~UnixFileMode.UserExecute,
            ModeOf(Path.Combine(cluster.Folder, "secrets", "postgres"))
        );
        Assert.Equal(
            Environment.IsPrivilegedProcess
                ? OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
                : OwnerOnly,
            ModeOf(cluster.Folder)
        );
    }

    private static int SessionOf(int pid)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
        // After the name: state, parent, group, session.
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3], CultureInfo.InvariantCulture);
    }

    /// <summary>One cluster, as careful as a laboratory's, for all the questions.</summary>
    public sealed class Running : IAsyncLifetime
    {
        private readonly ScratchFolder scratch = new();

        public OwnCluster Cluster { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Cluster = await OwnCluster.OpenAsync(
                new OwnClusterOptions(scratch["lab"]),
                TimeProvider.System,
                TestContext.Current.CancellationToken
            );

        public async ValueTask DisposeAsync()
        {
            await Cluster.DisposeAsync();
            scratch.Dispose();
        }
    }
}
