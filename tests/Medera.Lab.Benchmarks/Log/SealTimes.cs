using System.Diagnostics;
using Medera.Lab.Benchmarks.Support;
using Medera.Lab.Web.Sealing;
using Npgsql;

namespace Medera.Lab.Benchmarks.Log;

/// <summary>From the commit of an event to the signed checkpoint over it, in cycles of 50 ms, at a steady rate of events.</summary>
internal sealed class SealTimes(AppendedEvents rows, NpgsqlDataSource source, Sequencer sequencer)
{
    private const double CycleMs = 50;

    public async Task RunAsync(int eventsASecond, int seconds, CancellationToken cancel)
    {
        var signed = new List<(long Size, long At)>();
        using var stop = new CancellationTokenSource();
        var sealing = LogBenchmark.SealAsync(
            sequencer,
            stop.Token,
            cycle =>
            {
                if (cycle.Signed > 0)
                    signed.Add((cycle.Signed, Stopwatch.GetTimestamp()));
            }
        );
        rows.Watched = true;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, rows.Streams)
                .Select(client => PaceAsync(client, eventsASecond / (double)rows.Streams, begun, seconds, cancel))
        );
        var wrote = rows.Committed.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        rows.Watched = false;
        await Task.Delay(500, cancel);
        await stop.CancelAsync();
        await sealing;

        var waits = new List<double>();
        await using var entries = source.CreateCommand(
            "SELECT l.idx, e.event_id FROM ledger.log_entry AS l JOIN ledger.event AS e ON e.event_no = l.event_no WHERE l.idx >= $1 ORDER BY l.idx"
        );
        entries.Parameters.Add(new() { Value = signed[0].Size - rows.Committed.Count });
        await using var read = await entries.ExecuteReaderAsync(cancel);
        while (await read.ReadAsync(cancel))
        {
            if (!rows.Committed.TryGetValue(read.GetGuid(1), out var committed))
                continue;
            var index = read.GetInt64(0);
            var covering = signed.Find(s => s.Size > index);
            if (covering.At > 0)
                waits.Add(Math.Max(0, Stopwatch.GetElapsedTime(committed, covering.At).TotalMilliseconds) / CycleMs);
        }

        Report.Figure(
            "log.sealed-after",
            $"p50 {Report.Digits(Sample.Median(waits), 2)} p99 {Report.Digits(Sample.At(waits, 99), 2)} cycles of 50 ms",
            $"{waits.Count} events at {Report.Digits(wrote, 0)}/s; target p50 ≤ 1.5, p99 ≤ 4"
        );
    }

    /// <summary>Events at their times; one that is late is not waited for twice.</summary>
    private async Task PaceAsync(int client, double aSecond, long begun, int seconds, CancellationToken cancel)
    {
        for (var n = 0; n < aSecond * seconds; n++)
        {
            var due =
                TimeSpan.FromSeconds((n + (client / (double)rows.Streams)) / aSecond) - Stopwatch.GetElapsedTime(begun);
            if (due > TimeSpan.Zero)
                await Task.Delay(due, cancel);
            await rows.AppendAsync(client);
        }
    }
}
