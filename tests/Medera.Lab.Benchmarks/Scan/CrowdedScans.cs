using System.Diagnostics;
using Medera.Lab.Benchmarks.Support;

namespace Medera.Lab.Benchmarks.Scan;

/// <summary>
/// Scans in a browser beside two hundred open circuits: twenty of them show the scan page, which reads and draws anew at each event of anybody,
/// the others the page of a vial that nobody moves. The other side is the same page before they come. Between two scans is a pause, as a hand makes
/// one.
/// </summary>
internal static class CrowdedScans
{
    private const int Circuits = 200;
    private const int Following = 20;
    private const int Scans = 100;
    private const int Warming = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    // For what the pages have to do when they have just been opened.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(CancellationToken cancel)
    {
        await using var lab = await PublishedLab.StartAsync(cancel);
        var door = await RestDoor.OpenAsync(lab.Address, "technician2", cancel);
        var pairing = (await door.PairingsAsync(1, "bench-1", cancel))[0];
        var still = (await door.StoredVialsAsync(cancel)).First(vial => vial != pairing.Vial);
        await using var browser = await Browser.StartAsync(lab.Address);
        await using var context = await browser.OpenAsync(await browser.SignInAsync("technician", "tank-1"));
        var page = await ScanningPage.OpenAsync(context);
        await using var crowd = await Crowd.StartAsync(lab.Address, "technician2", "bench-2");

        var alone = await MeasureAsync();
        Report.Note($"scan: opening {Circuits} circuits ...");
        await crowd.OpenAsync(
            [
                .. Enumerable.Repeat("/", Following),
                .. Enumerable.Repeat($"/processing/containers/{still}", Circuits - Following),
            ],
            cancel
        );
        await Task.Delay(Settling, cancel);
        var beside = await MeasureAsync();
        if (crowd.Circuits != Circuits)
            throw new BenchmarkCannotRun($"{crowd.Circuits} circuits were open, and {Circuits} were to be.");

        Report.Figure(
            "scan.crowd",
            Both(beside.Times),
            $"{Scans} scans beside {Circuits} circuits, {Following} of which draw anew at each event; alone {Both(alone.Times)}; aim p95 ≤ 250 ms"
        );
        Report.Note(
            $"  scan.crowd: slowest {Report.Digits(beside.Times.Max(), 0)} ms, alone {Report.Digits(alone.Times.Max(), 0)} ms. Of {Environment.ProcessorCount} processors {beside.Used}; alone {alone.Used}"
        );

        async Task<(List<double> Times, string Used)> MeasureAsync()
        {
            await page.TimesAsync(pairing, Warming, Pause, cancel);
            var (begun, ours, scanning, others) = (
                Stopwatch.GetTimestamp(),
                lab.ProcessorTime,
                await browser.ProcessorTimeAsync(),
                await crowd.ProcessorTimeAsync()
            );
            var times = await page.TimesAsync(pairing, Scans, Pause, cancel);
            var took = Stopwatch.GetElapsedTime(begun);
            string Share(TimeSpan used) => Report.Digits(used / took, 2);
            return (
                times,
                $"the application used {Share(lab.ProcessorTime - ours)}, the browser that scans {Share(await browser.ProcessorTimeAsync() - scanning)}, the browser of the others {Share(await crowd.ProcessorTimeAsync() - others)}"
            );
        }
    }

    private static string Both(IReadOnlyList<double> times) =>
        $"p50 {Report.Digits(Sample.Median(times), 0)} ms, p95 {Report.Digits(Sample.At(times, 95), 0)} ms";
}
