using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Medera.Lab.Ledger;

/// <summary>
/// Numbers for streams: two polynomials over the key's bytes modulo 2^61 − 1, at two secret points drawn for this check. Two
/// given keys of n bytes meet with a chance below (n/7 · 2^-61)², and nobody could prepare two that do, as the points
/// were not known when the log was written. A tenth of what SHA-256 costs, once an event.
/// </summary>
internal sealed class StreamKeys
{
    private const ulong Prime = (1UL << 61) - 1;
    private const int Chunk = 7;

    private readonly ulong first = Point();
    private readonly ulong second = Point();

    public UInt128 Key(ReadOnlySpan<byte> stream)
    {
        // The length comes first, so that filling up the last chunk makes no two keys alike.
        var (one, other) = ((ulong)stream.Length, (ulong)stream.Length);
        Span<byte> filled = stackalloc byte[sizeof(ulong)];
        while (stream.Length > 0)
        {
            var length = Math.Min(Chunk, stream.Length);
            filled.Clear();
            stream[..length].CopyTo(filled);
            var chunk = BinaryPrimitives.ReadUInt64LittleEndian(filled);
            one = Next(one, first, chunk);
            other = Next(other, second, chunk);
            stream = stream[length..];
        }

        // The first fills the upper half to the top, by which passes are divided.
        return new UInt128(one << 3, other);
    }

    private static ulong Next(ulong sum, ulong point, ulong chunk)
    {
        var high = Math.BigMul(sum, point, out var low);
        var folded = (low & Prime) + ((low >> 61) | (high << 3)) + chunk;
        folded = (folded & Prime) + (folded >> 61);
        return folded >= Prime ? folded - Prime : folded;
    }

    private static ulong Point()
    {
        Span<byte> drawn = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(drawn);
        return BinaryPrimitives.ReadUInt64LittleEndian(drawn) % Prime;
    }
}
