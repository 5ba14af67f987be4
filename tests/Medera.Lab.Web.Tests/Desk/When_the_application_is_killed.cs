using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>
/// Kill -9 of the application's own process under clients at the REST door, again and again. It starts anew on its folder and adopts
/// its PostgreSQL: what was acknowledged is there once, what was not is not there by halves, and the clients go on.
/// </summary>
public sealed class When_the_application_is_killed
{
    private const int Clients = 6;
    private const int BetweenKills = 60;
    private static readonly int Kills = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1" ? 25 : 4;
    private static readonly string[] Stations = ["bench-1", "bench-2", "tank-1"];

    /// <summary>A request with its identifier, and the answer that its sender heard.</summary>
    private sealed record Heard(string Who, string Path, string Body, RestAnswer Answer);

    [Fact]
    public async Task in_the_middle_of_the_work_every_acknowledged_fact_is_there_once()
    {
        var cluster = new TestCluster(durable: true);
        await cluster.InitializeAsync();
        try
        {
            var vials = await WorkingLaboratory.PrepareAsync(cluster, Clients + 1);
            var heard = new ConcurrentDictionary<Guid, Heard>();
            await using (var lab = await LabProcess.StartAsync(await cluster.LeaveAsync()))
            {
                using var over = new CancellationTokenSource();
                var interrupted = new ConcurrentBag<int>();
                var killed = 0;
                var clients = Enumerable
                    .Range(0, Clients)
                    .Select(n =>
                        Task.Run(() =>
                            WorkAsync(
                                lab,
                                n,
                                vials[n],
                                heard,
                                () => interrupted.Add(Volatile.Read(ref killed)),
                                over.Token
                            )
                        )
                    )
                    .ToList();
                for (var kill = 0; kill < Kills; kill++)
                {
                    var before = heard.Count;
                    while (heard.Count < before + BetweenKills && !clients.Exists(c => c.IsFaulted))
                        await Task.Delay(20);
                    Interlocked.Increment(ref killed);
                    await lab.KillAndStartAsync();
                }
                var last = heard.Count;
                while (heard.Count < last + BetweenKills && !clients.Exists(c => c.IsFaulted))
                    await Task.Delay(20);
                await over.CancelAsync();
                await Task.WhenAll(clients);
                // Each kill met somebody whose request was on its way; to find the door closed afterwards is not enough.
                Assert.Equal(Enumerable.Range(1, Kills), interrupted.Where(kill => kill > 0).Distinct().Order());
                await AnswersTheSameAsync(lab, heard);
            }
            await cluster.RestartAsync();
            await IsThereOnceAsync(cluster, heard);
        }
        finally
        {
            await cluster.DisposeAsync();
        }
    }

    /// <summary>
    /// Takes a vial out by two scans and puts it back by a command, for ever, and between them tries a place that is taken. What got
    /// no answer is sent again with the same identifier, as a partner's device does.
    /// </summary>
    private static async Task WorkAsync(
        LabProcess lab,
        int n,
        string vial,
        ConcurrentDictionary<Guid, Heard> heard,
        Action interrupted,
        CancellationToken over
    )
    {
        var (who, station) = (n % 2 == 0 ? "technician" : "technician2", Stations[n / 2]);
        var (place, taken) = (TestLaboratory.Positions[n], TestLaboratory.Positions[Clients]);
        using var door = new RestDoor(lab.Address);
        await UntilHeardAsync(() => door.SignInAsync(who, station), interrupted);
        while (!over.IsCancellationRequested)
        {
            foreach (
                var (path, fields, outcome) in new (string, JsonObject, string)[]
                {
                    ("api/v1/scans", ScanOf(place), "expecting"),
                    ("api/v1/scans", ScanOf(vial), "accepted"),
                    (
                        "api/v1/commands/storage.put",
                        new JsonObject { ["container"] = vial, ["position"] = taken },
                        "refused"
                    ),
                    (
                        "api/v1/commands/storage.put",
                        new JsonObject { ["container"] = vial, ["position"] = place },
                        "accepted"
                    ),
                }
            )
            {
                var id = Ids.New();
                (fields["id"], fields["station"]) = (id, station);
                var answer = await UntilHeardAsync(() => door.PostAsync(path, fields.DeepClone()), interrupted);
                Assert.True(
                    answer.Status == HttpStatusCode.OK && answer.Outcome == outcome,
                    $"{who} {path} {answer.Status} {answer.Text}"
                );
                heard[id] = new Heard(who, path, fields.ToJsonString(), answer);
            }
        }
    }

    private static JsonObject ScanOf(string text) => new() { ["text"] = text, ["source"] = "wedge" };

    private static async Task<T> UntilHeardAsync<T>(Func<Task<T>> send, Action interrupted)
    {
        while (true)
        {
            try
            {
                return await send();
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                if (Interrupted.Request(gone))
                    interrupted();
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    /// <summary>Everything that was acknowledged, sent once more: the same answers, to the letter.</summary>
    private static async Task AnswersTheSameAsync(LabProcess lab, ConcurrentDictionary<Guid, Heard> heard)
    {
        foreach (var person in heard.Values.GroupBy(h => h.Who))
        {
            using var door = await new RestDoor(lab.Address).SignInAsync(person.Key);
            foreach (var one in person)
                Assert.Equal(one.Answer.Text, (await door.PostAsync(one.Path, JsonNode.Parse(one.Body)!)).Text);
        }
    }

    /// <summary>The log read again equals the tables, and holds each acknowledged act once, and none that nobody heard of.</summary>
    private static async Task IsThereOnceAsync(TestCluster cluster, ConcurrentDictionary<Guid, Heard> heard)
    {
        NpgsqlConnection.ClearAllPools();
        var lab = await TestLaboratory.OverAsync(new TestDatabase(cluster, Startup.Database.Name));
        var log = await Replayed.OfAsync(lab);
        await lab.LeaveAsync();
        var accepted = heard.Where(h => h.Value.Answer.Outcome == "accepted").Select(h => h.Key).Order().ToList();
        var moves = log
            .Events.Where(e => e.Entry.Command >= heard.Keys.Min() && e.Entry.Data is StorageFact)
            .Select(e => e.Entry.Command)
            .Order()
            .ToList();
        Assert.Equal(accepted, moves);
        // Equal refusals within two seconds are one event.
        Assert.All(
            log.Events.Where(e => e.Entry.Data is AttemptRefused).GroupBy(e => e.Entry.Command),
            refused => Assert.Single(refused)
        );
    }
}
