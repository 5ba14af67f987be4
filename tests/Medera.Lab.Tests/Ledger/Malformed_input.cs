using System.Text;
using CsCheck;
using Medera.Lab.Ledger;
using Medera.Lab.TestSupport.Logs;
using Xunit;

namespace Medera.Lab.Tests.Ledger;

/// <summary>Every parser takes its own form and refuses everything else in the one declared way.</summary>
public class Malformed_input
{
    private static readonly int Tries = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1" ? 200_000 : 3_000;

    private static readonly NoteSigner Log = new(LogInMemory.Origin, SignatureKind.Note, new byte[32]);

    private static readonly byte[] Root = Leaf.Hash([1]);

    private static readonly Note Signed = new Checkpoint(LogInMemory.Origin, 5, Root).Sign(Log);

    private static readonly ProofFile Carried = new(3, [Leaf.Hash([2]), Leaf.Hash([3]), Leaf.Hash([4])], Signed)
    {
        Extra = [1, 2, 3],
    };

    [Fact]
    public void is_refused_as_a_note_or_comes_back_as_it_was() =>
        Damaged(Signed.ToBytes(), bytes => Note.Parse(bytes).ToBytes());

    [Fact]
    public void is_refused_as_a_checkpoint_or_comes_back_as_it_was() =>
        Damaged(
            Encoding.UTF8.GetBytes(Signed.Text),
            bytes =>
                Encoding.UTF8.GetBytes(Checkpoint.Parse(Encoding.Latin1.GetString(bytes)).ToText()).Length > 0
                    ? bytes
                    : []
        );

    [Fact]
    public void is_refused_as_a_proof_or_comes_back_as_it_was() =>
        Damaged(Carried.ToBytes(), bytes => ProofFile.Parse(bytes).ToBytes());

    [Fact]
    public void is_refused_as_a_key_or_comes_back_as_it_was() =>
        Damaged(
            Encoding.UTF8.GetBytes(Log.Key.ToString()),
            bytes => Encoding.Latin1.GetBytes(NoteKey.Parse(Encoding.Latin1.GetString(bytes)).ToString())
        );

    [Fact]
    public void is_refused_as_a_bundle_or_comes_back_as_it_was() =>
        Damaged(
            EntryBundle.Write([new byte[] { 1, 2, 3 }, new byte[300], Array.Empty<byte>()]),
            bytes => EntryBundle.Write(EntryBundle.Read(bytes))
        );

    [Fact]
    public void is_refused_as_a_body_or_has_the_fields() =>
        Damaged(
            LogInMemory.Body("1/batch/a", 1, new byte[32], 0),
            bytes =>
            {
                var fields = EntryFields.Read(bytes);
                Assert.True(
                    fields.Version >= 1
                        && fields.Log.Length > 0
                        && fields.Stream.Length > 0
                        && fields.Type.Length > 0
                        && fields.Prev.Length == 43
                );
                return bytes;
            }
        );

    [Fact]
    public void over_the_limits_is_refused_before_it_is_read()
    {
        Assert.Throws<Malformed>(() => Note.Parse(new byte[Note.MaxBytes + 1]));
        Assert.Throws<Malformed>(() =>
            Note.Parse(
                Encoding.UTF8.GetBytes("a\n\n" + string.Concat(Enumerable.Repeat(Signed.Signatures[0] + "\n", 65)))
            )
        );
        Assert.Equal(
            64,
            Note.Parse(
                Encoding.UTF8.GetBytes("a\n\n" + string.Concat(Enumerable.Repeat(Signed.Signatures[0] + "\n", 64)))
            ).Signatures.Count
        );
        Assert.Throws<Malformed>(() => ProofFile.Parse(new byte[200_000]));
        Assert.Throws<Malformed>(() => NoteKey.Parse(new string('a', 400)));
        Assert.Throws<Malformed>(() => EntryFields.Read(new byte[65_536]));
        Assert.Throws<Malformed>(() => EntryFields.Read(Encoding.ASCII.GetBytes(new string('[', 60_000))));
        var hashes = string.Concat(Enumerable.Repeat(Convert.ToBase64String(Root) + "\n", 64));
        Assert.Throws<Malformed>(() =>
            ProofFile.Parse([
                .. Encoding.UTF8.GetBytes($"c2sp.org/tlog-proof@v1\nindex 1\n{hashes}\n"),
                .. Signed.ToBytes(),
            ])
        );
    }

