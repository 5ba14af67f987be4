using System.Numerics;
using System.Security.Cryptography;

namespace Medera.Lab.Ledger;

/// <summary>Hashes above the leaves, as RFC 6962 §2.1 has them: SHA-256(0x01 ‖ left ‖ right).</summary>
public static class Node
{
    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    /// <summary>The hash of two halves. All three are 32 bytes; <paramref name="hash"/> may be one of the others.</summary>
    public static void Hash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Leaf.Size)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Leaf.Size)..]);
        SHA256.HashData(both, hash);
    }

    internal static byte[] Hash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[Leaf.Size];
        Hash(left, right, hash);
        return hash;
    }

    /// <summary>
    /// The root over hashes that stand one after the other, 32 bytes each, at least one. Each may be a leaf or the root of
    /// a subtree; all have the same size but the last, which may be smaller: the rule where to split is the same then.
    /// </summary>
    internal static byte[] Root(ReadOnlySpan<byte> hashes)
    {
        var root = new byte[Leaf.Size];
        Root(hashes, root);
        return root;
    }

    private static void Root(ReadOnlySpan<byte> hashes, Span<byte> root)
    {
        var count = hashes.Length / Leaf.Size;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (count == 1)
        {
            hashes.CopyTo(root);
            return;
        }

        var left = (int)Split(count) * Leaf.Size;
        Span<byte> halves = stackalloc byte[2 * Leaf.Size];
        Root(hashes[..left], halves[..Leaf.Size]);
        Root(hashes[left..], halves[Leaf.Size..]);
        Hash(halves[..Leaf.Size], halves[Leaf.Size..], root);
    }

    /// <summary>How many leaves are in the left half: the largest power of two below the count, which is 2 or more.</summary>
    internal static long Split(long count) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(count - 1)));
}
