using System.Text;
using CsCheck;
using Medera.Lab.Ledger;
using Medera.Lab.TestSupport.Logs;
using Xunit;

namespace Medera.Lab.Tests.Verify;

/// <summary>What is right by its form and was changed: exit code 1, and the first bad event where it can be known.</summary>
public class Tampering_with_a_package
{
    private static readonly int Changes = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1" ? 10_000 : 300;

    private static readonly Gen<LogInMemory> AnyLog = Gen.Select(
            Gen.Frequency((6, Gen.Int[1, 40]), (2, Gen.Int[250, 270]), (2, Gen.Int[500, 800])),
            Gen.Int[0, 12].Array[1, 30]
        )
        .Select((size, streams) => LogInMemory.Grow(size, streams));

    [Fact]
    public void of_everything_is_found_whatever_was_done_and_never_named_too_late()
    {
        var (tried, named) = (0, 0);
        Gen.Select(AnyLog, Gen.Int[0, Tampering.Ways.Count - 1], Gen.UInt, Gen.UInt)
            .Sample(
                (log, way, where, what) =>
                {
                    var outside = log.CheckpointAt(log.Bodies.Count);
                    var size = log.Bodies.Count;
                    if (Tampering.Ways[way](log, where, what) is not { } done)
                        return;
                    var made = PackageMaker.OfLog(log);
                    var (code, report) = PackageMaker.Check(made.Zip(), outside);
                    Assert.True(code != 0, done.What);
                    Interlocked.Increment(ref tried);

                    // A checkpoint of which a bit is wrong may be none any more, and so may the package.
                    if (code == 2)
                        Assert.True(way is 11 || log.Bodies.Count != size, done.What);
                    if (code == 2 || done.FirstBad is not { } first)
                        return;
                    Assert.True(
                        report!.EarliestPossible <= first,
                        $"{done.What} at {first}: {report.Findings[0].Sentence}"
                    );
                    if (!done.IsExact)
                        return;
                    Assert.Equal((first, first), (report.FirstBad!.First, report.FirstBad.Last));
                    Interlocked.Increment(ref named);
                },
                iter: Changes
            );
        // About a quarter is named; by chance it was once 55 of 300.
        Assert.True(
            tried >= Changes * 3 / 4 && named >= Changes / 10,
            $"{tried} changes, in {named} the event was to be named"
        );
    }

    [Fact]
    public void of_everything_is_found_wherever_a_bit_of_what_counts_was_changed()
    {
        var log = LogInMemory.Grow(300, [1, 2, 3]);
        var parts = PackageMaker
            .OfLog(log)
            .Parts.Keys.Where(part =>
                part is "checkpoint"
                || part.StartsWith("tile/", StringComparison.Ordinal)
                || part.StartsWith("attachments/", StringComparison.Ordinal)
            )
            .ToList();
        Gen.Select(Gen.Int[0, parts.Count - 1].Select(i => parts[i]), Gen.UInt, Gen.Int[0, 7])
            .Sample(
                (part, where, bit) =>
                {
                    var made = PackageMaker.OfLog(log);
                    var bytes = (byte[])made.Parts[part].Clone();
                    bytes[where % bytes.Length] ^= (byte)(1 << bit);
                    made.Parts[part] = bytes;
                    var (code, report) = PackageMaker.Check(made.Zip());
                    Assert.True(part is "checkpoint" ? code is 1 or 2 : code is 1, $"{part}: {code}");
                    if (part.StartsWith("tile/entries/", StringComparison.Ordinal))
                        Assert.True(report!.FirstBad is not null);
                },
                iter: Changes
            );
    }

    [Fact]
    public void of_a_batch_is_found_wherever_a_bit_of_its_events_was_changed()
    {
        var log = PackageMaker.LogWithBatch(60);
        Gen.Select(Gen.UInt, Gen.Int[0, 7])
            .Sample(
                (where, bit) =>
                {
                    var made = PackageMaker.OfBatch(log);
                    var events = (byte[])made.Parts["events.jsonl"].Clone();
                    var at = (int)(where % (events.Length - 1));
                    events[at] ^= (byte)(1 << bit);
                    made.Parts["events.jsonl"] = events;
                    var (code, report) = PackageMaker.Check(made.Zip());
                    Assert.Equal(1, code);
                    var line = made.Parts["events.jsonl"].AsSpan(0, at).Count((byte)'\n');
                    var index = Enumerable.Range(0, 60).Where(i => i % 5 is 0 or 2 or 3).ElementAt(line);
                    Assert.True(report!.FirstBad is null || report.FirstBad.First >= 0);
                    Assert.True(
                        report.EarliestPossible is null || report.EarliestPossible <= index,
                        report.Findings[0].Sentence
                    );
                },
                iter: Changes
            );
    }

