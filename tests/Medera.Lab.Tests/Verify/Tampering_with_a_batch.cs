using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.TestSupport.Logs;
using Xunit;

namespace Medera.Lab.Tests.Verify;

/// <summary>The log indexes of the package are those that end on 0, 2, 3, 5, 7 and 8; of them 2 and 7 are about the batch.</summary>
public class Tampering_with_a_batch
{
    [Fact]
    public void by_leaving_out_a_line_names_the_event_that_is_gone()
    {
        var made = Made().With("events.jsonl", text => Lines(text, lines => lines.RemoveAt(4)));
        Assert.Equal((FindingKind.LinesDiffer, 7L), First(made));
    }

    [Fact]
    public void by_leaving_out_a_line_and_its_proof_names_the_gap()
    {
        var made = Made()
            .With("events.jsonl", text => Lines(text, lines => lines.RemoveAt(3)))
            .Without(PackageMaker.Proof(5));
        made.With("package.json", text => text.Replace("\"lines\":18", "\"lines\":17", StringComparison.Ordinal));
        Assert.Equal((FindingKind.VersionGap, 8L), First(made));
    }

    [Fact]
    public void by_leaving_out_the_end_is_seen_by_the_number_of_lines_alone()
    {
        var made = Made()
            .With("events.jsonl", text => Lines(text, lines => lines.RemoveAt(17)))
            .Without(PackageMaker.Proof(28));
        Assert.Equal([FindingKind.LinesDiffer], Kinds(made));
        made.With("package.json", text => text.Replace("\"lines\":18", "\"lines\":17", StringComparison.Ordinal));
        Assert.Empty(Kinds(made));
    }

    [Fact]
    public void by_leaving_out_a_proof_names_the_line_that_is_not_proved()
    {
        var (_, report) = PackageMaker.Check(Made().Without(PackageMaker.Proof(7)).Zip());
        var found = Assert.Single(report!.Findings);
        Assert.Equal(FindingKind.ProofWrong, found.Kind);
        Assert.Contains("line 5 is not proved", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void by_changing_an_event_names_it() =>
        Assert.Equal(
            (FindingKind.ProofWrong, 8L),
            First(
                Made()
                    .With(
                        "events.jsonl",
                        text =>
                            Lines(
                                text,
                                lines => lines[5] = lines[5].Replace("1.0 mL", "3.0 mL", StringComparison.Ordinal)
                            )
                    )
            )
        );

    [Fact]
    public void by_swapping_two_events_names_the_first() =>
        Assert.Equal(
            3L,
            First(
                Made().With("events.jsonl", text => Lines(text, lines => (lines[2], lines[5]) = (lines[5], lines[2])))
            ).First
        );

    [Fact]
    public void by_an_event_of_another_batch_is_found()
    {
        var made = Made();
        var log = PackageMaker.LogWithBatch(30);
        made.Parts["events.jsonl"] =
        [
            .. log.Bodies[0],
            (byte)'\n',
            .. log.Bodies[1],
            (byte)'\n',
            .. made.Parts["events.jsonl"].AsSpan(log.Bodies[0].Length + 1),
        ];
        made.Parts[PackageMaker.Proof(1)] = new ProofFile(
            1,
            Proof.Inclusion(tile => log.Files.GetValueOrDefault(tile.Path), 1, 30),
            Note.Parse(log.Note)
        ).ToBytes();
        made.With("package.json", text => text.Replace("\"lines\":18", "\"lines\":19", StringComparison.Ordinal));
        Assert.Equal((FindingKind.NotOfBatch, 1L), First(made));
    }

    [Theory]
    [InlineData("index 8\n", "index 9\n")]
    [InlineData("\n30\n", "\n31\n")]
    [InlineData("c2sp.org", "C2sp.org")]
    [InlineData("— lab.example/log ", "— lab.example/lag ")]
    public void by_changing_a_proof_names_its_event(string from, string to) =>
        Assert.Equal(
            (FindingKind.ProofWrong, 8L),
            First(Made().With(PackageMaker.Proof(8), text => text.Replace(from, to, StringComparison.Ordinal)))
        );

    [Fact]
    public void by_more_lines_than_it_says_is_found_without_reading_them_all() =>
        Assert.Contains(
            FindingKind.LinesDiffer,
            Kinds(Made().With("events.jsonl", text => text + string.Concat(Enumerable.Repeat("{}\n", 5_000))))
        );

    [Fact]
    public void by_taking_every_event_out_is_found() =>
        Assert.Contains(FindingKind.LinesDiffer, Kinds(Made().Without("events.jsonl")));

    [Fact]
    public void that_has_no_event_of_its_own_is_found()
    {
        var log = PackageMaker.LogWithBatch(30);
        var made = PackageMaker
            .OfBatch(log)
            .With("package.json", text => text.Replace(PackageMaker.Batch, "another", StringComparison.Ordinal));
        Assert.Contains(FindingKind.NotOfBatch, Kinds(made));
    }

    [Fact]
    public async Task against_a_checkpoint_of_the_same_size_and_another_root_is_found()
    {
        var log = PackageMaker.LogWithBatch(30);
        using var folder = new Folder();
        var other = LogInMemory.Grow(30, [1]);
        var ran = await Ran.CheckAsync(
            PackageMaker.OfBatch(log).Zip(),
            "--checkpoint",
            folder.Write("kept", other.Note)
        );
        Assert.Equal(1, ran.Code);
        Assert.Contains("different roots for the same 30 events", ran.Said, StringComparison.Ordinal);
    }

    private static PackageMaker Made() => PackageMaker.OfBatch(PackageMaker.LogWithBatch(30));

    private static string Lines(string text, Action<List<string>> change)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        change(lines);
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static IReadOnlyList<FindingKind> Kinds(PackageMaker made) =>
        [.. PackageMaker.Check(made.Zip()).Report!.Findings.Select(finding => finding.Kind)];

    private static (FindingKind Kind, long? First) First(PackageMaker made)
    {
        var (code, report) = PackageMaker.Check(made.Zip());
        Assert.Equal(1, code);
        return (report!.FirstBad!.Kind, report.FirstBad.First);
    }
}
