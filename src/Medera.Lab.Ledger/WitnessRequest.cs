using System.Text;

namespace Medera.Lab.Ledger;

/// <summary>
/// What a log asks of a witness: to cosign a checkpoint that grew out of the one it saw before (C2SP tlog-witness, "add-checkpoint").
/// </summary>
/// <param name="OldSize">The size that the log takes the witness to have seen last; 0 for none.</param>
/// <param name="Proof">That the checkpoint begins with so many events: 32 bytes each, none from size 0.</param>
/// <param name="Note">The checkpoint with the log's signatures.</param>
public sealed record WitnessRequest(long OldSize, IReadOnlyList<byte[]> Proof, Note Note)
{
    /// <summary>The most bytes that a request may have.</summary>
    public const int MaxBytes = Note.MaxBytes + (4 * 1024);

    private const string Old = "old ";
    private const int MaxProof = 63;

    /// <summary>Reads a body and nothing else: for all bytes either <see cref="ToBytes"/> gives them again, or this throws.</summary>
    /// <exception cref="Malformed">It is none, or over the limits.</exception>
    public static WitnessRequest Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new Malformed("A request to a witness is longer than it may be.");
        var whole = Lines.Text(bytes);
        var blank = whole.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = blank < 0 ? [] : whole[..blank].Split('\n');
        if (
            lines is not [var first, .. { Length: <= MaxProof } hashes]
            || !first.StartsWith(Old, StringComparison.Ordinal)
            || Lines.Number(first[Old.Length..]) is not { } old
        )
            throw new Malformed(
                "A request to a witness begins with the old size, at most 63 hashes and an empty line."
            );
        var proof = hashes
            .Select(line => Lines.Hash(line) ?? throw new Malformed("A line of the proof is not 32 bytes in base64."))
            .ToList();
        return new WitnessRequest(old, proof, Note.Parse(Lines.Bytes(whole[(blank + 2)..])));
    }

    /// <summary>The bytes of the body.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(Old).Append(Lines.Text(OldSize)).Append('\n');
        foreach (var hash in Proof)
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        return [.. Lines.Bytes(text.Append('\n').ToString()), .. Note.ToBytes()];
    }
}
