using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.TestSupport.Logs;
using Xunit;

namespace Medera.Lab.Tests.Ledger;

/// <summary>Checkpoints, keys, witnesses and streams: each way to be wrong has its own finding.</summary>
public class Checking_what_is_signed
{
    private static readonly LogInMemory Log = LogInMemory.Grow(20, [1, 2]);

    [Fact]
    public void refuses_a_checkpoint_that_is_none_or_of_another_log()
    {
        Assert.Equal([FindingKind.CheckpointUnreadable], Kinds(Log.Given() with { Checkpoint = new byte[5] }));
        Assert.Equal([FindingKind.CheckpointUnreadable], Kinds(Log.Given() with { Origin = "other.example" }));
        Assert.Equal(
            [FindingKind.CheckpointUnreadable],
            Kinds(
                Log.Given([
                    [1, 2, 3],
                ])
            )
        );
    }

    [Fact]
    public void knows_keys_by_the_sizes_at_which_they_held()
    {
        Assert.Empty(Kinds(Log.Given() with { Keys = [new KeyPeriod(LogInMemory.Signer.Key, 20, 20)] }));
        Assert.Equal(
            [FindingKind.KeyUnknown],
            Kinds(Log.Given() with { Keys = [new KeyPeriod(LogInMemory.Signer.Key, 0, 19)] })
        );
        Assert.Equal([FindingKind.KeyUnknown], Kinds(Log.Given() with { Keys = [] }));
    }

    [Fact]
    public void takes_a_note_of_two_keys_while_one_gives_way_to_the_other()
    {
        using var next = new NoteSigner(
            LogInMemory.Origin,
            SignatureKind.Note,
            Enumerable.Repeat((byte)9, 32).ToArray()
        );
        var note = Note.Parse(Log.Note);
        var both = note.With(next.Sign(note.Text)).ToBytes();
        Assert.Empty(Kinds(Log.Given() with { Checkpoint = both }));
        Assert.Empty(Kinds(Log.Given() with { Checkpoint = both, Keys = [new KeyPeriod(next.Key)] }));
    }

    [Fact]
    public void counts_witnesses_and_refuses_a_misused_one()
    {
        using var stranger = new NoteSigner("stranger.example", SignatureKind.Cosignature, new byte[32]);
        var two = new WitnessPolicy([LogInMemory.Witness.Key, stranger.Key], 2);
        Assert.Equal([FindingKind.WitnessMissing], Kinds(Log.Given() with { Witnesses = two }));
        var note = Note.Parse(Log.Note);
        Assert.Empty(
            Kinds(Log.Given() with { Checkpoint = note.With(stranger.Cosign(note.Text, 5)).ToBytes(), Witnesses = two })
        );
        var wrong = stranger.Cosign("another\n", 5);
        Assert.Equal(
            [FindingKind.WitnessBad, FindingKind.WitnessMissing],
            Kinds(Log.Given() with { Checkpoint = note.With(wrong).ToBytes(), Witnesses = two })
        );
        var twice = Log.Given() with
        {
            Checkpoint = note.With(LogInMemory.Witness.Cosign(note.Text, 6)).ToBytes(),
            Witnesses = two,
        };
        Assert.Equal([FindingKind.WitnessMissing], Kinds(twice));
    }

    [Fact]
    public void takes_nothing_for_a_checkpoint_kept_outside_that_the_log_did_not_sign()
    {
        using var thief = new NoteSigner(
            LogInMemory.Origin,
            SignatureKind.Note,
            Enumerable.Repeat((byte)9, 32).ToArray()
        );
        Assert.Equal([FindingKind.KeyUnknown], Kinds(Log.Given([Log.CheckpointAt(10, thief)])));
        var bent = Encoding.UTF8.GetString(Log.CheckpointAt(10)).Replace("\n10\n", "\n11\n", StringComparison.Ordinal);
        Assert.Equal([FindingKind.SignatureBad], Kinds(Log.Given([Encoding.UTF8.GetBytes(bent)])));
    }

