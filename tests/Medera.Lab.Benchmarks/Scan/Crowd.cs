using Medera.Lab.Benchmarks.Support;
using Microsoft.Playwright;

namespace Medera.Lab.Benchmarks.Scan;

/// <summary>
/// Many open pages of the laboratory, each with its circuit, in a Chromium of their own that spends as little on them as it can: one process for
/// all, no pictures, no fonts, and at a lower priority, because it stands for 200 devices that are not this machine.
/// </summary>
internal sealed class Crowd : IAsyncDisposable
{
    // At once, while they open.
    private const int Doors = 4;

    private readonly Browser browser;
    private readonly IBrowserContext context;
    private int circuits;

    private Crowd(Browser browser, IBrowserContext context) => (this.browser, this.context) = (browser, context);

    /// <summary>Circuits that are open now, counted by their WebSockets.</summary>
    public int Circuits => circuits;

    public static async Task<Crowd> StartAsync(Uri address, string user, string station)
    {
        var started = await Browser.StartAsync(
            address,
            switches: ["--process-per-site", "--blink-settings=imagesEnabled=false", "--disable-remote-fonts"],
            behind: true
        );
        try
        {
            return new Crowd(started, await started.OpenAsync(await started.SignInAsync(user, station)));
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a page for each path, with its circuit.</summary>
    public Task OpenAsync(IReadOnlyList<string> paths, CancellationToken cancel) =>
        Parallel.ForEachAsync(
            paths,
            new ParallelOptions { MaxDegreeOfParallelism = Doors, CancellationToken = cancel },
            async (path, _) =>
            {
                var page = await context.NewPageAsync();
                page.WebSocket += Count;
                await page.RunAndWaitForWebSocketAsync(() => page.GotoAsync(path), new() { Predicate = IsCircuit });
            }
        );

    public Task<TimeSpan> ProcessorTimeAsync() => browser.ProcessorTimeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => browser.DisposeAsync();

    private void Count(object? page, IWebSocket socket)
    {
        if (!IsCircuit(socket))
            return;
        Interlocked.Increment(ref circuits);
        socket.Close += (_, _) => Interlocked.Decrement(ref circuits);
    }

    private static bool IsCircuit(IWebSocket socket) => socket.Url.Contains("/_blazor", StringComparison.Ordinal);
}
