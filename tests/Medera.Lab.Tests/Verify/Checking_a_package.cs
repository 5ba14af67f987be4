using CsCheck;
using Medera.Lab.Ledger;
using Medera.Lab.TestSupport.Logs;
using Xunit;

namespace Medera.Lab.Tests.Verify;

public class Checking_a_package
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1";

    [Fact]
    public async Task of_everything_says_what_was_proved_and_what_was_not()
    {
        var log = LogInMemory.Grow(600, [1, 2, 3]);
        var ran = await Ran.CheckAsync(PackageMaker.OfLog(log).Zip());
        Assert.Equal((0, ""), (ran.Code, ran.Failed));
        Assert.Contains("of the log lab.example/log at 600 events", ran.Said, StringComparison.Ordinal);
        Assert.Contains("Each of the 600 events from log index 0 to 599", ran.Said, StringComparison.Ordinal);
        Assert.Contains("In each of their 3 streams", ran.Said, StringComparison.Ordinal);
        Assert.Contains("recorded 2026-01-01T09:59:00.000000Z", ran.Said, StringComparison.Ordinal);
        Assert.Contains("a key from the package itself", ran.Said, StringComparison.Ordinal);
        Assert.Contains(
            "The witness witness.example cosigned the checkpoint at 2026-02-02 02:40:00 UTC",
            ran.Said,
            StringComparison.Ordinal
        );
        Assert.Contains("That the log was not rewritten from end to end", ran.Said, StringComparison.Ordinal);
        Assert.Contains("Of 1 attachments", ran.Said, StringComparison.Ordinal);
        Assert.EndsWith("NOTHING WRONG WAS FOUND.\n", ran.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_which_keys_policy_and_checkpoints_came_from_the_auditor()
    {
        var log = LogInMemory.Grow(600, [1, 2, 3]);
        using var folder = new Folder();
        var kept = folder.Write("print-of-may", log.CheckpointAt(300));
        var policy = folder.Write("policy", PackageMaker.OfLog(log).Parts["policy"]);
        var ran = await Ran.CheckAsync(
            PackageMaker.OfLog(log).Zip(),
            "--checkpoint",
            kept,
            "--key",
            LogInMemory.Signer.Key.ToString(),
            "--policy",
            policy
        );
        Assert.Equal(0, ran.Code);
        Assert.Contains("(a key that you gave)", ran.Said, StringComparison.Ordinal);
        Assert.Contains("from the policy that you gave", ran.Said, StringComparison.Ordinal);
        Assert.Contains(
            "The log had the root of your checkpoint print-of-may at its 300 events",
            ran.Said,
            StringComparison.Ordinal
        );
        Assert.Contains("from log index 300 on were not rewritten", ran.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Whose key that is", ran.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(256, 512)]
    [InlineData(0, 256)]
    [InlineData(512, 600)]
    [InlineData(256, 256)]
    [InlineData(600, 600)]
    public async Task of_a_period_says_that_only_hashes_of_the_rest_are_known(int from, int to)
    {
        var log = LogInMemory.Grow(600, [1, 2, 3]);
        using var folder = new Folder();
        var kept = folder.Write("kept", log.CheckpointAt(300));
        var ran = await Ran.CheckAsync(PackageMaker.OfLog(log, from, to).Zip(), "--checkpoint", kept);
        Assert.Equal((0, ""), (ran.Code, ran.Failed));
        Assert.Contains("outside this period", ran.Said, StringComparison.Ordinal);
        if (to > from)
            Assert.Contains($"Each of the {to - from} events", ran.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check-batch")]
    public async Task of_a_batch_works_by_either_word(string word)
    {
        var log = PackageMaker.LogWithBatch(300);
        using var folder = new Folder();
        var same = folder.Write("same", log.CheckpointAt(300));
        var other = folder.Write("other", log.CheckpointAt(200));
        var ran = await Ran.Start(
            word,
            folder.Write("batch.zip", PackageMaker.OfBatch(log).Zip()),
            "--checkpoint",
            same,
            "--checkpoint",
            other
        );
        Assert.Equal((0, ""), (ran.Code, ran.Failed));
        Assert.Contains("of the batch MSC-26-1", ran.Said, StringComparison.Ordinal);
        Assert.Contains("versions 1 to 120 without a gap", ran.Said, StringComparison.Ordinal);
        Assert.Contains("The other 60 events are about this batch", ran.Said, StringComparison.Ordinal);
        Assert.Contains("Your checkpoint same says the same root", ran.Said, StringComparison.Ordinal);
        Assert.Contains("Anything by your checkpoint other", ran.Said, StringComparison.Ordinal);
        Assert.Contains("That nothing later was left out", ran.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void of_a_log_without_events_is_right_too() =>
        Assert.Equal(0, PackageMaker.Check(PackageMaker.OfLog(LogInMemory.Grow(0, [])).Zip()).Code);

    [Fact]
    public void of_a_log_with_three_levels_of_tiles_is_right_too() =>
        Assert.Equal(
            0,
            PackageMaker
                .Check(PackageMaker.OfLog(LogInMemory.Grow(66_000, [.. Enumerable.Range(0, 500)]), 65_536).Zip())
                .Code
        );

    [Fact]
    public void raises_no_false_alarm() =>
        Gen.Select(Gen.Int[0, 700], Gen.Int[0, 12].Array[1, 30], Gen.UInt, Gen.UInt, Gen.Bool, Gen.UInt.Array[0, 3])
            .Sample(
                (size, streams, from, to, batch, sizes) =>
                {
                    var log = batch ? PackageMaker.LogWithBatch(size + 1) : LogInMemory.Grow(size, streams);
                    var made = batch
                        ? PackageMaker.OfBatch(log)
                        : PackageMaker.OfLog(log, Period(size, from, to).From, Period(size, from, to).To);
                    var (code, report) = PackageMaker.Check(
                        made.Zip(),
                        [.. sizes.Select(at => log.CheckpointAt((int)(at % (log.Bodies.Count + 1))))]
                    );
                    Assert.True(code == 0, report?.Findings.FirstOrDefault()?.Sentence ?? "refused");
                },
                iter: Long ? 1_000 : 50
            );

    [Fact]
    public async Task with_two_keys_in_force_needs_both()
    {
        using var next = new NoteSigner(
            LogInMemory.Origin,
            SignatureKind.Note,
            Enumerable.Repeat((byte)9, 32).ToArray()
        );
        var log = LogInMemory.Grow(20, [1]);
        var old = LogInMemory.Signer.Key;
        var both = Note.Parse(log.Note);
        both = both.With(next.Sign(both.Text));

        Assert.Equal(0, (await Ran.CheckAsync(Keys(both, $"{old} 0", $"{next.Key} 10"))).Code);
        var missing = await Ran.CheckAsync(Keys(Note.Parse(log.Note), $"{old} 0", $"{next.Key} 20"));
        Assert.Equal(1, missing.Code);
        Assert.Contains("not signed by a key that is in force", missing.Said, StringComparison.Ordinal);
        var retired = await Ran.CheckAsync(Keys(both, $"{old} 0 19", $"{next.Key} 10"));
        Assert.Equal(1, retired.Code);
        Assert.Contains("signed by a key that is not in force", retired.Said, StringComparison.Ordinal);
        var none = await Ran.CheckAsync(Keys(both, $"{old} 21", $"{next.Key} 21"));
        Assert.Equal(1, none.Code);

        byte[] Keys(Note note, params string[] lines)
        {
            var made = PackageMaker.OfLog(log);
            made.Parts["checkpoint"] = note.ToBytes();
            return made.With(
                    "keys.jsonl",
                    _ =>
                        string.Concat(
                            lines.Select(line =>
                                line.Split(' ') switch
                                {
                                    [var key, var from] => $$"""{"vkey":"{{key}}","from":{{from}}}""" + "\n",
                                    [var key, var from, var until, ..] =>
                                        $$"""{"vkey":"{{key}}","from":{{from}},"until":{{until}}}""" + "\n",
                                    _ => "",
                                }
                            )
                        )
                )
                .Zip();
        }
    }

    [Fact]
    public async Task believes_no_other_key_than_the_auditors_where_one_is_given()
    {
        using var other = new NoteSigner(
            LogInMemory.Origin,
            SignatureKind.Note,
            Enumerable.Repeat((byte)9, 32).ToArray()
        );
        var ran = await Ran.CheckAsync(
            PackageMaker.OfLog(LogInMemory.Grow(20, [1])).Zip(),
            "--key",
            other.Key.ToString()
        );
        Assert.Equal(1, ran.Code);
        Assert.Contains("None of the keys that you gave", ran.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task counts_the_witnesses_of_the_auditors_policy()
    {
        using var stranger = new NoteSigner("stranger.example", SignatureKind.Cosignature, new byte[32]);
        using var folder = new Folder();
        var policy = folder.Write(
            "policy",
            System.Text.Encoding.UTF8.GetBytes($"witness a {stranger.Key}\nquorum a\n")
        );
        var ran = await Ran.CheckAsync(PackageMaker.OfLog(LogInMemory.Grow(20, [1])).Zip(), "--policy", policy);
        Assert.Equal(1, ran.Code);
        Assert.Contains("0 of the known witnesses cosigned", ran.Said, StringComparison.Ordinal);
        Assert.Contains("one that is made later has their lines", ran.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task sends_no_command_to_the_terminal()
    {
        var log = PackageMaker.LogWithBatch(20);
        var ran = await Ran.CheckAsync(
            PackageMaker
                .OfBatch(log)
                .With(
                    "package.json",
                    text => text.Replace("MSC-26-1", "\\u001b[2J\\u202e1\\nNOTHING", StringComparison.Ordinal)
                )
                .Zip()
        );
        Assert.Equal(0, ran.Code);
        Assert.Contains("of the batch ?[2J?1?NOTHING", ran.Said, StringComparison.Ordinal);
    }

    private static (long From, long To) Period(int size, uint from, uint to)
    {
        var ends = Enumerable.Range(0, (size / 256) + 1).Select(i => i * 256L).Append(size).Distinct().ToList();
        var (one, other) = (ends[(int)(from % ends.Count)], ends[(int)(to % ends.Count)]);
        return (Math.Min(one, other), Math.Max(one, other));
    }
}