    [Fact]
    public void finds_what_a_desk_must_not_have_sealed()
    {
        Assert.Equal([FindingKind.VersionGap], Sealed(log => log.Bodies.RemoveAt(5)));
        Assert.Equal([FindingKind.VersionGap], Sealed(log => log.Bodies.RemoveAt(0)));
        Assert.Equal(
            [FindingKind.VersionRepeated, FindingKind.TimeBackwards],
            Sealed(log => log.Bodies.Add(log.Bodies[2]))
        );
        Assert.Equal([FindingKind.PrevWrong], Sealed(log => Tampering.Change(log.Bodies[5])));
        Assert.Equal(
            [FindingKind.PrevWrong],
            Sealed(log => log.Bodies.Add(LogInMemory.Body("1/batch/9", 1, new byte[32], 99)))
        );
        Assert.Equal(
            [FindingKind.OtherLog],
            Sealed(log => log.Bodies.Add(LogInMemory.Body("1/batch/9", 1, First("1/batch/9"), 99, "other.example")))
        );
        Assert.Equal([FindingKind.BodyUnreadable], Sealed(log => log.Bodies.Add([1, 2, 3])));
    }

    [Fact]
    public void takes_a_log_without_events()
    {
        Assert.True(LogInMemory.Grow(0, []).Check([LogInMemory.Grow(0, []).Note]).IsClean);
        var empty = LogInMemory.Grow(0, []);
        Assert.Equal([FindingKind.LogCut], Kinds(empty.Given([Log.Note])));
    }

    [Fact]
    public void names_no_event_where_an_outside_checkpoint_leaves_none_to_blame()
    {
        var log = LogInMemory.Grow(40, [1]);
        var nothing = new Checkpoint(LogInMemory.Origin, 0, new byte[32]).Sign(LogInMemory.Signer).ToBytes();
        var other = new Checkpoint(LogInMemory.Origin, 20, new byte[32]).Sign(LogInMemory.Signer).ToBytes();
        foreach (
            var kept in (byte[][][])
                [
                    [nothing],
                    [log.CheckpointAt(20), other],
                ]
        )
        {
            var report = log.Check(kept);
            Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.OutsideDiffers);
            Assert.Null(report.FirstBad);
        }
    }

    [Fact]
    public void takes_no_witness_twice_under_two_names()
    {
        var again = new NoteSigner(
            "another.example",
            SignatureKind.Cosignature,
            [.. Enumerable.Repeat((byte)7, 32)]
        ).Key;
        Assert.Equal(LogInMemory.Witness.Key.PublicBytes.ToArray(), again.PublicBytes.ToArray());
        Assert.Throws<Malformed>(() =>
            Policy.Parse($"witness one {LogInMemory.Witness.Key}\nwitness two {again}\nquorum one\n")
        );
    }

    [Fact]
    public void reads_of_a_body_what_stands_in_it()
    {
        var body = Encoding.UTF8.GetString(LogInMemory.Body("1/batch/a", 3, new byte[32], 1));
        var fields = EntryFields.Read(Encoding.UTF8.GetBytes(body));
        Assert.Equal(LogInMemory.Origin, Encoding.ASCII.GetString(fields.Log));
        Assert.Equal("1/batch/a", Encoding.ASCII.GetString(fields.Stream));
        Assert.Equal("storage.put", Encoding.ASCII.GetString(fields.Type));
        Assert.Equal("2026-01-01T00:01:00.000000Z", Encoding.ASCII.GetString(fields.Recorded));
        Assert.Equal(3, fields.Version);
        Assert.Contains($"\"id\":\"{fields.Id}\"", body, StringComparison.Ordinal);
        Assert.Equal(fields.Id, fields.Command);
    }

    private static byte[] First(string stream) =>
        System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(stream));

    private static IReadOnlyList<FindingKind> Sealed(Action<LogInMemory> change)
    {
        var log = LogInMemory.Grow(20, [1, 2]);
        change(log);
        log.Seal();
        return [.. log.Check().Findings.Select(finding => finding.Kind)];
    }

    private static IReadOnlyList<FindingKind> Kinds(LogCopy copy) =>
        [.. Check.Run(copy).Findings.Select(finding => finding.Kind)];
}
