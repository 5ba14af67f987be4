using System.Diagnostics;
using System.Runtime;
using Medera.Lab.Benchmarks.Support;
using Medera.Lab.Web.Api;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Startup;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Medera.Lab.Benchmarks.Scan;

/// <summary>
/// Eight clients move eight vials by scans over REST. The other side, by turns, is an endpoint of this process that reads the same
/// request and sends the same answer, and does nothing.
/// </summary>
internal static class RestScans
{
    private const int Clients = 8;
    private const int Settled = 25;
    private const int MostWindows = 60;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);
    private static readonly string[] Users = ["technician", "technician2"];

    public static async Task RunAsync(CancellationToken cancel)
    {
        Report.Note("scan: making a demonstration laboratory ...");
        await using var lab = await BenchLab.OpenAsync(cancel);
        await using var app = lab.Build();
        await app.Services.GetRequiredService<FirstStart>().PrepareAsync(cancel);
        await app.StartAsync(cancel);
        await lab.NoteStatisticsAsync(cancel);
        var doors = await Task.WhenAll(Users.Select(user => RestDoor.OpenAsync(AddressOf(app), user, cancel)));
        var stations = DemonstrationLaboratory.Stations.Select(s => s.Name).Take(Clients / Users.Length).ToList();
        var pairings = await doors[0].PairingsAsync(Clients, stations[0], cancel);
        var sample = await doors[0].ScanAsync("/api/v1/scans", pairings[0].Next(), stations[0], cancel);
        await doors[0].ScanAsync("/api/v1/scans", pairings[0].Next(), stations[0], cancel);
        await using var bare = await StartBareAsync(sample, cancel);
        var bareDoors = doors.Select(door => door.At(AddressOf(bare))).ToArray();

        async Task<bool> Ours(int client)
        {
            var second = pairings[client].Second;
            var answer = await doors[client % Users.Length]
                .ScanAsync("/api/v1/scans", pairings[client].Next(), stations[client / Users.Length], cancel);
            var wanted = second ? "accepted" : "expecting";
            return RestDoor.OutcomeOf(answer) == wanted
                ? second
                : throw new BenchmarkCannotRun($"A scan was to be {wanted}, and was answered with {answer}");
        }

        async Task<bool> Bare(int client)
        {
            RestDoor.OutcomeOf(
                await bareDoors[client % Users.Length]
                    .ScanAsync("/", pairings[client].Vial, stations[client / Users.Length], cancel)
            );
            return false;
        }

        await SettleAsync("scan.rest", Ours, cancel);
        await SettleAsync("scan.rest, bare endpoint", Bare, cancel);
        var (ours, other) = (new List<List<(double Ms, bool Second)>>(), new List<List<(double Ms, bool Second)>>());
        for (var i = 0; i < Pairs.Count; i++)
        {
            ours.Add(await TimesAsync(Ours, cancel));
            other.Add(await TimesAsync(Bare, cancel));
        }

        var (all, none) = (ours.SelectMany(t => t).ToList(), other.SelectMany(t => t).ToList());
        Report.Figure(
            "scan.rest",
            Both(all.Select(t => t.Ms)),
            $"{Clients} clients, {all.Count} scans; bare endpoint {Both(none.Select(t => t.Ms))}"
        );
        Report.Figure(
            "scan.rest.first",
            Both(all.Where(t => !t.Second).Select(t => t.Ms)),
            "the first of two scans: remembered"
        );
        Report.Figure(
            "scan.rest.second",
            Both(all.Where(t => t.Second).Select(t => t.Ms)),
            "the second: decided, and an event"
        );
        Report.Note(
            $"  scan.rest pairs, p50: {string.Join("  ", ours.Zip(other, (a, b) => $"{Report.Digits(Sample.Median(a.Select(t => t.Ms)), 1)}/{Report.Digits(Sample.Median(b.Select(t => t.Ms)), 1)}"))}"
        );
        await app.StopAsync(CancellationToken.None);
    }

    // A laboratory's server runs for days; the first half minute of a process is the compiler's, and measured by itself.
    private static async Task SettleAsync(string name, Func<int, Task<bool>> once, CancellationToken cancel)
    {
        var made = new List<long>();
        do
        {
            var before = JitInfo.GetCompiledMethodCount();
            await TimesAsync(once, cancel);
            made.Add(JitInfo.GetCompiledMethodCount() - before);
        } while (made[^1] >= Settled && made.Count < MostWindows);
        Report.Note($"  {name}, methods compiled in each window until it settled: {string.Join("  ", made)}");
    }

    private static string Both(IEnumerable<double> times)
    {
        var list = times.ToList();
        return $"p50 {Report.Digits(Sample.At(list, 50), 1)} ms, p95 {Report.Digits(Sample.At(list, 95), 1)} ms";
    }

    private static async Task<List<(double Ms, bool Second)>> TimesAsync(
        Func<int, Task<bool>> once,
        CancellationToken cancel
    )
    {
        var begun = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(client =>
                    Task.Run(
                        async () =>
                        {
                            var mine = new List<(double, bool)>();
                            while (Stopwatch.GetElapsedTime(begun) < Window)
                            {
                                var asked = Stopwatch.GetTimestamp();
                                var second = await once(client);
                                mine.Add((Stopwatch.GetElapsedTime(asked).TotalMilliseconds, second));
                            }

                            return mine;
                        },
                        cancel
                    )
                )
        );
        return [.. times.SelectMany(t => t)];
    }

    private static async Task<WebApplication> StartBareAsync(string answer, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bare = builder.Build();
        bare.MapPost(
            "/",
            (ScanBody body) => Results.Text(answer, "application/json", statusCode: body.Id == Guid.Empty ? 400 : 200)
        );
        await bare.StartAsync(cancel);
        return bare;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
