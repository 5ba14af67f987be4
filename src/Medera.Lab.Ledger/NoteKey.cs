using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using NSec.Cryptography;

namespace Medera.Lab.Ledger;

/// <summary>What a signature on a note says, and so over which bytes it is made.</summary>
public enum SignatureKind : byte
{
    /// <summary>Ed25519 over the text of the note (C2SP signed-note, type 0x01): the log's own.</summary>
    Note = 0x01,

    /// <summary>Ed25519 over a time and the text (C2SP tlog-cosignature, type 0x04): a witness's.</summary>
    Cosignature = 0x04,
}

/// <summary>
/// A public key that signs notes, with the name it signs under. In text it is a vkey: <c>name+id+base64(kind ‖ key)</c>, the
/// id in eight hexadecimal digits (C2SP signed-note, "Verifier keys").
/// </summary>
public sealed class NoteKey : IEquatable<NoteKey>
{
    private const int MaxName = 255;
    private const int TimeSize = sizeof(ulong);

    private readonly PublicKey key;
    private readonly byte[] raw;

    /// <summary>A key of 32 bytes (RFC 8032 §5.1.5).</summary>
    /// <exception cref="Malformed">The name is empty, over 255 characters, or has a blank, a plus sign or a control character; or it is no key.</exception>
    public NoteKey(string name, SignatureKind kind, ReadOnlySpan<byte> publicKey)
    {
        RequireName(name);
        if (!Enum.IsDefined(kind))
            throw new Malformed("A key of a kind that is not known here.");
        if (
            !PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out var imported)
            || imported is null
        )
            throw new Malformed("An Ed25519 key has 32 bytes.");
        (Name, Kind, key, raw) = (name, kind, imported, publicKey.ToArray());
        Id = BinaryPrimitives.ReadUInt32BigEndian(
            SHA256.HashData([.. Lines.Bytes(name), (byte)'\n', (byte)kind, .. raw])
        );
    }

    /// <summary>The name; of a log's key it is the log's origin.</summary>
    public string Name { get; }

    /// <summary>What it signs.</summary>
    public SignatureKind Kind { get; }

    /// <summary>The first four bytes of SHA-256(name ‖ newline ‖ kind ‖ key), highest first. It finds a key; it is no proof of it.</summary>
    public uint Id { get; }

    /// <summary>The 32 bytes of the key itself.</summary>
    public ReadOnlyMemory<byte> PublicBytes => raw;

    /// <summary>Reads a vkey and nothing else: for each text either <see cref="ToString"/> gives it again, or this throws.</summary>
    /// <exception cref="Malformed">It is none, its id is not the one of its key, or its kind is not known here.</exception>
    public static NoteKey Parse(string vkey)
    {
        // The base64 part may hold plus signs, the name may not.
        var parts = vkey.Length <= MaxName + 64 ? vkey.Split('+', 3) : [];
        if (parts.Length != 3 || Lines.Base64(parts[2]) is not { Length: > 1 } bytes)
            throw new Malformed("A key is written as name, id and base64, with plus signs between.");
        var read = new NoteKey(parts[0], (SignatureKind)bytes[0], bytes.AsSpan(1));
        return read.ToString() == vkey ? read : throw new Malformed("The id is not the one of this key.");
    }

    /// <summary>Whether this key made that signature over this text, and when it says so. Never throws.</summary>
    /// <param name="text">Text of a note, its last newline included.</param>
    /// <param name="signature">64 bytes; of a cosignature 8 bytes of time in seconds since 1970 before them.</param>
    /// <param name="seconds">The time that a cosignature states; of other signatures nothing.</param>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature, out long? seconds)
    {
        seconds = null;
        if (Kind == SignatureKind.Note)
            return SignatureAlgorithm.Ed25519.Verify(key, text, signature);
        if (signature.Length != TimeSize + SignatureAlgorithm.Ed25519.SignatureSize)
            return false;
        var time = BinaryPrimitives.ReadInt64BigEndian(signature);
        if (time < 0 || !SignatureAlgorithm.Ed25519.Verify(key, Cosigned(time, text), signature[TimeSize..]))
            return false;
        seconds = time;
        return true;
    }

    /// <summary>Whether a signature names this key. Names or ids alone say nothing.</summary>
    public bool Made(NoteSignature signature) => signature.KeyId == Id && signature.Name == Name;

    /// <summary>The vkey.</summary>
    public override string ToString() =>
        $"{Name}+{Id.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String([(byte)Kind, .. raw])}";

    public bool Equals(NoteKey? other) =>
        other is not null && Name == other.Name && Kind == other.Kind && raw.AsSpan().SequenceEqual(other.raw);

    public override bool Equals(object? obj) => Equals(obj as NoteKey);

    public override int GetHashCode() => HashCode.Combine(Name, Id);

    /// <summary>What a cosignature signs (C2SP tlog-cosignature, "Ed25519 signed message").</summary>
    internal static byte[] Cosigned(long seconds, ReadOnlySpan<byte> text) =>
        [.. Lines.Bytes($"cosignature/v1\ntime {Lines.Text(seconds)}\n"), .. text];

    internal static void RequireName(string name)
    {
        if (
            name.Length is 0 or > MaxName
            || name.Any(character => character == '+' || char.IsWhiteSpace(character) || char.IsControl(character))
        )
            throw new Malformed("A key's name has 1 to 255 characters, without blanks and plus signs.");
    }
}
