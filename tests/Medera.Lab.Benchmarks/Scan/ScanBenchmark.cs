namespace Medera.Lab.Benchmarks.Scan;

/// <summary>
/// What reading a symbol and making the codes of a label cost, and from a scan to its answer: over REST by eight clients, in a browser until the
/// decision is on the screen, alone and beside two hundred others, and from a camera's first picture.
/// </summary>
internal static class ScanBenchmark
{
    public static async Task RunAsync(CancellationToken cancel)
    {
        Parsing.Run(cancel);
        await Encoding.RunAsync(cancel);
        await RestScans.RunAsync(cancel);
        await BrowserScans.RunAsync(cancel);
        await CrowdedScans.RunAsync(cancel);
        await CameraScans.RunAsync(cancel);
    }
}
