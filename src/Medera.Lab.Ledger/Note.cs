using System.Buffers.Binary;
using System.Text;

namespace Medera.Lab.Ledger;

/// <summary>One line of signature below a note: whose, and the bytes after the key's id.</summary>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Bytes)
{
    internal const string Dash = "— ";

    internal const int IdSize = sizeof(uint);

    /// <summary>The line without its newline: em dash, name, base64 of id and signature.</summary>
    public override string ToString()
    {
        var id = new byte[IdSize];
        BinaryPrimitives.WriteUInt32BigEndian(id, KeyId);
        return $"{Dash}{Name} {Convert.ToBase64String([.. id, .. Bytes])}";
    }

    /// <summary>Reads a line and nothing else.</summary>
    /// <exception cref="Malformed">It is none.</exception>
    public static NoteSignature Parse(string line)
    {
        var parts = line.StartsWith(Dash, StringComparison.Ordinal) ? line[Dash.Length..].Split(' ') : [];
        if (parts.Length != 2 || Lines.Base64(parts[1]) is not { Length: > IdSize } bytes)
            throw new Malformed("A line of signature is an em dash, a name and base64 of at least five bytes.");
        NoteKey.RequireName(parts[0]);
        return new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[IdSize..]);
    }
}

/// <summary>A signature that a known key made.</summary>
/// <param name="Key">Which.</param>
/// <param name="Seconds">The time a cosignature states, in seconds since 1970.</param>
public sealed record GoodSignature(NoteKey Key, long? Seconds);

/// <summary>What known keys say about a note. Signatures of unknown keys are in neither list: they say nothing.</summary>
/// <param name="Good">Verified, each key once.</param>
/// <param name="Bad">Named a known key and did not verify.</param>
public sealed record NoteVerification(IReadOnlyList<GoodSignature> Good, IReadOnlyList<NoteSignature> Bad)
{
    /// <summary>The note may be believed: a known key signed it, and none is misused.</summary>
    public bool IsTrusted => Good.Count > 0 && Bad.Count == 0;
}

/// <summary>A text with signatures below it (C2SP signed-note).</summary>
public sealed class Note
{
    /// <summary>The most bytes that are read: 16 signatures of the largest kind assigned, and room for a text.</summary>
    public const int MaxBytes = 128 * 1024;

    /// <summary>The most signatures that are read; the specification asks for 16 at least.</summary>
    public const int MaxSignatures = 64;

    /// <exception cref="Malformed">The text does not end in a newline, or has another control character; or there is no signature.</exception>
    public Note(string text, IReadOnlyList<NoteSignature> signatures)
    {
        if (!text.EndsWith('\n') || Lines.Text(Lines.Bytes(text)) != text)
            throw new Malformed("The text of a note ends in a newline.");
        if (signatures.Count is 0 or > MaxSignatures)
            throw new Malformed("A note has 1 to 64 signatures.");
        (Text, Signatures) = (text, signatures);
    }

    /// <summary>What is signed, its last newline included. Ignore it until <see cref="Verify"/> says that it may be believed.</summary>
    public string Text { get; }

    /// <summary>All signatures, in their order.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note and nothing else: for all bytes either <see cref="ToBytes"/> gives them again, or this throws.</summary>
    /// <exception cref="Malformed">It is none, or over the limits.</exception>
    public static Note Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new Malformed("A note has at most 131,072 bytes.");
        var whole = Lines.Text(bytes);

        // A text may have empty lines; the last one ends it.
        var blank = whole.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0 || !whole.EndsWith('\n') || blank + 2 == whole.Length)
            throw new Malformed("A note is a text, an empty line, and lines of signature.");
        var lines = whole[(blank + 2)..^1].Split('\n');
        return lines.Length > MaxSignatures
            ? throw new Malformed("A note has 1 to 64 signatures.")
            : new Note(whole[..(blank + 1)], [.. lines.Select(NoteSignature.Parse)]);
    }

    /// <summary>The note with further signatures below, as a witness or the next key adds them.</summary>
    public Note With(params IEnumerable<NoteSignature> further) => new(Text, [.. Signatures, .. further]);

    /// <summary>The bytes of the note.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
            text.Append(signature).Append('\n');
        return Lines.Bytes(text.ToString());
    }

    /// <summary>What these keys say about it (signed-note, "Signatures").</summary>
    public NoteVerification Verify(params IEnumerable<NoteKey> keys)
    {
        var known = keys.Distinct().ToList();
        var text = Lines.Bytes(Text);
        var good = new List<GoodSignature>();
        var bad = new List<NoteSignature>();
        foreach (var signature in Signatures)
        {
            // Two known keys of one name and id can be told apart by trying only.
            var named = known.Where(key => key.Made(signature)).ToList();
            var made = named
                .Select(key =>
                    key.Verify(text, signature.Bytes, out var seconds) ? new GoodSignature(key, seconds) : null
                )
                .FirstOrDefault(one => one is not null);
            if (made is not null && !good.Exists(one => one.Key.Equals(made.Key)))
                good.Add(made);
            else if (made is null && named.Count > 0)
                bad.Add(signature);
        }

        return new NoteVerification(good, bad);
    }
}
