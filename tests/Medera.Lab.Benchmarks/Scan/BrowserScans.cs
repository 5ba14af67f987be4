using Medera.Lab.Benchmarks.Support;
using Microsoft.Playwright;

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

    // A task after a frame's callbacks runs when the frame has been drawn. It is on the window before the page's own listener, which
    // keeps a scanner's Enter to itself.
    private const string Stopwatch =
        """
        (() => {
          let entered = 0;
          addEventListener('keydown', e => { if (e.key === 'Enter') entered = performance.now(); }, true);
          const shown = code => [...document.querySelectorAll('.scan__result:not(.scan__lost)')]
            .some(r => r.offsetParent && r.textContent.replace(/[^0-9A-Za-z]/g, '').includes(code));
          window.awaitDecision = code => {
            window.decision = new Promise((resolve, reject) => {
              const late = setTimeout(() => { watch.disconnect(); reject(new Error('late')); }, 10000);
              const watch = new MutationObserver(() => {
                if (!entered || !shown(code)) return;
                watch.disconnect();
                clearTimeout(late);
                requestAnimationFrame(() => setTimeout(() => { resolve(performance.now() - entered); entered = 0; }, 0));
              });
              watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
            });
            window.decision.catch(() => {});
          };
        })();
        """;

    public static async Task RunAsync(CancellationToken cancel)
    {
        Report.Note("scan: starting the published laboratory and a browser ...");
        await using var lab = await PublishedLab.StartAsync(cancel);
        var door = await RestDoor.OpenAsync(lab.Address, "technician2", cancel);
        var pairing = (await door.PairingsAsync(1, "bench-1", cancel))[0];
        await using var browser = await Browser.StartAsync(lab.Address);
        await using var context = await browser.OpenAsync(await browser.SignInAsync("technician", Station));
        await context.AddInitScriptAsync(Stopwatch);
        var page = await Browser.OpenScanPageAsync(context);
        var times = new List<double>();
        for (var i = 0; i < Warming + Scans; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var time = await ScanAsync(page, pairing.Next());
            if (i >= Warming) times.Add(time);
        }

        Report.Figure("scan.browser", $"median {Report.Digits(Sample.Median(times), 0)} ms, p95 {Report.Digits(Sample.At(times, 95), 0)} ms", $"{Scans} scans, to the decision on the screen, aim ≤ 100 ms");
        Report.Note($"  scan.browser: fastest {Report.Digits(times.Min(), 0)} ms, slowest {Report.Digits(times.Max(), 0)} ms; the first of two scans {Report.Digits(Sample.Median(times.Where((_, i) => i % 2 == 0)), 0)} ms, the second {Report.Digits(Sample.Median(times.Where((_, i) => i % 2 == 1)), 0)} ms");
    }

    private static async Task<double> ScanAsync(IPage page, string code)
    {
        await page.EvaluateAsync("code => awaitDecision(code)", code);
        await Browser.TypeAsync(page, code);
        await page.Keyboard.PressAsync("Enter");
        try
        {
            return await page.EvaluateAsync<double>("() => decision");
        }
        catch (PlaywrightException late)
        {
            throw new BenchmarkCannotRun($"The decision on {code} did not appear on the screen within 10 s.", late);
        }
    }
}
