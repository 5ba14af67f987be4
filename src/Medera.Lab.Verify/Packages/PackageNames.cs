using System.Globalization;
using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Packages;

/// <summary>The names that parts of a package may have, and how many bytes each may hold (docs/package-format.md, "The ZIP").</summary>
internal static class PackageNames
{
    public const string Readme = "README.txt";
    public const string Page = "verify.html";
    public const string Manifest = "package.json";
    public const string Checkpoint = "checkpoint";
    public const string Keys = "keys.jsonl";
    public const string Policy = "policy";
    public const string Events = "events.jsonl";
    public const string Attachments = "attachments/";

    private const string Proofs = "proofs/";
    private const string ProofEnd = ".tlog-proof";
    private const long Kilo = 1024;

    /// <summary>Refuses a name that is none, or a length that no part of that name has.</summary>
    /// <exception cref="Unusable">With a sentence that repeats nothing of the name, which may come from anybody.</exception>
    public static void Require(ZipItem item)
    {
        var name = item.Name;
        if (
            name.StartsWith('/')
            || name.AsSpan().IndexOfAny('\\', ':') >= 0
            || Array.Exists(name.Split('/'), part => part == "..")
        )
            throw new Unusable("A name in the package leads out of it.");
        if (MostBytes(name) is not { } most)
            throw new Unusable("There is a part in the package that belongs to none.");
        if (item.Length > most)
            throw new Unusable("A part of the package is longer than it may be.");
    }

    /// <summary>The name of the proof for an event at this log index.</summary>
    public static string Proof(long index) => string.Create(CultureInfo.InvariantCulture, $"{Proofs}{index}{ProofEnd}");

    /// <summary>The log index that a proof's name says; nothing where it is no proof's.</summary>
    public static long? ProofIndex(string name)
    {
        if (
            !name.StartsWith(Proofs, StringComparison.Ordinal)
            || !name.EndsWith(ProofEnd, StringComparison.Ordinal)
            || name.Length <= Proofs.Length + ProofEnd.Length
        )
            return null;
        return
            long.TryParse(
                name.AsSpan(Proofs.Length, name.Length - Proofs.Length - ProofEnd.Length),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var index
            )
            && Proof(index) == name
            ? index
            : null;
    }

    private static long? MostBytes(string name) =>
        name switch
        {
            Readme or Manifest or Policy => 64 * Kilo,
            Page => 256 * Kilo,
            Checkpoint => 128 * Kilo,
            Keys => 1024 * Kilo,
            Events => long.MaxValue,
            _ when Tile.TryParse(name, out var tile) => tile.Level == Tile.Entries ? 16_777_472 : 8_192,
            _ when ProofIndex(name) is not null => 128 * Kilo,
            _ when IsAttachment(name) => 1024 * 1024 * Kilo,
            _ => null,
        };

    private static bool IsAttachment(string name) =>
        name.Length == Attachments.Length + 64
        && name.StartsWith(Attachments, StringComparison.Ordinal)
        && !name.AsSpan(Attachments.Length).ContainsAnyExcept("0123456789abcdef");
}
