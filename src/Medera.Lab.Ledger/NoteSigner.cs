using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using NSec.Cryptography;

namespace Medera.Lab.Ledger;

/// <summary>
/// Signs notes with a secret key. The seed comes from outside (32 random bytes; a file with its own permissions, never the
/// database); the secret lies in memory that is not swapped out, and is wiped by <see cref="Dispose"/>.
/// </summary>
public sealed class NoteSigner : IDisposable
{
    /// <summary>Length of a seed in bytes (RFC 8032 §5.1.5).</summary>
    public const int SeedSize = 32;

    private const string Mark = "PRIVATE+KEY+";

    private readonly Key secret;

    /// <exception cref="Malformed">The name is none, or the seed has not 32 bytes.</exception>
    public NoteSigner(string name, SignatureKind kind, ReadOnlySpan<byte> seed)
    {
        NoteKey.RequireName(name);
        if (
            !NSec.Cryptography.Key.TryImport(
                SignatureAlgorithm.Ed25519,
                seed,
                KeyBlobFormat.RawPrivateKey,
                out var imported
            ) || imported is null
        )
            throw new Malformed("A seed has 32 bytes.");
        secret = imported;
        Key = new NoteKey(name, kind, secret.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>The public half, to be given to everybody.</summary>
    public NoteKey Key { get; }

    /// <summary>
    /// Reads a secret key as golang.org/x/mod/sumdb/note and the tools around it write one, so that they can make it:
    /// <c>PRIVATE+KEY+name+id+base64(kind ‖ seed)</c>.
    /// </summary>
    /// <exception cref="Malformed">It is none, or its id is not the one of its key.</exception>
    public static NoteSigner Parse(string text)
    {
        var parts =
            text.Length <= 512 && text.StartsWith(Mark, StringComparison.Ordinal)
                ? text[Mark.Length..].Split('+', 3)
                : [];
        if (parts.Length != 3 || Lines.Base64(parts[2]) is not { Length: 1 + SeedSize } bytes)
            throw new Malformed(
                "A secret key is written as PRIVATE+KEY, name, id and base64, with plus signs between."
            );
        try
        {
            var signer = new NoteSigner(parts[0], (SignatureKind)bytes[0], bytes.AsSpan(1));
            if (parts[1] == signer.Key.Id.ToString("x8", CultureInfo.InvariantCulture))
                return signer;
            signer.Dispose();
            throw new Malformed("The id is not the one of this key.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>A seed with its name as <see cref="Parse"/> reads it: the content of a key file.</summary>
    public static string Text(string name, SignatureKind kind, ReadOnlySpan<byte> seed)
    {
        using var signer = new NoteSigner(name, kind, seed);
        return $"{Mark}{name}+{signer.Key.Id.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String([(byte)kind, .. seed])}";
    }

    /// <summary>Signs the text of a note, as a log does.</summary>
    /// <exception cref="InvalidOperationException">The key is a witness's, which signs with the time only.</exception>
    public NoteSignature Sign(string text) =>
        Key.Kind == SignatureKind.Note
            ? new NoteSignature(Key.Name, Key.Id, SignatureAlgorithm.Ed25519.Sign(secret, Lines.Bytes(text)))
            : throw new InvalidOperationException("A witness signs with the time.");

    /// <summary>Cosigns the text of a checkpoint, as a witness does that saw it follow from the last one.</summary>
    /// <param name="text">Text of the note.</param>
    /// <param name="seconds">When, in seconds since 1970; not negative.</param>
    /// <exception cref="InvalidOperationException">The key is a log's.</exception>
    public NoteSignature Cosign(string text, long seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        if (Key.Kind != SignatureKind.Cosignature)
            throw new InvalidOperationException("A log signs without the time.");
        var time = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(time, seconds);
        var signed = SignatureAlgorithm.Ed25519.Sign(secret, NoteKey.Cosigned(seconds, Lines.Bytes(text)));
        return new NoteSignature(Key.Name, Key.Id, [.. time, .. signed]);
    }

    public void Dispose() => secret.Dispose();
}
