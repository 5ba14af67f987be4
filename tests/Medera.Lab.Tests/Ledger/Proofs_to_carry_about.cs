using System.Text;
using CsCheck;
using Medera.Lab.Ledger;
using Medera.Lab.TestSupport.Logs;
using Xunit;

namespace Medera.Lab.Tests.Ledger;

public class Proofs_to_carry_about
{
    private static readonly LogInMemory Log = LogInMemory.Grow(700, [1, 2, 3]);

    [Fact]
    public void prove_each_event_and_no_other() =>
        Gen.Select(Gen.Int[0, 699], Gen.Int[0, 699])
            .Sample(
                (index, other) =>
                {
                    var proof = ProofFile.Parse(Of(index).ToBytes());
                    Assert.True(proof.Proves(Log.Bodies[index], LogInMemory.Signer.Key));
                    Assert.Equal(index == other, proof.Proves(Log.Bodies[other], LogInMemory.Signer.Key));
                    Assert.False(
                        (proof with { Index = other == index ? index + 1 : other }).Proves(
                            Log.Bodies[index],
                            LogInMemory.Signer.Key
                        )
                    );
                },
                iter: 60
            );

    [Fact]
    public void prove_nothing_without_the_logs_own_key()
    {
        using var stranger = new NoteSigner("stranger.example", SignatureKind.Note, new byte[32]);
        using var strange = new NoteSigner(
            LogInMemory.Origin,
            SignatureKind.Note,
            Enumerable.Repeat((byte)3, 32).ToArray()
        );
        var proof = Of(5);
        Assert.False(proof.Proves(Log.Bodies[5]));
        Assert.False(proof.Proves(Log.Bodies[5], strange.Key));
        Assert.False(proof.Proves(Log.Bodies[5], LogInMemory.Witness.Key));
        var otherName = proof with { Note = proof.Note.With(stranger.Sign(proof.Note.Text)) };
        Assert.False(otherName.Proves(Log.Bodies[5], stranger.Key));
        Assert.True(otherName.Proves(Log.Bodies[5], LogInMemory.Signer.Key, LogInMemory.Witness.Key));
    }

    [Fact]
    public void are_written_as_the_specification_has_them()
    {
        var one = LogInMemory.Grow(1, [1]);
        var proof = new ProofFile(0, [], Note.Parse(one.Note));
        Assert.Equal(
            "c2sp.org/tlog-proof@v1\nindex 0\n\n" + Encoding.UTF8.GetString(one.Note),
            Encoding.UTF8.GetString(proof.ToBytes())
        );
        Assert.True(ProofFile.Parse(proof.ToBytes()).Proves(one.Bodies[0], LogInMemory.Signer.Key));

        var lines = Encoding.UTF8.GetString((Of(699) with { Extra = [1, 2, 3] }).ToBytes()).Split('\n');
        Assert.Equal(["c2sp.org/tlog-proof@v1", "extra AQID", "index 699"], lines[..3]);
        Assert.Equal(32, Convert.FromBase64String(lines[3]).Length);
        Assert.Equal([1, 2, 3], ProofFile.Parse(Encoding.UTF8.GetBytes(string.Join('\n', lines))).Extra);
    }

    [Theory]
    [InlineData("@v1", "@v2")]
    [InlineData("index 5", "index 05")]
    [InlineData("index 5", "index")]
    [InlineData("index 5\n", "")]
    [InlineData("index 5\n", "extra \nindex 5\n")]
    [InlineData("index 5\n", "extra AQ\nindex 5\n")]
    [InlineData("index 5\n", "index 5\nAQID\n")]
    [InlineData("index 5\n", "index 5\nindex 5\n")]
    [InlineData("lab.example/log\n", "\n")]
    public void are_refused_in_any_other_form(string right, string wrong)
    {
        var text = Encoding.UTF8.GetString(Of(5).ToBytes());
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.Throws<Malformed>(() =>
            ProofFile.Parse(Encoding.UTF8.GetBytes(text[..at] + wrong + text[(at + right.Length)..]))
        );
    }

    private static ProofFile Of(int index) =>
        new(index, Proof.Inclusion(Log.Given().Read, index, Log.Bodies.Count), Note.Parse(Log.Note));
}
