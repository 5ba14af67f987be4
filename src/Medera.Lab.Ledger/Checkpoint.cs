using System.Text;

namespace Medera.Lab.Ledger;

/// <summary>
/// What a log says of itself at one size: the text of a signed note (C2SP tlog-checkpoint).
/// </summary>
/// <param name="Origin">Which log.</param>
/// <param name="Size">How many entries the tree has.</param>
/// <param name="Root">Its root, 32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>Further lines, which others may write; ours has none, as nobody can check them.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>Reads the text of a note and nothing else: either <see cref="ToText"/> gives it again, or this throws.</summary>
    /// <exception cref="Malformed">It is no checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length > 0 || lines[..^1].Any(line => line.Length == 0))
            throw new Malformed("A checkpoint has at least three lines, none of them empty.");
        return new Checkpoint(
            lines[0],
            Lines.Number(lines[1]) ?? throw new Malformed("The second line is the size, without leading zeroes."),
            Lines.Hash(lines[2]) ?? throw new Malformed("The third line is the root, 32 bytes in base64.")
        )
        {
            Extensions = lines[3..^1],
        };
    }

    /// <summary>The text to be signed.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var line in (string[])[Origin, Lines.Text(Size), Convert.ToBase64String(Root), .. Extensions])
            text.Append(line).Append('\n');
        var written = text.ToString();
        return
            written.Split('\n').Length == 4 + Extensions.Count && Size >= 0 && Parse(written).Root.Length == Leaf.Size
            ? written
            : throw new Malformed("A line of a checkpoint is one line.");
    }

    /// <summary>The note, signed by the log; by two keys while one gives way to the other.</summary>
    public Note Sign(params IReadOnlyList<NoteSigner> signers)
    {
        var text = ToText();
        return new Note(text, [.. signers.Select(signer => signer.Sign(text))]);
    }

    public bool Equals(Checkpoint? other) => other is not null && ToText() == other.ToText();

    public override int GetHashCode() => HashCode.Combine(Origin, Size);
}
