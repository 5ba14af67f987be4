using Medera.Lab.Benchmarks.Support;
using Microsoft.Playwright;

namespace Medera.Lab.Benchmarks.Scan;

/// <summary>A scan page whose own clock measures: from the Enter of the scanner until a frame with the decision on that code has been drawn.</summary>
internal sealed class ScanningPage
{
    // A task after a frame's callbacks runs when the frame has been drawn. It is on the window before the page's own listener, which
    // keeps a scanner's Enter to itself.
    private const string Stopwatch = """
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

    private readonly IPage page;

    private ScanningPage(IPage page) => this.page = page;

    public static async Task<ScanningPage> OpenAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync(Stopwatch);
        return new ScanningPage(await Browser.OpenScanPageAsync(context));
    }

    /// <summary>Milliseconds of so many scans, one after the other, with a pause before each.</summary>
    public async Task<List<double>> TimesAsync(Pairing pairing, int scans, TimeSpan pause, CancellationToken cancel)
    {
        var times = new List<double>();
        for (var i = 0; i < scans; i++)
        {
            await Task.Delay(pause, cancel);
            times.Add(await ScanAsync(pairing.Next()));
        }

        return times;
    }

    private async Task<double> ScanAsync(string code)
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
