using Medera.Lab.Benchmarks.Support;

namespace Medera.Lab.Benchmarks.Scan;

/// <summary>
/// Two hundred scans in a browser, one after the other, from the Enter of the scanner until a frame with the decision on that
/// code has been drawn. The page's own clock measures.
/// </summary>
internal static class BrowserScans
{
    private const int Scans = 200;
    private const int Warming = 8;
    private const string Station = "tank-1";

    public static async Task RunAsync(CancellationToken cancel)
    {
        Report.Note("scan: starting the published laboratory and a browser ...");
        await using var lab = await PublishedLab.StartAsync(cancel);
        var door = await RestDoor.OpenAsync(lab.Address, "technician2", cancel);
        var pairing = (await door.PairingsAsync(1, "bench-1", cancel))[0];
        await using var browser = await Browser.StartAsync(lab.Address);
        await using var context = await browser.OpenAsync(await browser.SignInAsync("technician", Station));
        var page = await ScanningPage.OpenAsync(context);
        await page.TimesAsync(pairing, Warming, TimeSpan.Zero, cancel);
        var times = await page.TimesAsync(pairing, Scans, TimeSpan.Zero, cancel);

        Report.Figure(
            "scan.browser",
            $"median {Report.Digits(Sample.Median(times), 0)} ms, p95 {Report.Digits(Sample.At(times, 95), 0)} ms",
            $"{Scans} scans, to the decision on the screen, aim ≤ 100 ms"
        );
        Report.Note(
            $"  scan.browser: fastest {Report.Digits(times.Min(), 0)} ms, slowest {Report.Digits(times.Max(), 0)} ms; the first of two scans {Report.Digits(Sample.Median(times.Where((_, i) => i % 2 == 0)), 0)} ms, the second {Report.Digits(Sample.Median(times.Where((_, i) => i % 2 == 1)), 0)} ms"
        );
    }
}
