using System.Text;
using CsCheck;
using Medera.Lab.Ledger;
using Medera.Lab.TestSupport.Logs;
using Xunit;

namespace Medera.Lab.Tests.Ledger;

public class Checking_a_log
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1";

    private static readonly Gen<LogInMemory> AnyLog = Gen.Select(
            Gen.Frequency((6, Gen.Int[1, 40]), (2, Gen.Int[250, 270]), (2, Gen.Int[500, 800])),
            Gen.Int[0, 12].Array[1, 30]
        )
        .Select((size, streams) => LogInMemory.Grow(size, streams));

    [Fact]
    public void raises_no_alarm_over_a_clean_one() =>
        Gen.Select(AnyLog, Gen.UInt.Array[0, 4], Gen.Int[0, 30])
            .Sample(
                (log, sizes, held) =>
                {
                    var outside = sizes
                        .Select(size => (int)(size % (log.Bodies.Count + 1)))
                        .Append(log.Bodies.Count)
                        .ToList();
                    var report = log.Check(outside.Select(size => log.CheckpointAt(size)), held);
                    Assert.True(report.IsClean, Said(report));
                    Assert.Equal(log.Bodies.Count, report.Events);
                    Assert.Equal(
                        log.Bodies.Select(body => Encoding.UTF8.GetString(EntryFields.Read(body).Stream))
                            .Distinct(StringComparer.Ordinal)
                            .Count(),
                        report.Streams
                    );
                    Assert.Equal(log.Bodies.Count, report.VouchedFor);
                    Assert.Null(report.FirstBad);
                    Assert.Single(report.Witnesses);
                },
                iter: Long ? 10_000 : 1_000
            );

    [Fact]
    public void finds_every_change_with_a_checkpoint_kept_outside_and_names_the_first_bad_event()
    {
        var named = 0;
        var tried = 0;
        Gen.Select(AnyLog, Gen.Int[0, Tampering.Ways.Count - 1], Gen.UInt, Gen.UInt)
            .Sample(
                (log, way, where, what) =>
                {
                    var outside = log.CheckpointAt(log.Bodies.Count);
                    if (Tampering.Ways[way](log, where, what) is not { } done)
                        return;
                    var report = log.Check([outside]);
                    Assert.False(report.IsClean, done.What);
                    Interlocked.Increment(ref tried);
                    if (done.FirstBad is not { } first)
                        return;

                    // Never too late, and exactly there where the sealed leaf is still to be had.
                    Assert.True(report.FirstBad is not null, $"{done.What}: {Said(report)}");
                    Assert.True(report.EarliestPossible <= first, $"{done.What} at {first}: {Said(report)}");
                    if (!done.IsExact)
                        return;
                    Assert.True(
                        report.FirstBad.First == first && report.FirstBad.Last == first,
                        $"{done.What} at {first}: {Said(report)}"
                    );
                    Assert.Equal(first, report.EarliestPossible);
                    Interlocked.Increment(ref named);
                },
                iter: Long ? 10_000 : 400
            );
        Assert.True(tried >= 300 && named >= 80, $"{tried} changes, in {named} the event was to be named");
    }

    [Fact]
    public void says_the_honest_opposite_that_a_full_rewrite_goes_undetected_without_a_checkpoint_kept_outside()
    {
        var log = LogInMemory.Grow(600, [1, 2, 3]);
        var outside = log.CheckpointAt(400);
        Tampering.RewriteEverythingFrom(log, 300);
        Assert.True(log.Check().IsClean);

        var report = log.Check([outside]);
        Assert.Equal(FindingKind.OutsideDiffers, Assert.Single(report.Findings).Kind);
        Assert.Equal((0, 399), (report.FirstBad!.First, report.FirstBad.Last));
        Assert.Equal(0, report.VouchedFor);
    }

    [Fact]
    public void bounds_a_full_rewrite_between_the_sizes_of_two_checkpoints_kept_outside()
    {
        var log = LogInMemory.Grow(600, [1, 2, 3]);
        byte[][] outside = [log.CheckpointAt(500), log.CheckpointAt(290), log.CheckpointAt(600), log.CheckpointAt(100)];
        Tampering.RewriteEverythingFrom(log, 300);
        var report = log.Check(outside);
        Assert.Equal(290, report.VouchedFor);
        Assert.Equal((290, 499), (report.FirstBad!.First, report.FirstBad.Last));
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.TwoRoots);
    }

    [Fact]
    public void sees_that_the_end_was_cut_off_by_a_checkpoint_kept_outside_only()
    {
        var log = LogInMemory.Grow(300, [1, 2]);
        var outside = log.CheckpointAt(300);
        log.Bodies.RemoveRange(280, 20);
        log.Seal();
        Assert.True(log.Check().IsClean);
        var cut = Assert.Single(log.Check([outside]).Findings);
        Assert.Equal((FindingKind.LogCut, 280L, 299L), (cut.Kind, cut.First, cut.Last));
    }

    [Fact]
    public void names_the_event_by_its_successor_where_its_leaf_was_rewritten_too()
    {
        var log = LogInMemory.Grow(600, [1, 2, 3]);
        Tampering.Change(log.Bodies[310]);
        var root = log.Note;
        log.Seal(sign: false);
        log.Note = root;
        var report = log.Check();
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.RootDiffers);
        Assert.Equal((FindingKind.PrevWrong, 310L), (report.FirstBad!.Kind, report.FirstBad.First));
        Assert.Equal(0, report.EarliestPossible);
    }

    [Fact]
    public void says_under_which_tile_one_is_bad_where_that_tile_was_changed_too()
    {
        var log = LogInMemory.Grow(600, [.. Enumerable.Range(0, 600)]);
        Tampering.Change(log.Bodies[310]);
        log.LayBundles();
        Leaf.Hash(log.Bodies[310]).CopyTo(log.Files["tile/0/001"], (310 - 256) * 32);
        var report = log.Check();
        Assert.Equal(
            (FindingKind.EventsDiffer, 256L, 511L),
            (report.FirstBad!.Kind, report.FirstBad.First, report.FirstBad.Last)
        );
        Assert.Equal(256, report.EarliestPossible);
    }

    [Fact]
    public void blames_no_event_for_a_damaged_tile()
    {
        foreach (var path in (string[])["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"])
        {
            foreach (var gone in (bool[])[true, false])
            {
                var log = LogInMemory.Grow(600, [1, 2, 3]);
                if (gone)
                    log.Files.Remove(path);
                else
                    log.Files[path][40] ^= 1;
                var report = log.Check([log.CheckpointAt(600), log.CheckpointAt(300)]);
                Assert.True(
                    report.Findings.Count > 0
                        && report.Findings.All(finding => finding.Kind == FindingKind.TileDiffers),
                    $"{path} {gone}: {Said(report)}"
                );
                Assert.Null(report.FirstBad);
                Assert.Equal(600, report.VouchedFor);
            }
        }
    }

    [Fact]
    public void names_the_event_at_which_a_bundle_is_broken()
    {
        var log = LogInMemory.Grow(300, [1, 2]);
        var at = Enumerable.Range(0, 10).Sum(i => 2 + log.Bodies[i].Length);
        log.Files["tile/entries/000"][at] = 0xff;
        var report = log.Check();
        Assert.Equal((10L, 10L, 10L), (report.FirstBad!.First, report.FirstBad.Last, report.EarliestPossible));

        var longer = LogInMemory.Grow(300, [1, 2]);
        longer.Files["tile/entries/000"] = [.. longer.Files["tile/entries/000"], 0, 1, 7];
        Assert.Equal(FindingKind.TileDiffers, Assert.Single(longer.Check().Findings).Kind);
    }

    [Fact]
    public void follows_streams_to_the_same_findings_however_few_fit_into_memory() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[0, 200].Array[1, 60], Gen.UInt, Gen.Int[0, 2])
            .Sample(
                (size, streams, where, how) =>
                {
                    var log = LogInMemory.Grow(size, streams);
                    var at = (int)(where % size);
                    if (how == 0)
                        log.Bodies.RemoveAt(at);
                    else if (how == 1)
                        log.Bodies.Insert(at, log.Bodies[(at * 7) % size]);
                    else
                        Tampering.Change(log.Bodies[at]);
                    log.Seal();
                    var roomy = log.Check(streamsHeld: 1000);
                    var narrow = log.Check(streamsHeld: 16);
                    Assert.Equal(roomy.Streams, narrow.Streams);
                    Assert.Equal(
                        roomy.Findings.OrderBy(finding => finding.Sentence, StringComparer.Ordinal),
                        narrow.Findings.OrderBy(finding => finding.Sentence, StringComparer.Ordinal)
                    );
                },
                iter: 150
            );

    [Fact]
    public void names_the_first_bad_event_whichever_pass_comes_upon_it()
    {
        var log = new LogInMemory();
        for (var i = 0; i < 1_300; i++)
            log.Bodies.Add(LogInMemory.Body($"1/batch/{(i == 700 ? 999 : i % 5)}", 7, new byte[32], i));
        for (var i = 0; i < 100; i++)
            log.Record($"1/batch/a{i}");
        log.Seal();
        foreach (var held in (int[])[1_000, 16])
        {
            var report = log.Check(streamsHeld: held);
            Assert.Equal(0, report.FirstBad!.First);
            Assert.Equal(
                [0L, 1L, 2L, 3L, 4L, 700L],
                report
                    .Findings.Where(finding => finding.Kind == FindingKind.VersionGap)
                    .Select(finding => finding.First!.Value)
            );
            Assert.Equal(
                Enumerable.Range(5, 100).Select(index => (long)index),
                report
                    .Findings.Where(finding => finding.Kind == FindingKind.VersionRepeated)
                    .Select(finding => finding.First!.Value)
            );
            Assert.Equal(106, report.Streams);
        }
    }

    [Fact]
    public void keeps_the_first_findings_of_a_log_in_which_all_is_wrong()
    {
        var log = LogInMemory.Grow(700, [1]);
        log.Bodies.RemoveAt(0);
        log.Bodies.Add(log.Bodies[0]);
        log.LayBundles();
        var report = log.Check();
        Assert.Equal(700, report.Counts[FindingKind.LeafDiffers]);
        Assert.Equal(100, report.Findings.Count(finding => finding.Kind == FindingKind.LeafDiffers));
        Assert.Equal((0L, 0L), (report.FirstBad!.First, report.FirstBad.Last));
    }

    private static string Said(CheckReport report) =>
        string.Join(
            '\n',
            report.Findings.Select(finding => $"{finding.Kind} {finding.First}–{finding.Last}: {finding.Sentence}")
        );
}
