using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Medera.Lab.Web.Custody;

/// <summary>
/// A private text with its salt as one ciphertext: edition 1 (1 byte) ‖ nonce (12) ‖ tag (16) ‖ AES-256-GCM(salt (32) ‖ text in UTF-8).
/// Event and field are authenticated with it, so that a ciphertext that was moved does not open. The salt lies inside: with row or
/// backup alone nobody can try names against the commitment (NIST SP 800-38D; docs/log-format.md).
/// </summary>
internal static class SealedText
{
    private const byte Edition = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Before = 1 + NonceSize + TagSize;

    /// <summary>Seals under a key, with a random nonce: one key seals few texts, far from the 2^32 at which random nonces would need care.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> key, Guid eventId, string field, ReadOnlySpan<byte> salt, string text)
    {
        byte[] plain = [.. salt, .. Encoding.UTF8.GetBytes(text)];
        var whole = new byte[Before + plain.Length];
        whole[0] = Edition;
        var nonce = whole.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var gcm = new AesGcm(key, TagSize);
        gcm.Encrypt(nonce, plain, whole.AsSpan(Before), whole.AsSpan(1 + NonceSize, TagSize), About(eventId, field));
        CryptographicOperations.ZeroMemory(plain);
        return whole;
    }

    /// <summary>Salt and text, or null where this is not the key, or the ciphertext was changed or belongs to another event or field.</summary>
    public static (byte[] Salt, string Text)? Open(
        ReadOnlySpan<byte> key,
        Guid eventId,
        string field,
        ReadOnlySpan<byte> ciphertext
    )
    {
        if (ciphertext.Length < Before + Commitment.SaltSize || ciphertext[0] != Edition)
            return null;
        var plain = new byte[ciphertext.Length - Before];
        using var gcm = new AesGcm(key, TagSize);
        try
        {
            gcm.Decrypt(
                ciphertext.Slice(1, NonceSize),
                ciphertext[Before..],
                ciphertext.Slice(1 + NonceSize, TagSize),
                plain,
                About(eventId, field)
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return (plain[..Commitment.SaltSize], Encoding.UTF8.GetString(plain.AsSpan(Commitment.SaltSize)));
    }

    /// <summary>"private.field" ‖ event id (16 bytes, highest first) ‖ length of the field's name (4) ‖ its UTF-8.</summary>
    private static byte[] About(Guid eventId, string field)
    {
        var name = Encoding.UTF8.GetBytes(field);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, name.Length);
        return [.. "private.field"u8, .. eventId.ToByteArray(bigEndian: true), .. length, .. name];
    }
}
