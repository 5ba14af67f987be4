using System.Text;
using CsCheck;
using Medera.Lab.Ledger;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Xunit;

namespace Medera.Lab.Tests.Ledger;

public class Signed_notes
{
    // The example of golang.org/x/mod/sumdb/note, after which C2SP signed-note was written.
    private const string GoSecret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private const string GoKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string GoText =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string GoNote =
        GoText
        + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    // A checkpoint of a public test log of Certificate Transparency: its own signature, one of a kind unknown here, four witnesses.
    private const string PublicCheckpoint = """
        arche2025h1.staging.ct.transparency.dev
        1432088532
        U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

        — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
        — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
        — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
        — witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
        — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
        — witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==

        """;

    private static readonly string[] PublicKeys =
    [
        "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f",
        "transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM",
        "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO",
        "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
        "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv",
    ];

    [Fact]
    public void are_signed_and_verified_byte_for_byte_as_by_Go()
    {
        using var signer = NoteSigner.Parse(GoSecret);
        Assert.Equal(GoKey, signer.Key.ToString());
        var note = new Note(GoText, [signer.Sign(GoText)]);
        Assert.Equal(GoNote, Encoding.UTF8.GetString(note.ToBytes()));
        Assert.True(Note.Parse(Encoding.UTF8.GetBytes(GoNote)).Verify(NoteKey.Parse(GoKey)).IsTrusted);
    }

    [Fact]
    public void of_a_public_log_verify_with_its_key_and_those_of_its_witnesses()
    {
        var note = Note.Parse(Encoding.UTF8.GetBytes(PublicCheckpoint));
        var verified = note.Verify(PublicKeys.Select(NoteKey.Parse));
        Assert.True(verified.IsTrusted);
        Assert.Equal(PublicKeys, verified.Good.Select(good => good.Key.ToString()));
        Assert.Equal(
            [null, 1779573024, 1779573024, 1779573024, 1779573024],
            verified.Good.Select(good => good.Seconds)
        );
        Assert.Equal(1432088532, Checkpoint.Parse(note.Text).Size);
        Assert.Equal(PublicCheckpoint, Encoding.UTF8.GetString(note.ToBytes()));
    }

    [Theory]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop")]
    [InlineData("TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6")]
    public void know_keys_that_others_wrote(string vkey) => Assert.Equal(vkey, NoteKey.Parse(vkey).ToString());

    [Fact]
    public void refuse_every_part_of_a_key_and_every_changed_letter()
    {
        for (var from = 0; from < GoKey.Length; from++)
        {
            for (var to = from + 1; to <= GoKey.Length; to++)
            {
                if (to - from < GoKey.Length)
                    Assert.Throws<Malformed>(() => NoteKey.Parse(GoKey[from..to]));
            }

            var changed = GoKey[..from] + (char)(GoKey[from] + 1) + GoKey[(from + 1)..];
            Assert.Throws<Malformed>(() => NoteKey.Parse(changed));
        }
    }

    [Fact]
    public void say_nothing_of_keys_that_share_only_a_name_or_only_an_id()
    {
        var note = Note.Parse(Encoding.UTF8.GetBytes(GoNote));
        using var namesake = new NoteSigner("PeterNeumann", SignatureKind.Note, new byte[32]);
        var nobody = note.Verify(namesake.Key);
        Assert.Empty(nobody.Good);
        Assert.Empty(nobody.Bad);
        Assert.False(nobody.IsTrusted);
        Assert.False(note.Verify().IsTrusted);
    }

    [Fact]
    public void are_not_believed_when_one_known_key_is_misused()
    {
        using var signer = NoteSigner.Parse(GoSecret);
        using var second = new NoteSigner("second", SignatureKind.Note, new byte[32]);
        var forged = new NoteSignature("second", second.Key.Id, new byte[64]);
        var verified = Note.Parse(Encoding.UTF8.GetBytes(GoNote)).With(forged).Verify(signer.Key, second.Key);
        Assert.Single(verified.Good);
        Assert.Equal(forged.ToString(), Assert.Single(verified.Bad).ToString());
        Assert.False(verified.IsTrusted);
    }

