using System.Net;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Startup;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>Several applications over one database: one seals, the others follow; and what stays unsealed is an alarm everywhere.</summary>
public sealed class Instances_and_alarms(TestCluster cluster)
{
    [Fact]
    public async Task one_seals_what_another_recorded_and_the_screens_of_both_are_told()
    {
        await using var leader = await TestLaboratory.OpenAsync(cluster, serve: true);
        await using var source = NpgsqlDataSource.Create(leader.Database.As("lab_app"));
        await using var other = LabServer.Build(
            new LabSettings(LabSettings.DemonstrationOrigin, leader.Folder) { SubjectKeys = leader.Keys.Folder },
            source,
            port: 0
        );
        await other.StartAsync();
        await UntilAsync(() => other.Services.GetRequiredService<SealState>().Standing.LookedAt is not null);
        var (told, seals) = (new List<FeedNote>(), new List<FeedNote>());
        using var following = leader
            .Services.GetRequiredService<Feed>()
            .Follow(note => Keep(note.SealedUpTo is null ? told : seals, note));

        var batch = await ActAsync(other, leader);

        await UntilAsync(() =>
            Snapshot(told).Any(n => n.About.Contains(batch)) && Snapshot(seals).Any(n => n.About.Contains(batch))
        );
        await UntilAsync(() =>
            other.Services.GetRequiredService<SealState>().Standing is { Size: > 0, OldestUnsealed: null }
        );
        await other.StopAsync();
    }

    [Fact]
    public async Task what_was_told_by_the_desk_itself_is_not_told_again_when_it_is_sealed()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        await lab.SealAsync();
        await UntilAsync(() =>
            lab.Services.GetRequiredService<SealState>().Standing is { Size: > 0, OldestUnsealed: null }
        );
        var (told, seals) = (new List<FeedNote>(), new List<FeedNote>());
        using var following = lab
            .Services.GetRequiredService<Feed>()
            .Follow(note => Keep(note.SealedUpTo is null ? told : seals, note));

        var batch = await ActAsync(null, lab);

        await UntilAsync(() => Snapshot(seals).Any(n => n.About.Contains(batch)));
        Assert.Single(Snapshot(told), n => n.About.Contains(batch));
    }

    [Fact]
    public async Task an_event_that_nobody_seals_for_five_seconds_is_an_alarm_in_health_and_meters_until_it_is_sealed()
    {
        await using var founded = await TestLaboratory.OpenAsync(cluster);
        await using var source = NpgsqlDataSource.Create(founded.Database.As("lab_app"));
        await using var deaf = LabServer.Build(
            new LabSettings(LabSettings.DemonstrationOrigin, founded.Folder) { SubjectKeys = founded.Keys.Folder },
            source,
            port: 0
        );
        await founded.SealAsync();
        await deaf.StartAsync();
        using var stranger = new RestDoor(new Uri(deaf.Urls.First()));
        await UntilAsync(async () => (await HealthAsync(stranger)).Status == HttpStatusCode.OK);
        using var meter = new Meters();

        await ActAsync(deaf, founded);

        await UntilAsync(async () => (await HealthAsync(stranger)).Status == HttpStatusCode.ServiceUnavailable);
        var told = (await HealthAsync(stranger)).Said;
        Assert.True((bool)told["log"]!["alarm"]!);
        Assert.True((double)told["log"]!["waitingSeconds"]! > 5);
        Assert.True(meter.Read("medera.log.unsealed.age") > 5);
        Assert.Equal(1, meter.Read("medera.log.alarm"));
        await founded.SealAsync();
        await UntilAsync(async () => (await HealthAsync(stranger)).Status == HttpStatusCode.OK);
        await deaf.StopAsync();
    }

    /// <summary>Plans a batch at an application's own desk, with people and stations of the founded laboratory.</summary>
    private static async Task<Guid> ActAsync(Microsoft.AspNetCore.Builder.WebApplication? at, TestLaboratory founded)
    {
        var protocol = await TestBatch.ProtocolAsync(founded, "UC");
        var donor = await TestBatch.SubjectAsync(founded, "D-1");
        if (at is not null)
            await founded.SealAsync();
        var desk = at?.Services.GetRequiredService<Web.Desk.LabDesk>() ?? founded.Desk;
        var answer = await desk.Do(
            new Web.Desk.Request(
                Ids.New(),
                new PlanBatch("MSC-26-0001", donor.Id, protocol),
                founded.As("clinician", "bench-1")
            )
        );
        return TestBatch.Made(answer, "batch");
    }

    private static Task Keep(List<FeedNote> notes, FeedNote note)
    {
        lock (notes)
            notes.Add(note);
        return Task.CompletedTask;
    }

    private static List<FeedNote> Snapshot(List<FeedNote> notes)
    {
        lock (notes)
            return [.. notes];
    }

    private static async Task<(HttpStatusCode Status, JsonNode Said)> HealthAsync(RestDoor door)
    {
        using var answer = await door.Http.GetAsync(new Uri("health", UriKind.Relative));
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var wait = 0; wait < 600; wait++)
        {
            if (await holds())
                return;
            await Task.Delay(50);
        }
        Assert.Fail("It did not come about within half a minute.");
    }

    /// <summary>Reads the laboratory's gauges, the last that reported.</summary>
    private sealed class Meters : IDisposable
    {
        private readonly System.Diagnostics.Metrics.MeterListener listener = new();
        private readonly Dictionary<string, double> most = new(StringComparer.Ordinal);

        public Meters()
        {
            listener.InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Meter.Name == SealState.MeterName)
                    to.EnableMeasurementEvents(instrument);
            };
            // Other laboratories of the run report too: the one with the trouble has the highest value.
            listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Keep(instrument.Name, value));
            listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Keep(instrument.Name, value));
            listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Keep(instrument.Name, value));
            listener.Start();
        }

        public double Read(string name)
        {
            lock (most)
                most.Clear();
            listener.RecordObservableInstruments();
            lock (most)
                return most.GetValueOrDefault(name);
        }

        private void Keep(string name, double value)
        {
            lock (most)
                most[name] = Math.Max(most.GetValueOrDefault(name), value);
        }

        public void Dispose() => listener.Dispose();
    }
}
