using System.Text.Json;
using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Packages;

/// <summary>A key in the history that a package brings along.</summary>
/// <param name="From">Smallest size of a checkpoint that it signs.</param>
/// <param name="Until">Largest; none where it is in force.</param>
internal sealed record KeyLine(NoteKey Key, long From, long? Until)
{
    public bool IsInForceAt(long size) => From <= size && !(Until < size);

    /// <summary>Reads <c>keys.jsonl</c>.</summary>
    /// <param name="origin">The log whose keys they must be.</param>
    /// <exception cref="Unusable">A line is none, or a key of another log; or there is no line.</exception>
    public static IReadOnlyList<KeyLine> ParseAll(string text, string origin)
    {
        var lines = text.Split('\n');
        if (lines[^1].Length == 0)
            lines = lines[..^1];
        return lines.Length > 0 ? [.. lines.Select(line => Parse(line, origin))] : throw Wrong();
    }

    private static KeyLine Parse(string line, string origin)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var said = document.RootElement;
            if (
                said.ValueKind != JsonValueKind.Object
                || !said.TryGetProperty("vkey", out var vkey)
                || vkey.ValueKind != JsonValueKind.String
            )
                throw Wrong();
            var key = NoteKey.Parse(vkey.GetString()!);
            if (key.Kind != SignatureKind.Note || key.Name != origin)
                throw new Unusable("keys.jsonl names a key of another log.");
            var from = Size(said, "from") ?? throw Wrong();
            return new KeyLine(key, from, Size(said, "until"));
        }
        catch (Exception none) when (none is JsonException or Malformed or InvalidOperationException)
        {
            throw Wrong();
        }
    }

    private static long? Size(JsonElement said, string field)
    {
        if (!said.TryGetProperty(field, out var value))
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var size) && size >= 0
            ? size
            : throw Wrong();
    }

    private static Unusable Wrong() => new("keys.jsonl is not a history of keys.");
}
