using System.Diagnostics;
using System.Globalization;
using Medera.Lab.Web.Data.Postgres;
using Xunit;
using static Medera.Lab.Web.Tests.Postgres.ClusterQuestions;

namespace Medera.Lab.Web.Tests.Postgres;

/// <summary>The application's own PostgreSQL: made, started, adopted, refused, and never deleted.</summary>
public sealed class Opening_the_own_cluster : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    private string Lab => scratch["lab"];

    private Task<OwnCluster> OpenAsync(bool durable = false) =>
        OwnCluster.OpenAsync(
            new OwnClusterOptions(Lab) { Durable = durable, Port = 5080 },
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );

    [Fact]
    public async Task makes_a_cluster_in_an_empty_folder_and_finds_its_data_again()
    {
        await using (var cold = await OpenAsync())
        {
            Assert.False(cold.Adopted);
            await RunAsync(cold, "CREATE TABLE thawed (vial text)", "INSERT INTO thawed VALUES ('V-17')");
            Assert.NotNull(cold.ServerPid);
        }

        Assert.False(File.Exists(scratch["lab", "postgres", "postmaster.pid"]));
        await using var warm = await OpenAsync();
        Assert.False(warm.Adopted);
        Assert.Equal("V-17", await AskAsync(warm, "SELECT vial FROM thawed"));
    }

    [Fact]
    public async Task is_refused_in_one_sentence_that_names_the_holder_while_the_folder_is_in_use()
    {
        await using var holder = await OpenAsync();
        var refused = await Assert.ThrowsAsync<LaboratoryCannotStart>(() => OpenAsync());
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on port 5080"),
            refused.Message
        );
        Assert.DoesNotContain('\n', refused.Message);

        holder.ServesOn(6001);
        refused = await Assert.ThrowsAsync<LaboratoryCannotStart>(() => OpenAsync());
        Assert.Contains("on port 6001", refused.Message);
        // Whoever was refused must not have stopped the holder's server on its way out.
        Assert.Equal("1", await AskAsync(holder, "SELECT '1'"));
    }

    [Fact]
    public async Task adopts_a_server_left_by_a_killed_application()
    {
        var killed = await OpenAsync();
        var server = killed.ServerPid;
        killed.Abandon();

        await using (var next = await OpenAsync())
        {
            Assert.True(next.Adopted);
            Assert.Equal(server, next.ServerPid);
            Assert.Equal("1", await AskAsync(next, "SELECT '1'"));
        }

        Assert.False(File.Exists(scratch["lab", "postgres", "postmaster.pid"]));
    }

    [Fact]
    public async Task restarts_a_left_server_that_was_not_durable()
    {
        var killed = await OpenAsync(durable: false);
        foreach (var setting in new[] { "fsync", "full_page_writes", "synchronous_commit" })
            Assert.Equal("off", await AskAsync(killed, $"SHOW {setting}"));
        killed.Abandon();
        await using var next = await OpenAsync(durable: true);
        Assert.False(next.Adopted);
        Assert.Equal("on", await AskAsync(next, "SHOW fsync"));
    }

    [Fact]
    public async Task starts_again_after_the_server_was_killed()
    {
        var killed = await OpenAsync(durable: true);
        await RunAsync(killed, "CREATE TABLE thawed (vial text)", "INSERT INTO thawed VALUES ('V-17')");
        using (var server = Process.GetProcessById(killed.ServerPid!.Value))
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        // It had no time to put anything away.
        Assert.True(File.Exists(scratch["lab", "postgres", "postmaster.pid"]));
        killed.Abandon();

        await using var next = await OpenAsync(durable: true);
        Assert.False(next.Adopted);
        Assert.Contains(
            "was not properly shut down",
            await File.ReadAllTextAsync(scratch["lab", "postgres.log"], TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal("V-17", await AskAsync(next, "SELECT vial FROM thawed"));
    }

    [Fact]
    public async Task starts_although_the_number_of_a_dead_server_belongs_to_another_process_now()
    {
        await (await OpenAsync()).DisposeAsync();
        var stale = string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessId}\n{scratch["lab", "postgres"]}\n1\n5432\n\n\n"
        );
        await File.WriteAllTextAsync(
            scratch["lab", "postgres", "postmaster.pid"],
            stale,
            TestContext.Current.CancellationToken
        );
        await using var next = await OpenAsync();
        Assert.False(next.Adopted);
        Assert.NotEqual(Environment.ProcessId, next.ServerPid);
    }

    [Fact]
    public async Task begins_again_when_the_first_start_was_interrupted()
    {
        var interrupted = await OpenAsync();
        var server = interrupted.ServerPid;
        interrupted.Abandon();
        File.Delete(scratch["lab", "init.ok"]);
        Directory.CreateDirectory(scratch["lab", "postgres.new-1234"]);

        await using var next = await OpenAsync();
        Assert.False(next.Adopted);
        Assert.NotEqual(server, next.ServerPid);
        Assert.True(File.Exists(scratch["lab", "init.ok"]));
        Assert.False(Directory.Exists(scratch["lab", "postgres.new-1234"]));
        Assert.Single(Directory.GetDirectories(Lab, "postgres.unfinished-*"));
    }

    [Fact]
    public async Task never_deletes_a_cluster_that_was_finished_however_damaged()
    {
        await (await OpenAsync()).DisposeAsync();
        File.Delete(scratch["lab", "postgres", "global", "pg_control"]);
        var refused = await Assert.ThrowsAsync<LaboratoryCannotStart>(() => OpenAsync());
        Assert.Contains("did not start", refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.True(Directory.Exists(scratch["lab", "postgres", "base"]));

        Directory.Move(scratch["lab", "postgres"], scratch["lab", "elsewhere"]);
        refused = await Assert.ThrowsAsync<LaboratoryCannotStart>(() => OpenAsync());
        Assert.Contains("restore it from a backup", refused.Message);
        Assert.False(Directory.Exists(scratch["lab", "postgres"]));
    }

    [Fact]
    public async Task leaves_a_folder_named_postgres_that_it_did_not_make_alone()
    {
        Directory.CreateDirectory(scratch["lab", "postgres"]);
        await File.WriteAllTextAsync(
            scratch["lab", "postgres", "PG_VERSION"],
            "15\n",
            TestContext.Current.CancellationToken
        );
        var refused = await Assert.ThrowsAsync<LaboratoryCannotStart>(() => OpenAsync());
        Assert.Contains("was not made by the laboratory", refused.Message);
        Assert.True(File.Exists(scratch["lab", "postgres", "PG_VERSION"]));
    }

    [Fact]
    public async Task refuses_the_data_of_another_major_version_by_name()
    {
        await (await OpenAsync()).DisposeAsync();
        await File.WriteAllTextAsync(
            scratch["lab", "postgres", "PG_VERSION"],
            "11\n",
            TestContext.Current.CancellationToken
        );
        var refused = await Assert.ThrowsAsync<LaboratoryCannotStart>(() => OpenAsync());
        Assert.Contains("made by PostgreSQL 11", refused.Message);
        Assert.Contains($"is PostgreSQL {PostgresBinaries.Find(null).Major}", refused.Message);
    }

    [Fact]
    public async Task refuses_when_the_password_of_a_finished_cluster_is_lost()
    {
        await (await OpenAsync()).DisposeAsync();
        File.Delete(scratch["lab", "secrets", "postgres"]);
        var refused = await Assert.ThrowsAsync<LaboratoryCannotStart>(() => OpenAsync());
        Assert.Contains("is missing", refused.Message);
        Assert.False(File.Exists(scratch["lab", "secrets", "postgres"]));
    }

    [Fact]
    public async Task works_in_a_folder_too_deep_for_a_socket_and_through_a_link()
    {
        var deep = scratch[new string('d', 60), "it's a deep folder, " + new string('e', 60)];
        Directory.CreateDirectory(deep);
        File.CreateSymbolicLink(Lab, deep);
        string socket;
        await using (var cluster = await OpenAsync())
        {
            socket = cluster.SocketFolder;
            Assert.Equal(deep, cluster.Folder);
            Assert.True(socket.Length < 60, socket);
            Assert.Equal(OwnerOnly, ModeOf(socket));
            Assert.Equal("1", await AskAsync(cluster, "SELECT '1'"));
            cluster.Abandon();
        }

        await using (var again = await OpenAsync())
            Assert.True(again.Adopted);
        Assert.False(Directory.Exists(socket));
    }

    [Fact]
    public async Task takes_folders_with_quotes_blanks_and_letters_of_any_language()
    {
        await using var cluster = await OwnCluster.OpenAsync(
            new OwnClusterOptions(scratch["Yılmaz'ın lab, §1"]) { Durable = false },
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );
        Assert.Equal("1", await AskAsync(cluster, "SELECT '1'"));
    }

    [Theory]
    [InlineData("a$(touch hit)")]
    [InlineData("a\"b")]
    [InlineData("a`b")]
    [InlineData("a\nb")]
    public async Task refuses_folders_whose_name_a_shell_would_read(string name)
    {
        var refused = await Assert.ThrowsAsync<LaboratoryCannotStart>(() =>
            OwnCluster.OpenAsync(
                new OwnClusterOptions(scratch[name]),
                TimeProvider.System,
                TestContext.Current.CancellationToken
            )
        );
        Assert.Contains("choose another", refused.Message);
    }

    [Fact]
    public async Task says_so_when_the_folder_cannot_be_made()
    {
        var refused = await Assert.ThrowsAsync<LaboratoryCannotStart>(() =>
            OwnCluster.OpenAsync(
                new OwnClusterOptions("/proc/lab"),
                TimeProvider.System,
                TestContext.Current.CancellationToken
            )
        );
        Assert.Contains("/proc/lab", refused.Message);
    }

    private static async Task RunAsync(OwnCluster cluster, params string[] statements)
    {
        foreach (var statement in statements)
            await AskAsync(cluster, statement);
    }
}
