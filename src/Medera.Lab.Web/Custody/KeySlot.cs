using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Medera.Lab.Web.Custody;

/// <summary>
/// One key in a file of keys, 64 bytes: state (1), nothing (7), when it was made in milliseconds since 1970 (8, highest first), id (16,
/// highest first), key (32). It never crosses a sector, so that a power cut leaves it old or new.
/// </summary>
internal static class KeySlot
{
    public const int Size = 64;
    public const byte Used = (byte)'U';
    private const byte Pending = (byte)'P';
    private const byte Gone = (byte)'E';
    private const int KeyFrom = 32;

    /// <summary>A new random key, whose row is not committed yet.</summary>
    public static byte[] New(Guid id, DateTimeOffset at)
    {
        var slot = new byte[Size];
        slot[0] = Pending;
        BinaryPrimitives.WriteInt64BigEndian(slot.AsSpan(8), at.ToUnixTimeMilliseconds());
        id.TryWriteBytes(slot.AsSpan(16), bigEndian: true, out _);
        RandomNumberGenerator.Fill(slot.AsSpan(KeyFrom));
        return slot;
    }

    /// <summary>What stands where a key was: its id, so that it is known to be gone, and nothing else.</summary>
    public static byte[] Erased(Guid id)
    {
        var slot = new byte[Size];
        slot[0] = Gone;
        id.TryWriteBytes(slot.AsSpan(16), bigEndian: true, out _);
        return slot;
    }

    public static Guid IdOf(ReadOnlySpan<byte> slot) => new(slot.Slice(16, 16), bigEndian: true);

    /// <summary>The key, or null where it was destroyed. Noughts are no key, whatever the state says: another instance may have marked it as used just then.</summary>
    public static byte[]? KeyOf(byte[] slot) =>
        slot[0] is Pending or Used && slot.AsSpan(KeyFrom).ContainsAnyExcept((byte)0) ? slot[KeyFrom..] : null;

    public static bool IsPending(byte[] slot) => slot[0] == Pending;

    public static bool IsPending(byte[] slot, DateTimeOffset before) =>
        IsPending(slot) && BinaryPrimitives.ReadInt64BigEndian(slot.AsSpan(8)) < before.ToUnixTimeMilliseconds();
}
