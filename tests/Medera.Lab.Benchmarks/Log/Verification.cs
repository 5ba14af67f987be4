using System.Diagnostics;
using Medera.Lab.Benchmarks.Support;
using Medera.Lab.Ledger;
using Medera.Lab.Web;

namespace Medera.Lab.Benchmarks.Log;

/// <summary>
/// The check of a whole log against hashing its leaves and tree in memory, by processor time; and the memory that it takes, at one size and at
/// a larger one. The log is the same bundles read again and again from memory, each time as streams of their own.
/// </summary>
internal static class Verification
{
    private const int Million = 1_000_000;
    private static readonly long Larger = Environment.GetEnvironmentVariable("MEDERA_LONG") is { Length: > 0 }
        ? 10L * Million
        : 2L * Million;

    public static Task RunAsync(CancellationToken cancel)
    {
        Report.Note("log: making a log of a million events in memory ...");
        var small = MadeLog.Make(Million / 10);
        small.Check(cancel);
        var (checkedIn, hashedIn) = (new List<double>(), new List<double>());
        var log = MadeLog.Make(Million);
        for (var i = 0; i < 3; i++)
        {
            checkedIn.Add(Cpu(() => log.Check(cancel)));
            hashedIn.Add(Cpu(log.Hash));
        }

        Report.Ratio(
            "log.verify",
            Sample.Median(hashedIn) / Sample.Median(checkedIn),
            Million / Sample.Median(checkedIn),
            Million / Sample.Median(hashedIn),
            "0.60 (events per CPU second)"
        );
        var before = Held(() => log.Check(cancel));
        log = MadeLog.Make(Larger);
        var after = Held(() => log.Check(cancel));
        Report.Figure(
            "log.verify-memory",
            $"{Report.Digits(before, 1)} MB at {Million} events, {Report.Digits(after, 1)} MB at {Larger}",
            "allocated and held by the check beyond the log itself; target flat"
        );
        return Task.CompletedTask;
    }

    private static double Cpu(Action act)
    {
        GC.Collect();
        var begun = Process.GetCurrentProcess().TotalProcessorTime;
        act();
        return (Process.GetCurrentProcess().TotalProcessorTime - begun).TotalSeconds;
    }

    /// <summary>The most that is held while it runs, in megabytes, beyond what was held before.</summary>
    private static double Held(Action act)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        using var sampler = new Timer(
            _ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false)),
            null,
            0,
            5
        );
        act();
        return (most - before) / 1e6;
    }

    /// <summary>A log of bundles that lie in memory, one after the other.</summary>
    private sealed class MadeLog(byte[][] bundles, Dictionary<Tile, byte[]> tiles, byte[] note, NoteKey key, long size)
    {
        public static MadeLog Make(long size)
        {
            const int Streams = 20;
            var bundles = new byte[(size + 255) / 256][];
            var tiles = new Dictionary<Tile, byte[]>();
            var edge = RightEdge.Empty;
            var prevs = new Dictionary<string, (long Version, byte[] Leaf)>(StringComparer.Ordinal);
            var entries = new List<ReadOnlyMemory<byte>>(256);
            for (var index = 0L; index < size; index++)
            {
                // A batch lives for some hundred events, and twenty are in work at a time.
                var stream =
                    $"1/batch/{Guid.Empty.ToString()[..24]}{(index % Streams) + (index / 4_000 * Streams):x12}";
                var (version, prev) = prevs.TryGetValue(stream, out var last)
                    ? last
                    : (0, System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(stream)));
                var body = LogBenchmark.Body(stream, version + 1, prev);
                var leaf = Leaf.Hash(body);
                prevs[stream] = (version + 1, leaf);
                entries.Add(body);
                (edge, var full) = edge.Append(leaf);
                foreach (var tile in full)
                    tiles[new Tile(tile.Level, tile.Index, Tile.Full)] = tile.Hashes;
                if (entries.Count < 256 && index < size - 1)
                    continue;
                bundles[index / 256] = EntryBundle.Write(entries);
                entries.Clear();
            }

            foreach (var tile in Tile.PartialOf(size))
                tiles[tile] = edge.Hashes(tile).ToArray();
            using var signer = new NoteSigner(LabSettings.DemonstrationOrigin, SignatureKind.Note, new byte[32]);
            return new MadeLog(
                bundles,
                tiles,
                new Checkpoint(LabSettings.DemonstrationOrigin, size, edge.Root()).Sign(signer).ToBytes(),
                signer.Key,
                size
            );
        }

        public void Check(CancellationToken cancel)
        {
            var report = Ledger.Check.Run(
                new LogCopy(LabSettings.DemonstrationOrigin, note, Read, [new KeyPeriod(key)]),
                cancel
            );
            if (!report.IsClean || report.Events != size)
                throw new BenchmarkCannotRun($"The made log is not clean: {report.Findings[0].Sentence}");
        }

        /// <summary>The leaves and the tree above them, and nothing else.</summary>
        public void Hash()
        {
            var tree = new CompactRange();
            Span<byte> leaf = stackalloc byte[Leaf.Size];
            foreach (var bundle in bundles)
            foreach (var entry in EntryBundle.Read(bundle))
            {
                Leaf.Hash(entry.Span, leaf);
                tree.Append(leaf);
            }
            if (tree.Size != size)
                throw new BenchmarkCannotRun("Not all was hashed.");
        }

        private ReadOnlyMemory<byte> Read(Tile tile) =>
            tile.Level == Tile.Entries ? bundles[tile.Index] : tiles.GetValueOrDefault(tile) ?? [];
    }
}
