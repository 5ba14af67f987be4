using System.Diagnostics;
using Medera.Lab.Web.Startup;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>
/// Kill -9 of the process that rebuilds, at two moments that are known: it waits for a lock which the test holds, and the server says so.
/// The tables are as they were, and the next start throws away what was left.
/// </summary>
public sealed class When_a_rebuild_is_killed
{
    [Fact]
    public async Task the_tables_are_as_they_were_and_the_next_one_does_it()
    {
        var cluster = new TestCluster(durable: true);
        await cluster.InitializeAsync();
        try
        {
            await WorkingLaboratory.PrepareAsync(cluster, 2);
            NpgsqlConnection.ClearAllPools();
            var lab = new TestDatabase(cluster, Database.Name);
            await lab.RunAsync("postgres", "UPDATE lab.container SET volume_ul = volume_ul + 1");
            await lab.RunAsync("postgres", "UPDATE lab.station SET room = 'elsewhere'");
            var tampered = await Rebuilding_the_tables.WholeAsync(lab);

            // While the fresh tables are made: of batch there is one by then, of station not.
            var left = await KillAsync(
                lab,
                "LOCK TABLE lab.station IN ACCESS EXCLUSIVE MODE",
                "CREATE UNLOGGED TABLE lab_rebuild.\"station\""
            );
            Assert.Equal((true, false), left);
            Assert.Equal(tampered, await Rebuilding_the_tables.WholeAsync(lab));

            // In the last transaction: the containers are right in it by then, the stations are not yet.
            left = await KillAsync(lab, "LOCK TABLE lab.station IN SHARE MODE", "DELETE FROM lab.\"station\"");
            Assert.Equal((true, true), left);
            Assert.Equal(tampered, await Rebuilding_the_tables.WholeAsync(lab));
            Assert.Equal((true, true), await LeftAsync(lab));

            // A start that prepares the database throws away what is left.
            await Database.MigrateAsync(await MigratorAsync(lab), CancellationToken.None);
            Assert.Equal((false, false), await LeftAsync(lab));

            using var whole = Start(lab);
            var said = await whole.StandardOutput.ReadToEndAsync();
            await whole.WaitForExitAsync();
            Assert.True(whole.ExitCode == 0, await whole.StandardError.ReadToEndAsync());
            Assert.Contains("station: ", said, StringComparison.Ordinal);
            Assert.Contains(": room differs", said, StringComparison.Ordinal);
            using var again = Start(lab, "--compare");
            Assert.DoesNotContain("differs", await again.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
            await again.WaitForExitAsync();
            Assert.Equal(0, again.ExitCode);
            Assert.Equal((false, false), await LeftAsync(lab));

            await RefusesAnOpenFolderAsync(await cluster.LeaveAsync());
            await cluster.RestartAsync();
        }
        finally
        {
            await cluster.DisposeAsync();
        }
    }

    /// <summary>With the laboratory's own server the folder itself says who is there.</summary>
    private static async Task RefusesAnOpenFolderAsync(string folder)
    {
        await using var open = await LabProcess.StartAsync(folder);
        using var refused = Start("rebuild", "--data", folder);
        var sentence = await refused.StandardError.ReadToEndAsync();
        await refused.WaitForExitAsync();
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("is in use by the laboratory of process", sentence, StringComparison.Ordinal);
        Assert.Single(sentence.TrimEnd().Split('\n'));

        using var nowhere = Start("rebuild", "--data", Path.Combine(folder, "nowhere"));
        Assert.Contains(
            "There is no laboratory in",
            await nowhere.StandardError.ReadToEndAsync(),
            StringComparison.Ordinal
        );
    }

    /// <summary>Kills it where it waits for the barrier, in a statement that is known.</summary>
    /// <returns>What was there at that moment.</returns>
    private static async Task<(bool Schema, bool Stations)> KillAsync(TestDatabase lab, string barrier, string struckIn)
    {
        await using var holder = await lab.OpenAsync("postgres");
        await using var held = await holder.BeginTransactionAsync();
        await using (var take = new NpgsqlCommand(barrier, holder))
            await take.ExecuteNonQueryAsync();
        using var rebuild = Start(lab);
        try
        {
            for (var tries = 0; !await WaitsAsync(lab, struckIn); tries++)
            {
                Assert.False(rebuild.HasExited, "It ended before it came to the barrier.");
                Assert.True(tries < 1_200, $"It never came to {struckIn}.");
                await Task.Delay(50);
            }
        }
        finally
        {
            rebuild.Kill();
            await rebuild.WaitForExitAsync();
        }
        // Only then is the way free: the statement ends, and its session finds nobody who would go on.
        var left = await LeftAsync(lab);
        await held.RollbackAsync();
        while (
            await lab.RunAsync(
                "postgres",
                "SELECT EXISTS (SELECT FROM pg_locks AS l JOIN pg_class AS c ON c.oid = l.relation WHERE c.relname = 'head' AND l.mode = 'ExclusiveLock')"
            )
                is true
        )
            await Task.Delay(50);
        return left;
    }

    private static async Task<bool> WaitsAsync(TestDatabase lab, string statement) =>
        await lab.RunAsync(
            "postgres",
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE $1 AND pid <> pg_backend_pid())",
            $"%{statement}%"
        )
            is true;

    /// <summary>Whether the schema is there, and whether it got as far as the stations.</summary>
    private static async Task<(bool Schema, bool Stations)> LeftAsync(TestDatabase lab) =>
        (
            await lab.RunAsync("postgres", "SELECT to_regnamespace('lab_rebuild') IS NOT NULL") is true,
            await lab.RunAsync("postgres", "SELECT to_regclass('lab_rebuild.station') IS NOT NULL") is true
        );

    // The verb has given this account another password, as every preparation of a given server does.
    private static async Task<string> MigratorAsync(TestDatabase lab)
    {
        await lab.RunAsync("postgres", "ALTER ROLE lab_migrator PASSWORD 'once more'");
        return new NpgsqlConnectionStringBuilder(lab.As("lab_migrator")) { Password = "once more" }.ConnectionString;
    }

    private static Process Start(TestDatabase lab, params string[] more) =>
        Start(
            ["rebuild", .. more],
            new()
            {
                ["ConnectionStrings__Lab"] = lab.As("lab_app"),
                ["ConnectionStrings__LabAdmin"] = lab.AsSuperuser(),
            }
        );

    private static Process Start(params string[] arguments) => Start(arguments, []);

    private static Process Start(string[] arguments, Dictionary<string, string> environment)
    {
        var program = Path.Combine(AppContext.BaseDirectory, typeof(LabServer).Assembly.GetName().Name + ".dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
