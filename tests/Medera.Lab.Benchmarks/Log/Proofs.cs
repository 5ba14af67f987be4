using System.Diagnostics;
using System.Numerics;
using Medera.Lab.Benchmarks.Support;
using Medera.Lab.Web.Sealing;

namespace Medera.Lab.Benchmarks.Log;

/// <summary>Inclusion proofs as the server makes them: their time, and their bytes against what RFC 6962 needs.</summary>
internal static class Proofs
{
    private const int Many = 2_000;

    public static async Task RunAsync(LogReads reads, CancellationToken cancel)
    {
        var size = (await reads.CheckpointAsync(cancel: cancel))!.Size;
        var (times, bytes) = (new List<double>(), new List<double>());
        for (var n = 0; n < Many; n++)
        {
            var index = n * 7_919L % size;
            var begun = Stopwatch.GetTimestamp();
            await using var tree = await reads.OpenAsync(size, cancel);
            var proof = await tree.InclusionAsync(index, cancel);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            bytes.Add(proof.Sum(p => p.Length) / (32.0 * (64 - BitOperations.LeadingZeroCount((ulong)(size - 1)))));
        }

        Report.Figure(
            "log.proof",
            $"p50 {Report.Digits(Sample.Median(times), 2)} ms p99 {Report.Digits(Sample.At(times, 99), 2)} ms",
            $"{Many} proofs at size {size}; target p99 ≤ 10 ms"
        );
        Report.Figure(
            "log.proof-bytes",
            Report.Digits(bytes.Max(), 2),
            $"largest, against 32 × ⌈log2 {size}⌉; target 1"
        );
    }
}
