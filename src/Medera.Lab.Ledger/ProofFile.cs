using System.Text;

namespace Medera.Lab.Ledger;

/// <summary>
/// A proof that can be carried about and checked without the log: where the entry stands, the path to the root, and the
/// checkpoint with that root (C2SP tlog-proof). Files end in <c>.tlog-proof</c>.
/// </summary>
/// <param name="Index">The entry's log index.</param>
/// <param name="Path">Its inclusion proof, 32 bytes each.</param>
/// <param name="Note">The checkpoint with its signatures.</param>
public sealed record ProofFile(long Index, IReadOnlyList<byte[]> Path, Note Note)
{
    private const string Header = "c2sp.org/tlog-proof@v1";

    /// <summary>Longest path that a tree of fewer than 2^63 leaves can have.</summary>
    private const int MaxPath = 63;

    private const int MaxBytes = Note.MaxBytes + (16 * 1024);

    /// <summary>Whatever the application puts beside it; nobody signed it. Ours writes none.</summary>
    public byte[]? Extra { get; init; }

    /// <summary>Reads a file and nothing else: for all bytes either <see cref="ToBytes"/> gives them again, or this throws.</summary>
    /// <exception cref="Malformed">It is none, or over the limits.</exception>
    public static ProofFile Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new Malformed("A proof has at most 147,456 bytes.");
        var whole = Lines.Text(bytes);
        var blank = whole.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = blank < 0 ? [] : whole[..blank].Split('\n').ToList();
        if (lines.Count < 2 || lines[0] != Header)
            throw new Malformed("A proof begins with its header and ends in a checkpoint after an empty line.");
        lines.RemoveAt(0);
        byte[]? extra = null;
        if (After("extra ", lines[0]) is { } further)
        {
            // An empty one would be a second form of none.
            extra = Lines.Base64(further) is { Length: > 0 } decoded
                ? decoded
                : throw new Malformed("The extra line is not base64.");
            lines.RemoveAt(0);
        }

        if (
            lines.Count is 0 or > MaxPath + 1
            || After("index ", lines[0]) is not { } number
            || Lines.Number(number) is not { } index
        )
            throw new Malformed("The index is not there, or there are more than 63 hashes.");
        var path = lines
            .Skip(1)
            .Select(line => Lines.Hash(line) ?? throw new Malformed("A line of the path is not 32 bytes in base64."))
            .ToList();
        var note = Note.Parse(Lines.Bytes(whole[(blank + 2)..]));
        Checkpoint.Parse(note.Text);
        return new ProofFile(index, path, note) { Extra = extra };
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(Header).Append('\n');
        if (Extra is { Length: > 0 } extra)
            text.Append("extra ").Append(Convert.ToBase64String(extra)).Append('\n');
        text.Append("index ").Append(Lines.Text(Index)).Append('\n');
        foreach (var hash in Path)
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        return [.. Lines.Bytes(text.Append('\n').ToString()), .. Note.ToBytes()];
    }

    /// <summary>
    /// Whether it proves that this entry is in the log whose key this is: a known key signed the checkpoint, the checkpoint is
    /// of that key's log, and the path leads to its root.
    /// </summary>
    public bool Proves(ReadOnlySpan<byte> entry, params IEnumerable<NoteKey> keys)
    {
        var checkpoint = Checkpoint.Parse(Note.Text);
        var verified = Note.Verify(keys);
        return verified.IsTrusted
            && verified.Good.Any(good => good.Key.Kind == SignatureKind.Note && good.Key.Name == checkpoint.Origin)
            && Proof.Includes(Index, checkpoint.Size, Leaf.Hash(entry), Path, checkpoint.Root);
    }

    private static string? After(string word, string line) =>
        line.StartsWith(word, StringComparison.Ordinal) ? line[word.Length..] : null;
}
