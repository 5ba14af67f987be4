using Medera.Lab.Benchmarks.Support;
using Microsoft.Playwright;

namespace Medera.Lab.Benchmarks.Page;

/// <summary>What an open scan page keeps on the server's heap, and what a browser that has nothing yet must load.</summary>
internal static class PageBenchmark
{
    private const int Circuits = 30;
    private const int Warming = 3;

    public static async Task RunAsync(CancellationToken cancel)
    {
        Report.Note("page: starting the published laboratory and a browser ...");
        await using var lab = await PublishedLab.StartAsync(cancel);
        await using var browser = await Browser.StartAsync(lab.Address);
        await WireAsync(browser, "page.sign-in", "/sign-in", null);
        var signedIn = await browser.SignInAsync("technician", "tank-1");
        await WireAsync(browser, "page.scan", "/", signedIn);
        await HeapAsync(lab, browser, signedIn, cancel);
    }

    /// <summary>Heap with three pages open, which bring in what all share; then with thirty more.</summary>
    private static async Task HeapAsync(PublishedLab lab, Browser browser, string signedIn, CancellationToken cancel)
    {
        await using var context = await browser.OpenAsync(signedIn);
        for (var i = 0; i < Warming; i++)
            await Browser.OpenScanPageAsync(context);
        var before = await SettledAsync(lab, cancel);
        for (var i = 0; i < Circuits; i++)
        {
            cancel.ThrowIfCancellationRequested();
            await Browser.OpenScanPageAsync(context);
        }

        var after = await SettledAsync(lab, cancel);
        Report.Figure(
            "page.heap",
            $"{Report.Digits((after - before) / (double)Circuits / (1 << 20), 2)} MB a scan page",
            $"{Circuits} circuits, heap {Report.Digits(before / (double)(1 << 20), 1)} MB before and {Report.Digits(after / (double)(1 << 20), 1)} MB with them, aim ≤ 1 MB"
        );
    }

    /// <summary>The heap when requests have ended: the least of three looks.</summary>
    private static async Task<long> SettledAsync(PublishedLab lab, CancellationToken cancel)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            least = Math.Min(least, await lab.HeapAsync(cancel));
        }

        return least;
    }

    private static async Task WireAsync(Browser browser, string name, string path, string? signedIn)
    {
        await using var context = await browser.OpenAsync(signedIn);
        var page = await context.NewPageAsync();
        var network = await context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        var (requests, wire, unpacked) = (0, 0.0, 0.0);
        network.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            requests++;
            wire += e!.Value.GetProperty("encodedDataLength").GetDouble();
        };
        network.Event("Network.dataReceived").OnEvent += (_, e) =>
            unpacked += e!.Value.GetProperty("dataLength").GetDouble();
        var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        if (answer is not { Ok: true })
            throw new BenchmarkCannotRun($"{path} was answered with {answer?.Status}.");
        Report.Figure(
            name,
            $"{Report.Digits(wire / 1000, 0)} kB over the wire",
            $"first load of {path}, {requests} requests, unpacked {Report.Digits(unpacked / 1000, 0)} kB, aim ≤ 150 kB"
        );
    }
}
