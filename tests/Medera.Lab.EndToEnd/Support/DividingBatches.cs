using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.TestSupport.Logs;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>Packages of a batch in which lines and proofs do not fit each other. Lines are of the log indexes that end on 0, 2, 3, 5, 7 and 8.</summary>
internal static class DividingBatches
{
    private static readonly LogInMemory Log = PackageMaker.LogWithBatch(300);

    // A proof for each of its lines costs more than everything else of a case.
    private static readonly PackageMaker Whole = PackageMaker.OfBatch(Log);

    /// <summary>All of them.</summary>
    public static IEnumerable<GivenPackage> All()
    {
        yield return new("a batch as it was", Made().Zip())
        {
            Notes =
            [
                Text(Log.CheckpointAt(300)),
                Text(Log.CheckpointAt(200)),
                Text(PackageMaker.LogWithBatch(400).CheckpointAt(400)),
            ],
        };
        foreach (var line in (int[])[0, 1, 2, 4, 90, 178, 179])
        {
            var proof = PackageMaker.Proof(Index(line));
            yield return new($"without line {line}", Lines(Made(), lines => lines.RemoveAt(line)).Zip());
            yield return new(
                $"without line {line}, as it says",
                Said(Lines(Made(), lines => lines.RemoveAt(line)), 179).Zip()
            );
            yield return new($"without proof {line}", Made().Without(proof).Zip());
            yield return new(
                $"without line and proof {line}, as it says",
                Said(Lines(Made(), lines => lines.RemoveAt(line)).Without(proof), 179).Zip()
            );
            yield return new(
                $"line {line} changed",
                Lines(Made(), lines => lines[line] = lines[line].Replace("1.0 mL", "3.0 mL", StringComparison.Ordinal))
                    .Zip()
            );
            yield return new($"line {line} is no event", Lines(Made(), lines => lines[line] = "{}").Zip());
            yield return new($"line {line} twice", Lines(Made(), lines => lines.Insert(line, lines[line])).Zip());
            yield return new(
                $"line {line} last",
                Lines(Made(), lines => (lines[line], lines[^1]) = (lines[^1], lines[line])).Zip()
            );
            yield return new(
                $"proof {line} of another index",
                Made().With(proof, text => text.Replace("index ", "index 1", StringComparison.Ordinal)).Zip()
            );
            yield return new(
                $"proof {line} under another checkpoint",
                Made().With(proof, text => text.Replace("\n300\n", "\n301\n", StringComparison.Ordinal)).Zip()
            );
            yield return new(
                $"proof {line} without the log's signature",
                Made()
                    .With(
                        proof,
                        text => text.Replace("— lab.example/log ", "— lab.example/lag ", StringComparison.Ordinal)
                    )
                    .Zip()
            );
            yield return new(
                $"proof {line} with further words",
                Made().With(proof, text => text.Replace("index", "extra AAAA\nindex", StringComparison.Ordinal)).Zip()
            );
        }

        yield return new("twenty lines gone", Lines(Made(), lines => lines.RemoveRange(30, 20)).Zip());
        yield return new("ten lines gone", Lines(Made(), lines => lines.RemoveRange(30, 10)).Zip());
        yield return new("no lines", Made().Without("events.jsonl").Zip());
        yield return new("no newline at the end", Made().With("events.jsonl", text => text[..^1]).Zip());
        yield return new("an empty line", Made().With("events.jsonl", text => text + "\n").Zip());
        yield return new("a line too long", Made().With("events.jsonl", text => text + new string('x', 65_536)).Zip());
        yield return new("a long line", Made().With("events.jsonl", text => text + new string('x', 65_535)).Zip());
        yield return new(
            "far too many lines",
            Made().With("events.jsonl", text => text + string.Concat(Enumerable.Repeat("{}\n", 500))).Zip()
        );
        yield return new(
            "of another batch",
            Made().With("package.json", text => text.Replace("eb38b82", "eb38b83", StringComparison.Ordinal)).Zip()
        );
        yield return new("a batch with a tile", Tile().Zip());
        yield return new(
            "a batch of half a letter",
            Made()
                .With("package.json", text => text.Replace(PackageMaker.Batch, "\\ud800", StringComparison.Ordinal))
                .Zip()
        );
        foreach (
            var (from, to) in (IEnumerable<(string, string)>)
                [
                    ("\"about\":[", "\"about\":[1,"),
                    ("\"about\":[", "\"aboot\":["),
                    ($"\"about\":[\"{PackageMaker.Batch}\"]", "\"about\":\"it\""),
                    ("\"version\":", "\"version\":1"),
                    ("\"prev\":\"", "\"prev\":\"A"),
                    ("\"recorded\":\"2026", "\"recorded\":\"2025"),
                ]
        )
        {
            foreach (var index in (int[])[57, 58])
                yield return new($"the sealed event {index} with {to}", Resealed(index, from, to).Zip());
        }
    }

    private static PackageMaker Made() => Whole.Copy();

    private static int Index(int line) => Enumerable.Range(0, 300).Where(i => i % 5 is 0 or 2 or 3).ElementAt(line);

    private static PackageMaker Lines(PackageMaker made, Action<List<string>> change) =>
        made.With(
            "events.jsonl",
            text =>
            {
                var lines = text.TrimEnd('\n').Split('\n').ToList();
                change(lines);
                return string.Concat(lines.Select(line => line + "\n"));
            }
        );

    private static PackageMaker Said(PackageMaker made, int lines) =>
        made.With(
            "package.json",
            text => text.Replace("\"lines\":180", $"\"lines\":{lines}", StringComparison.Ordinal)
        );

    private static PackageMaker Tile()
    {
        var made = Made();
        made.Parts["tile/0/000"] = Log.Files["tile/0/000"];
        return made;
    }

    private static PackageMaker Resealed(int index, string from, string to)
    {
        var log = PackageMaker.LogWithBatch(300);
        log.Bodies[index] = DividingPackages.Changed(log.Bodies[index], from, to);
        log.Seal();
        return PackageMaker.OfBatch(log);
    }

    private static string Text(byte[] note) => Encoding.UTF8.GetString(note);
}
