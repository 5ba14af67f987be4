using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Medera.Lab.Custody;

/// <summary>
/// Binds a text that may be erased to a log that may not (custody-log, "What is hashed"). The log keeps the hash, the
/// erasable table keeps text and salt; without the salt nobody can try names against the hash.
/// </summary>
/// <remarks>
/// SHA-256( len ‖ field ‖ salt ‖ text ): <c>len</c> is the length of <c>field</c> in UTF-8 bytes as four bytes, the
/// highest first; <c>field</c> its UTF-8 bytes; <c>salt</c> 32 bytes; <c>text</c> its UTF-8 bytes, up to the end. With
/// the length in front and a salt of fixed size, no two different triples give the same input.
/// </remarks>
public static class Commitment
{
    /// <summary>Length of a salt in bytes.</summary>
    public const int SaltSize = 32;

    /// <summary>Length of a commitment in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>The commitment to one field of an event.</summary>
    /// <param name="field">The field's name: a key as in <see cref="CanonicalJson"/>.</param>
    /// <param name="salt">32 random bytes, drawn by the caller for this field of this event alone.</param>
    /// <param name="text">The text exactly as it is stored, so already through <see cref="CanonicalText.Normalize"/>.</param>
    /// <exception cref="NotCanonical">The field is not a key, or the text is not in canonical form.</exception>
    /// <exception cref="ArgumentException">The salt is not 32 bytes.</exception>
    public static byte[] Compute(string field, ReadOnlySpan<byte> salt, string text)
    {
        CanonicalText.RequireKey(field);

        // Not normalised here: what is hashed would then differ from what is stored, and the proof would fail years later.
        if (!string.Equals(CanonicalText.Normalize(text), text, StringComparison.Ordinal))
            throw new NotCanonical(
                "The text is not in Unicode normal form C. Store and commit what CanonicalText.Of gives back."
            );
        if (salt.Length != SaltSize)
            throw new ArgumentException($"A salt has {SaltSize} bytes.", nameof(salt));

        var name = Encoding.UTF8.GetBytes(field);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, name.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(length);
        hash.AppendData(name);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return hash.GetHashAndReset();
    }

    /// <summary>Whether a commitment is the one to this field, salt and text. A text or salt that could never have been committed is just a no.</summary>
    public static bool Holds(ReadOnlySpan<byte> commitment, string field, ReadOnlySpan<byte> salt, string text)
    {
        if (salt.Length != SaltSize)
            return false;
        try
        {
            return CryptographicOperations.FixedTimeEquals(commitment, Compute(field, salt, text));
        }
        catch (NotCanonical)
        {
            return false;
        }
    }
}