    [Fact]
    public async Task of_an_event_names_it_on_the_first_line_that_matters()
    {
        var log = LogInMemory.Grow(600, [1, 2, 3]);
        Tampering.Change(log.Bodies[310]);
        log.LayBundles();
        var ran = await Ran.CheckAsync(PackageMaker.OfLog(log).Zip());
        Assert.Equal((1, ""), (ran.Code, ran.Failed));
        Assert.Contains("FIRST BAD EVENT: log index 310\n", ran.Said, StringComparison.Ordinal);
        Assert.Contains(
            "The event at log index 310 is not what its leaf says. The checkpoint vouches for that leaf.",
            ran.Said,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("NOTHING WRONG", ran.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task by_rewriting_everything_is_found_by_a_checkpoint_of_the_auditor_and_by_nothing_else()
    {
        var log = LogInMemory.Grow(600, [1, 2, 3]);
        using var folder = new Folder();
        var kept = folder.Write("kept", log.CheckpointAt(400));
        Tampering.RewriteEverythingFrom(log, 300);
        var zip = PackageMaker.OfLog(log).Zip();
        Assert.Equal(0, (await Ran.CheckAsync(zip)).Code);
        var ran = await Ran.CheckAsync(zip, "--checkpoint", kept);
        Assert.Equal(1, ran.Code);
        Assert.Contains("FIRST BAD EVENT: one of the log indexes 0 to 399", ran.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task by_cutting_the_end_off_is_found_by_a_checkpoint_of_the_auditor()
    {
        var log = LogInMemory.Grow(300, [1, 2]);
        using var folder = new Folder();
        var kept = folder.Write("kept", log.CheckpointAt(300));
        log.Bodies.RemoveRange(280, 20);
        log.Seal();
        var ran = await Ran.CheckAsync(PackageMaker.OfLog(log).Zip(), "--checkpoint", kept);
        Assert.Equal(1, ran.Code);
        Assert.Contains("the events from log index 280 on are gone", ran.Said, StringComparison.Ordinal);
        Assert.Contains("If the package was made before your checkpoint", ran.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FindingKind.LeafDiffers, 300)]
    [InlineData(FindingKind.EntryMissing, 256)]
    [InlineData(FindingKind.TileDiffers, -1)]
    [InlineData(FindingKind.VersionGap, 300)]
    [InlineData(FindingKind.OtherLog, 300)]
    public void of_a_period_is_found_in_it_and_in_the_hashes_around_it(FindingKind kind, int first)
    {
        var log = LogInMemory.Grow(800, [1, 2, 3]);
        switch (kind)
        {
            case FindingKind.LeafDiffers:
                Tampering.Change(log.Bodies[300]);
                log.LayBundles();
                break;
            case FindingKind.EntryMissing:
                log.Files.Remove("tile/entries/001");
                break;
            case FindingKind.TileDiffers:
                log.Files["tile/0/000"][40] ^= 1;
                break;
            case FindingKind.OtherLog:
                log.Bodies[300] = Encoding.UTF8.GetBytes(
                    Encoding
                        .UTF8.GetString(log.Bodies[300])
                        .Replace(LogInMemory.Origin, "lab.example/lag", StringComparison.Ordinal)
                );
                log.Seal();
                break;
            default:
                log.Bodies[300] = Encoding.UTF8.GetBytes(
                    Encoding
                        .UTF8.GetString(log.Bodies[300])
                        .Replace("\"version\":101", "\"version\":102", StringComparison.Ordinal)
                );
                log.Seal();
                break;
        }

        var (code, report) = PackageMaker.Check(PackageMaker.OfLog(log, 256, 512).Zip());
        Assert.Equal(1, code);
        Assert.Contains(report!.Findings, finding => finding.Kind == kind);
        Assert.Equal(first < 0 ? null : first, report.FirstBad?.First);
    }

    [Fact]
    public void of_the_hashes_of_a_package_blames_no_event()
    {
        foreach (
            var (path, change) in (IEnumerable<(string, Func<byte[], byte[]>)>)
                [
                    ("tile/0/001", tile => [.. tile[..^32]]),
                    ("tile/0/002.p/88", tile => [.. tile, .. new byte[32]]),
                    ("tile/1/000.p/2", tile => [.. tile[..32], .. new byte[32]]),
                    ("tile/entries/002.p/88", bundle => [.. bundle, 0, 1, 7]),
                ]
        )
        {
            var made = PackageMaker.OfLog(LogInMemory.Grow(600, [1, 2, 3]));
            made.Parts[path] = change(made.Parts[path]);
            var (code, report) = PackageMaker.Check(made.Zip());
            Assert.Equal(1, code);
            Assert.Equal([FindingKind.TileDiffers], report!.Findings.Select(finding => finding.Kind).Distinct());
        }
    }

    [Fact]
    public void of_an_attachment_is_found_by_its_name()
    {
        var made = PackageMaker.OfLog(LogInMemory.Grow(5, [1]));
        made.Parts[PackageMaker.AttachmentName] = [1, 2, 3];
        Assert.Equal(
            FindingKind.AttachmentDiffers,
            Assert.Single(PackageMaker.Check(made.Zip()).Report!.Findings).Kind
        );
    }

    [Fact]
    public async Task does_not_keep_the_program_busy_for_years_by_claiming_any_size()
    {
        var log = LogInMemory.Grow(600, [1, 2]);
        var huge = new Checkpoint(LogInMemory.Origin, (1L << 53) - 1, new byte[32]).Sign(LogInMemory.Signer);
        log.Note = huge.ToBytes();
        foreach (var partial in log.Files.Keys.Where(path => path.Contains(".p/", StringComparison.Ordinal)).ToList())
            log.Files.Remove(partial);
        var made = PackageMaker.OfLog(log).Without("policy");
        var ran = await Ran.CheckAsync(made.Zip());
        Assert.Equal((1, ""), (ran.Code, ran.Failed));
        Assert.Contains("FIRST BAD EVENT: log index 512", ran.Said, StringComparison.Ordinal);
    }
}
