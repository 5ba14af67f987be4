using System.Globalization;
using System.Security.Cryptography;
using Medera.Lab.Web.Data.Postgres;

namespace Medera.Lab.Web.Sealing;

/// <summary>
/// What whoever signs remembers beside the keys, outside the database: the last checkpoint that was signed, and that signing was stopped.
/// A database that was put back to an older state does not know either, and must not be signed as if nothing were missing.
/// </summary>
/// <param name="folder">That of the keys.</param>
public sealed class SigningMarks(string folder)
{
    private string SignedFile => Path.Combine(folder, "last-signed");

    private string HaltedFile => Path.Combine(folder, "halted");

    /// <summary>The last checkpoint that was signed with these keys here; null before the first, or where nobody can read what stands there.</summary>
    public (long Size, byte[] Root)? LastSigned()
    {
        if (!File.Exists(SignedFile))
            return null;
        var root = new byte[SHA256.HashSizeInBytes];
        return
            File.ReadAllText(SignedFile).Trim().Split(' ') is [var size, var hash]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Convert.TryFromBase64String(hash, root, out var length)
            && length == root.Length
            ? (number, root)
            : null;
    }

    /// <summary>Keeps it, when the database has it. A machine that dies here remembers an older one, which is none the less right.</summary>
    public void Signed(long size, byte[] root)
    {
        var fresh = SignedFile + ".new";
        File.WriteAllText(
            fresh,
            string.Create(CultureInfo.InvariantCulture, $"{size} {Convert.ToBase64String(root)}\n")
        );
        File.Move(fresh, SignedFile, overwrite: true);
    }

    /// <summary>Why a witness stopped the signing, until the witnesses agree again; null where none did.</summary>
    public string? Halted() => File.Exists(HaltedFile) ? File.ReadAllText(HaltedFile).Trim() : null;

    /// <summary>Keeps it over a start at which that witness may not answer.</summary>
    public void Halt(string why)
    {
        PrivateFiles.MakeFolder(folder, PrivateFiles.OwnerOnlyFolder);
        if (!File.Exists(HaltedFile))
            PrivateFiles.WriteNew(HaltedFile, why + "\n");
    }

    /// <summary>Every witness agrees with the database that is there now.</summary>
    public void Resume() => File.Delete(HaltedFile);
}
