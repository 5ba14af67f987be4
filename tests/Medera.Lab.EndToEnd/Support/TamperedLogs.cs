using System.Text;
using Medera.Lab.TestSupport.Logs;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>Small logs with whose files somebody did what they liked, once or twice, before a package was made of them.</summary>
internal static class TamperedLogs
{
    private static readonly int[] Sizes = [1, 20, 256, 300, 512, 600, 700];

    // Two events swapped, a bit of a file, another key, a bit of the checkpoint: these can be done to whatever is left.
    private static readonly int[] Further = [4, 8, 8, 8, 10, 11];

    /// <summary>So many of them, the same in each run.</summary>
    public static IEnumerable<GivenPackage> Each(int count)
    {
        for (var n = 0; n < count; n++)
        {
            // Numbers far from each other and from those before, as a generator of random ones gives them.
            var (where, what) = ((uint)(n * 2_654_435_761L), (uint)(n * 2_246_822_519L));
            var size = Sizes[n % Sizes.Length];
            var log = LogInMemory.Grow(size, [1, 2, 3, 1, 4]);
            IReadOnlyList<byte[]> kept = (n % 4) switch
            {
                0 => [],
                1 => [log.CheckpointAt(size)],
                2 => [log.CheckpointAt(size / 2), log.CheckpointAt(size)],
                _ => [log.CheckpointAt(size), log.CheckpointAt(size / 3), log.CheckpointAt(size / 256 * 256)],
            };
            var done = new List<string>();
            Do(n % Tampering.Ways.Count);
            for (
                var time = 0;
                time < n / Tampering.Ways.Count % 3
                    && log.Bodies.Count > 0
                    && log.Files.Values.All(file => file.Length > 0);
                time++
            )
                Do(Further[(n + time) % Further.Length]);
            if (done.Count > 0)
            {
                yield return new GivenPackage(
                    $"{n}: {size} events, {string.Join(", ", done)}",
                    PackageMaker.OfLog(log).Zip()
                )
                {
                    Notes = [.. kept.Select(Encoding.UTF8.GetString)],
                    Keys = n % 5 == 0 ? [LogInMemory.Signer.Key.ToString()] : [],
                };
            }

            void Do(int way)
            {
                if (Tampering.Ways[way](log, where / 3, what / 5) is { } one)
                    done.Add(one.What);
                (where, what) = (what, where + 7_919);
            }
        }
    }
}
