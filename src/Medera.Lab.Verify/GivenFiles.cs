using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.Verify.Checking;

namespace Medera.Lab.Verify;

/// <summary>Reads what is named on the command line: keys, checkpoints, a policy. All of it is small.</summary>
internal static class GivenFiles
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Keys as they are written, or in files: a vkey a line, or a policy whose <c>log</c> lines count.</summary>
    /// <exception cref="Unusable">It is no log's key and no file of such.</exception>
    public static IReadOnlyList<NoteKey> Keys(IEnumerable<string> given) => [.. given.SelectMany(Keys).Distinct()];

    /// <summary>Checkpoints kept outside: files with a signed note.</summary>
    /// <exception cref="Unusable">A file is none, or holds none.</exception>
    public static IReadOnlyList<KeptCheckpoint> Checkpoints(IEnumerable<string> files) =>
        [
            .. files.Select(file =>
            {
                try
                {
                    var bytes = Bytes(file);
                    return new KeptCheckpoint(Path.GetFileName(file), bytes, Checkpoint.Parse(Note.Parse(bytes).Text));
                }
                catch (Malformed broken)
                {
                    throw new Unusable($"{Path.GetFileName(file)} holds no checkpoint. {broken.Message}");
                }
            }),
        ];

    /// <exception cref="Unusable">The file holds no policy.</exception>
    public static Policy Policy(string file)
    {
        try
        {
            return Ledger.Policy.Parse(Text(file));
        }
        catch (Malformed broken)
        {
            throw new Unusable($"{Path.GetFileName(file)} holds no policy. {broken.Message}");
        }
    }

    /// <exception cref="Unusable">It cannot be read, or is no text.</exception>
    public static string Text(string file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes(file));
        }
        catch (DecoderFallbackException)
        {
            throw new Unusable($"{Path.GetFileName(file)} is no text.");
        }
    }

    private static IReadOnlyList<NoteKey> Keys(string given)
    {
        try
        {
            if (given.Contains('+', StringComparison.Ordinal) && !File.Exists(given))
                return [Log(given)];
            var lines = Text(given).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (lines.Length > 0 && Array.TrueForAll(lines, line => !line.Contains(' ', StringComparison.Ordinal)))
                return [.. lines.Select(Log)];
            return Ledger.Policy.Parse(string.Join('\n', lines)).Logs is { Count: > 0 } logs
                ? logs
                : throw new Unusable($"The policy {Path.GetFileName(given)} names no log.");
        }
        catch (Malformed broken)
        {
            throw new Unusable($"What was given for a key is none. {broken.Message}");
        }
    }

    private static NoteKey Log(string vkey) =>
        NoteKey.Parse(vkey) is { Kind: SignatureKind.Note } key
            ? key
            : throw new Unusable("What was given for a log's key is a witness's; witnesses are named in a policy.");

    private static byte[] Bytes(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[MaxBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= MaxBytes
                ? bytes[..length]
                : throw new Unusable($"{Path.GetFileName(file)} is longer than it may be.");
        }
        catch (Exception failed)
            when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new Unusable($"{Path.GetFileName(file)} cannot be opened or read.");
        }
    }
}