    [Fact]
    public void agree_with_a_second_implementation_of_Ed25519() =>
        Gen.Select(
                Gen.Byte.Array[32],
                Gen.String[Gen.Char["ab \n—é"], 1, 80],
                Gen.Long[0, long.MaxValue],
                Gen.Int[0, 63],
                Gen.Int[0, 7]
            )
            .Sample(
                (seed, words, seconds, at, bit) =>
                {
                    var text = words + "\n";
                    using var log = new NoteSigner("log.example", SignatureKind.Note, seed);
                    using var witness = new NoteSigner("witness.example", SignatureKind.Cosignature, seed);
                    var (signed, cosigned) = (log.Sign(text), witness.Cosign(text, seconds));
                    var secret = new Ed25519PrivateKeyParameters(seed);
                    Assert.Equal(secret.GeneratePublicKey().GetEncoded(), log.Key.PublicBytes.ToArray());
                    Assert.Equal(SignedByBouncyCastle(secret, text), signed.Bytes);
                    Assert.Equal(
                        SignedByBouncyCastle(secret, $"cosignature/v1\ntime {seconds}\n{text}"),
                        cosigned.Bytes[8..]
                    );

                    var verified = new Note(text, [signed, cosigned]).Verify(log.Key, witness.Key);
                    Assert.Equal([null, seconds], verified.Good.Select(good => good.Seconds));
                    signed.Bytes[at] ^= (byte)(1 << bit);
                    cosigned.Bytes[at] ^= (byte)(1 << bit);
                    Assert.Equal(2, new Note(text, [signed, cosigned]).Verify(log.Key, witness.Key).Bad.Count);
                },
                iter: 100
            );

    [Fact]
    public void keep_what_a_log_signs_and_what_a_witness_signs_apart()
    {
        using var log = new NoteSigner("a", SignatureKind.Note, new byte[32]);
        using var witness = new NoteSigner("a", SignatureKind.Cosignature, new byte[32]);
        Assert.NotEqual(log.Key.Id, witness.Key.Id);
        Assert.Throws<InvalidOperationException>(() => log.Cosign("x\n", 1));
        Assert.Throws<InvalidOperationException>(() => witness.Sign("x\n"));
        Assert.Throws<ArgumentOutOfRangeException>(() => witness.Cosign("x\n", -1));
        var swapped = new NoteSignature("a", witness.Key.Id, log.Sign("x\n").Bytes);
        Assert.False(new Note("x\n", [swapped]).Verify(log.Key, witness.Key).IsTrusted);
    }

    [Fact]
    public void have_no_cosignature_from_before_1970()
    {
        using var witness = new NoteSigner("a", SignatureKind.Cosignature, new byte[32]);
        var signed = SignedByBouncyCastle(
            new Ed25519PrivateKeyParameters(new byte[32]),
            "cosignature/v1\ntime -1\nx\n"
        );
        byte[] before1970 = [.. Enumerable.Repeat((byte)0xff, 8), .. signed];
        Assert.False(witness.Key.Verify("x\n"u8, before1970, out var seconds));
        Assert.Null(seconds);
    }

    [Fact]
    public void have_a_key_file_that_reads_back()
    {
        var seed = Enumerable.Range(1, 32).Select(i => (byte)i).ToArray();
        var text = NoteSigner.Text("lab.example/log", SignatureKind.Note, seed);
        using var signer = NoteSigner.Parse(text);
        using var same = new NoteSigner("lab.example/log", SignatureKind.Note, seed);
        Assert.Equal(same.Key, signer.Key);
        Assert.Throws<Malformed>(() => NoteSigner.Parse(text.Replace("lab.", "Lab.", StringComparison.Ordinal)));
        Assert.Throws<Malformed>(() => new NoteSigner("lab", SignatureKind.Note, seed.AsSpan(1)));
    }

    private static byte[] SignedByBouncyCastle(Ed25519PrivateKeyParameters secret, string text)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, secret);
        var bytes = Encoding.UTF8.GetBytes(text);
        signer.BlockUpdate(bytes, 0, bytes.Length);
        return signer.GenerateSignature();
    }
}
