using System.Net;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>
/// The cluster's folder is copied, the laboratory works on, and somebody puts the copy back. Whoever knows more than that database, a
/// witness or the mark beside the keys, stops the signing; the work goes on and is recorded; and the right folder ends it.
/// </summary>
public sealed class A_restored_backup : IAsyncLifetime
{
    private readonly TestCluster cluster = new(durable: true);
    private string folder = "";
    private string vial = "";
    private string log = "";

    private string Cluster => Path.Combine(folder, "postgres");

    private string Mark => Path.Combine(folder, "log-keys", "last-signed");

    public async ValueTask InitializeAsync()
    {
        await cluster.InitializeAsync();
        vial = (await WorkingLaboratory.PrepareAsync(cluster, 1))[0];
        folder = await cluster.LeaveAsync();
        using var keys = new LogKeys(Path.Combine(folder, "log-keys"), LabSettings.DemonstrationOrigin);
        log = keys.Current()[0].Key.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.RestartAsync();
        await cluster.DisposeAsync();
    }

    [Fact]
    public async Task is_known_to_a_witness_that_saw_more_also_when_the_backup_holds_its_last_line()
    {
        await using var witness = await WitnessProgram.MakeAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "witnesses"), witness.Policy(log));
        await witness.StartAsync(log);
        var (backedUp, seen) = await BackUpAndGoOnAsync(until: note =>
            note.Contains($"\u2014 {WitnessProgram.Name} ", StringComparison.Ordinal)
        );
        File.Delete(Mark);

        PutBack("backup");
        await IsHaltedAsync($"it saw {seen} events, and the newest checkpoint here has {backedUp}", backedUp);

        // The same laboratory without the witness at hand has not forgotten.
        await witness.StopAsync();
        await IsHaltedAsync($"it saw {seen} events", backedUp);

        await witness.StartAsync(log);
        PutBack("newer");
        await SealsAgainAsync(seen);
    }

    [Fact]
    public async Task is_known_beside_the_keys_where_nobody_witnesses()
    {
        var (backedUp, seen) = await BackUpAndGoOnAsync(until: _ => true);

        PutBack("backup");
        await IsHaltedAsync($"had {seen} events, and this database does not have it", backedUp);

        PutBack("newer");
        await SealsAgainAsync(seen);
    }

    /// <summary>Works until a checkpoint is as wanted, copies the cluster's folder, and works on until there is a larger one.</summary>
    private async Task<(long BackedUp, long Seen)> BackUpAndGoOnAsync(Func<string, bool> until)
    {
        long backedUp,
            seen;
        await using (var lab = await LabProcess.StartAsync(folder))
        {
            await ActAsync(lab);
            backedUp = await AtRestAsync(lab, _ => true, until);
        }
        Copy(Cluster, Path.Combine(folder, "backup"));
        await using (var lab = await LabProcess.StartAsync(folder))
        {
            await ActAsync(lab);
            seen = await AtRestAsync(lab, size => size > backedUp, until);
        }
        return (backedUp, seen);
    }

    // Events of the laboratory's own come after ours; a second in which nothing was signed is the end of them.
    private static async Task<long> AtRestAsync(LabProcess lab, Func<long, bool> large, Func<string, bool> until)
    {
        for (var before = -1L; ; )
        {
            var now = await CheckpointAsync(lab, large, until);
            if (now == before)
                return now;
            before = now;
            await Task.Delay(TimeSpan.FromSeconds(1.5));
        }
    }

    private async Task IsHaltedAsync(string why, long size)
    {
        await using var lab = await LabProcess.StartAsync(folder);
        var health = await HealthAsync(lab, h => h["log"]!["halted"] is not null);
        Assert.Contains(why, (string)health["log"]!["halted"]!, StringComparison.Ordinal);

        await ActAsync(lab);
        await HealthAsync(lab, h => (long)h["log"]!["entries"]! > size);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(size, await CheckpointAsync(lab, _ => true, _ => true));
    }

    private async Task SealsAgainAsync(long after)
    {
        await using var lab = await LabProcess.StartAsync(folder);
        await ActAsync(lab);
        await CheckpointAsync(lab, size => size > after, _ => true);
        Assert.Null((await HealthAsync(lab, h => (string)h["status"]! == "healthy"))["log"]!["halted"]);
    }

    /// <summary>Takes the vial out and puts it back: four scans at the tank, and events that somebody would miss.</summary>
    private async Task ActAsync(LabProcess lab)
    {
        using var door = new RestDoor(lab.Address);
        await door.SignInAsync("technician", "tank-1");
        var place = TestLaboratory.Positions[0];
        Assert.Equal("expecting", (await door.ScanAsync(place)).Outcome);
        Assert.Equal("accepted", (await door.ScanAsync(vial)).Outcome);
        Assert.Equal(
            "accepted",
            (await door.DoAsync("storage.put", new { container = vial, position = place })).Outcome
        );
    }

    private static async Task<long> CheckpointAsync(LabProcess lab, Func<long, bool> large, Func<string, bool> until)
    {
        using var door = new RestDoor(lab.Address);
        for (var looked = 0; looked < 600; looked++)
        {
            var answer = await door.Http.GetAsync("log/checkpoint");
            var note = await answer.Content.ReadAsStringAsync();
            if (
                answer.StatusCode == HttpStatusCode.OK
                && long.Parse(note.Split('\n')[1], System.Globalization.CultureInfo.InvariantCulture) is var size
                && large(size)
                && until(note)
            )
                return size;
            await Task.Delay(50);
        }
        throw new Xunit.Sdk.XunitException("No such checkpoint within 30 s. " + lab.Trouble);
    }

    private static async Task<JsonNode> HealthAsync(LabProcess lab, Func<JsonNode, bool> until)
    {
        using var door = new RestDoor(lab.Address);
        for (var looked = 0; looked < 600; looked++)
        {
            var told = JsonNode.Parse(await (await door.Http.GetAsync("health")).Content.ReadAsStringAsync())!;
            if (until(told))
                return told;
            await Task.Delay(50);
        }
        throw new Xunit.Sdk.XunitException("Health does not say so within 30 s. " + lab.Trouble);
    }

    // What lies there now is kept under the other name: a backup goes in, what was newer comes out, and back again.
    private void PutBack(string wanted)
    {
        Directory.Move(Cluster, Path.Combine(folder, wanted == "backup" ? "newer" : "wrong"));
        Directory.Move(Path.Combine(folder, wanted), Cluster);
    }

    private static void Copy(string from, string to)
    {
        using var copying = System.Diagnostics.Process.Start("cp", ["-a", from, to]);
        copying.WaitForExit();
        Assert.Equal(0, copying.ExitCode);
    }
}
