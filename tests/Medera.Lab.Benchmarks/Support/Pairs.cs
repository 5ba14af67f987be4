using System.Diagnostics;

namespace Medera.Lab.Benchmarks.Support;

/// <summary>Seven interleaved pairs: each side runs close to the other, and each goes first as often, so that a slow minute of the machine meets both.</summary>
internal static class Pairs
{
    public const int Count = 7;
    internal static readonly TimeSpan Window = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(1);

    /// <summary>Measures both sides with as many clients, and prints the ratio of what they do in a second.</summary>
    public static async Task CompareAsync(
        string name,
        string target,
        int clients,
        Func<int, Task> ours,
        Func<int, Task> other,
        CancellationToken cancel
    )
    {
        await RateAsync(clients, Warming, ours, cancel);
        await RateAsync(clients, Warming, other, cancel);
        var pairs = new List<(double Ours, double Other)>();
        for (var i = 0; i < Count; i++)
        {
            if (i % 2 == 0)
            {
                var first = await RateAsync(clients, Window, ours, cancel);
                pairs.Add((first, await RateAsync(clients, Window, other, cancel)));
            }
            else
            {
                var first = await RateAsync(clients, Window, other, cancel);
                pairs.Add((await RateAsync(clients, Window, ours, cancel), first));
            }
        }

        Report.Ratio(
            name,
            Sample.Median(pairs.Select(p => p.Ours / p.Other)),
            Sample.Median(pairs.Select(p => p.Ours)),
            Sample.Median(pairs.Select(p => p.Other)),
            target
        );
        Report.Note(
            $"  {name} pairs: {string.Join("  ", pairs.Select(p => $"{Report.Digits(p.Ours / p.Other, 2)} ({Report.Digits(p.Ours, 0)}/{Report.Digits(p.Other, 0)})"))}"
        );
    }

    /// <summary>How often a second clients that never pause get through.</summary>
    internal static async Task<double> RateAsync(
        int clients,
        TimeSpan window,
        Func<int, Task> once,
        CancellationToken cancel
    )
    {
        var begun = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(client =>
                    Task.Run(
                        async () =>
                        {
                            var done = 0;
                            for (; Stopwatch.GetElapsedTime(begun) < window; done++)
                            {
                                cancel.ThrowIfCancellationRequested();
                                await once(client);
                            }

                            return done;
                        },
                        cancel
                    )
                )
        );
        return counts.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
