using System.Collections.Concurrent;
using CsCheck;
using Medera.Lab.TestSupport.Sequences;

namespace Medera.Lab.Tests.Properties;

/// <summary>
/// A quarter of the worlds, and a quarter of all sequences in them. Each is run once, by whichever test asks for it first, so that
/// the quarters run beside each other and where they came can still be counted over all of them.
/// </summary>
internal static class Quarter
{
    public const int Count = 4;

    private const int Worlds = Medera.Lab.TestSupport.Sequences.Worlds.Count / Count;

    private static readonly bool Long = Environment.GetEnvironmentVariable("MEDERA_LONG") == "1";
    private static readonly Lock Gate = new();
    private static readonly Task<IReadOnlyDictionary<string, int>>?[] Begun = new Task<
        IReadOnlyDictionary<string, int>
    >?[Count];

    /// <summary>How many sequences there are in all quarters.</summary>
    public static readonly int Sequences = Long ? 20_000 : 5_000;

    /// <summary>How many commands there are in a sequence.</summary>
    public static readonly int Length = Long ? 100 : 60;

    /// <summary>What was reached in the n-th quarter, and how often.</summary>
    public static Task<IReadOnlyDictionary<string, int>> RunAsync(int number)
    {
        lock (Gate)
            return Begun[number] ??= Task.Run(() => Run(number));
    }

    private static IReadOnlyDictionary<string, int> Run(int number)
    {
        var reached = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        Gen.Select(Gen.Int[number * Worlds, ((number + 1) * Worlds) - 1], Gen.ULong.Array[Length])
            .Sample(
                (world, numbers) => Sequence.Run(world, numbers, AllRules.InForce, reached),
                iter: Sequences / Count
            );
        return reached;
    }
}
