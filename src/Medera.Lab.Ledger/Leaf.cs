using System.Security.Cryptography;

namespace Medera.Lab.Ledger;

/// <summary>The hash of one entry of the log, as RFC 6962 §2.1 has it: SHA-256(0x00 ‖ entry).</summary>
public static class Leaf
{
    /// <summary>Length of a leaf hash in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>Hashes the stored bytes of an entry. The bytes are never re-serialised before hashing.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }
}
