using System.Text;
using Medera.Lab.Benchmarks.Support;

namespace Medera.Lab.Benchmarks.Scan;

/// <summary>
/// A camera of 1280 by 720 that sees one QR code: from the first picture that the page looks at until the code is read. The
/// page's own marks measure.
/// </summary>
internal static class CameraScans
{
    private const int Runs = 10;
    private const int Width = 1280;
    private const int Height = 720;
    private const int Module = 8;
    private const byte Paper = 235;
    private const byte Ink = 16;

    public static async Task RunAsync(CancellationToken cancel)
    {
        await using var lab = await PublishedLab.StartAsync(cancel);
        var door = await RestDoor.OpenAsync(lab.Address, "technician2", cancel);
        var code = (await door.PairingsAsync(1, "bench-1", cancel))[0].Next();
        var film = Path.Combine(Path.GetTempPath(), $"camera-{Environment.ProcessId}.y4m");
        try
        {
            await File.WriteAllBytesAsync(film, Film(new QrCode(code)), cancel);
            await using var browser = await Browser.StartAsync(lab.Address, film);
            await using var context = await browser.OpenAsync(await browser.SignInAsync("technician", "tank-1"));
            var times = new List<double>();
            for (var i = 0; i < Runs; i++)
            {
                cancel.ThrowIfCancellationRequested();
                times.Add(await OpenedAsync(context));
            }
            Report.Figure(
                "scan.camera",
                $"median {Report.Digits(Sample.Median(times), 0)} ms",
                $"{Runs} times, first picture of {Width} × {Height} to the read, aim ≤ 300 ms"
            );
            Report.Note(
                $"  scan.camera: fastest {Report.Digits(times.Min(), 0)} ms, slowest {Report.Digits(times.Max(), 0)} ms"
            );
        }
        finally
        {
            File.Delete(film);
        }
    }

    private static async Task<double> OpenedAsync(Microsoft.Playwright.IBrowserContext context)
    {
        var page = await Browser.OpenScanPageAsync(context);
        if (await page.Locator("[data-camera]").CountAsync() == 0)
            throw new BenchmarkCannotRun("The published application has no camera: it was built without npm.");
        await page.Locator("[data-camera]").ClickAsync();
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('camera:read').length > 0");
        var time = await page.EvaluateAsync<double>(
            "() => performance.getEntriesByName('camera:read')[0].startTime - performance.getEntriesByName('camera:first-picture')[0].startTime"
        );
        await page.CloseAsync();
        return time;
    }

    // One picture, which the browser shows again and again: brightness, then two planes without colour of half the size each way.
    private static byte[] Film(QrCode code)
    {
        var picture = Enumerable.Repeat(Paper, Width * Height).ToArray();
        var (left, top) = ((Width - (code.Modules * Module)) / 2, (Height - (code.Modules * Module)) / 2);
        for (var y = 0; y < code.Modules * Module; y++)
        {
            for (var x = 0; x < code.Modules * Module; x++)
                if (code[y / Module, x / Module])
                    picture[((top + y) * Width) + left + x] = Ink;
        }
        var grey = Enumerable.Repeat((byte)128, Width * Height / 2);
        return
        [
            .. System.Text.Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F30:1 Ip A1:1 C420mpeg2\nFRAME\n"),
            .. picture,
            .. grey,
        ];
    }
}