    [Theory]
    [InlineData("a\n01\nROOT\n")]
    [InlineData("a\n+1\nROOT\n")]
    [InlineData("a\n-1\nROOT\n")]
    [InlineData("a\n1 \nROOT\n")]
    [InlineData("a\n9223372036854775808\nROOT\n")]
    [InlineData("\n1\nROOT\n")]
    [InlineData("a\n1\nROOT")]
    [InlineData("a\n1\nROOT\n\n")]
    [InlineData("a\n1\nROOT\n\nextension\n")]
    [InlineData("a\n1\nAAAA\n")]
    [InlineData("a\n1\n")]
    public void is_refused_as_a_checkpoint_where_one_more_form_would_be_possible(string text) =>
        Assert.Throws<Malformed>(() =>
            Checkpoint.Parse(text.Replace("ROOT", Convert.ToBase64String(Root), StringComparison.Ordinal))
        );

    [Fact]
    public void keeps_extension_lines_that_others_wrote()
    {
        var checkpoint = Checkpoint.Parse($"a\n0\n{Convert.ToBase64String(Root)}\none\ntwo\n");
        Assert.Equal(["one", "two"], checkpoint.Extensions);
        Assert.Throws<Malformed>(() => (checkpoint with { Extensions = ["a\nb"] }).ToText());
        Assert.Throws<Malformed>(() => (checkpoint with { Origin = "" }).ToText());
        Assert.Throws<Malformed>(() => (checkpoint with { Size = -1 }).ToText());
        Assert.Throws<Malformed>(() => (checkpoint with { Root = [] }).ToText());
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":0")]
    [InlineData("\"version\":1", "\"version\":1.0")]
    [InlineData("\"version\":1", "\"version\":\"1\"")]
    [InlineData("\"version\":1", "\"version\":1,\"version\":1")]
    [InlineData("\"version\":1", "\"version\":1,\"\\u0076ersion\":1")]
    [InlineData("\"type\":\"storage.put\"", "\"type\":null")]
    [InlineData("\"type\":\"storage.put\"", "\"type\":\"\"")]
    [InlineData("\"stream\":\"1/", "\"stream\":\"\\u0031/")]
    [InlineData("2026-01-01T", "2026-13-01T")]
    [InlineData("2026-01-01T", "2026-01-01 ")]
    [InlineData("AAAAA\"", "AAAAB\"")]
    [InlineData("AAAAA\"", "AAAA=\"")]
    [InlineData("}", "")]
    [InlineData("}", "}}")]
    public void is_refused_as_a_body_where_a_field_is_not_of_its_form(string right, string wrong)
    {
        var body = Encoding.UTF8.GetString(LogInMemory.Body("1/batch/a", 1, new byte[32], 0));
        EntryFields.Read(Encoding.UTF8.GetBytes(body));
        var last = body.LastIndexOf(right, StringComparison.Ordinal);
        Assert.True(last >= 0);
        var changed = body[..last] + wrong + body[(last + right.Length)..];
        Assert.Throws<Malformed>(() =>
        {
            EntryFields.Read(Encoding.UTF8.GetBytes(changed));
        });
    }

    // A few bytes changed, taken out, doubled, cut off, or all of them made up.
    private static void Damaged(byte[] right, Func<byte[], byte[]> again)
    {
        Assert.Equal(right, again(right));
        Gen.Select(Gen.Int[0, 5], Gen.UInt, Gen.Byte, Gen.Byte.Array[0, 40])
            .Sample(
                (how, where, what, noise) =>
                {
                    var at = (int)(where % right.Length);
                    byte[] damaged = how switch
                    {
                        0 => [.. right[..at], what, .. right[(at + 1)..]],
                        1 => [.. right[..at], .. right[(at + 1)..]],
                        2 => [.. right[..at], .. right],
                        3 => right[..at],
                        4 => [.. right[..at], .. noise, .. right[at..]],
                        _ => noise,
                    };
                    try
                    {
                        Assert.Equal(damaged, again(damaged));
                    }
                    catch (Malformed)
                    {
                        // The declared refusal.
                    }
                },
                iter: Tries
            );
    }
}
