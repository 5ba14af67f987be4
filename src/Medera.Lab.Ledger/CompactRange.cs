using System.Numerics;

namespace Medera.Lab.Ledger;

/// <summary>
/// A tree of which only the roots of its complete subtrees are kept, one for each bit of its size: all that is needed to
/// append and to have the root (RFC 6962 §2.1). At ten million leaves that is at most 24 hashes.
/// </summary>
public sealed class CompactRange
{
    // Largest subtree first, 32 bytes each. 63 bits of size are 63 subtrees.
    private readonly byte[] subtrees = new byte[63 * Leaf.Size];

    /// <summary>A tree without leaves.</summary>
    public CompactRange() { }

    /// <summary>A tree as <see cref="ToBytes"/> left it.</summary>
    /// <param name="size">How many leaves it has.</param>
    /// <param name="subtrees">The roots of its complete subtrees, largest first, 32 bytes each.</param>
    /// <exception cref="Malformed">There is not one hash for each bit of the size.</exception>
    public CompactRange(long size, ReadOnlySpan<byte> subtrees)
    {
        if (size < 0 || subtrees.Length != BitOperations.PopCount((ulong)size) * Leaf.Size)
            throw new Malformed("A compact range has one hash for each bit of its size.");
        Size = size;
        subtrees.CopyTo(this.subtrees);
    }

    /// <summary>How many leaves the tree has.</summary>
    public long Size { get; private set; }

    private int Count => BitOperations.PopCount((ulong)Size);

    /// <summary>Appends the hash of a leaf, 32 bytes.</summary>
    public void Append(ReadOnlySpan<byte> leaf) => AppendSubtree(0, leaf);

    /// <summary>Appends the root of a complete subtree of 2^height leaves. The size is a multiple of that.</summary>
    internal void AppendSubtree(int height, ReadOnlySpan<byte> root)
    {
        var last = Count;
        root.CopyTo(At(last));

        // Like adding one in binary: each bit that carries joins two subtrees of one size.
        for (var carry = Size >> height; (carry & 1) == 1; carry >>= 1, last--)
            Node.Hash(At(last - 1), At(last), At(last - 1));
        Size += 1L << height;
    }

    /// <summary>The root over all leaves; of none, <see cref="Node.EmptyRoot"/>.</summary>
    public byte[] Root()
    {
        if (Size == 0)
            return Node.EmptyRoot;
        var root = At(Count - 1).ToArray();
        for (var i = Count - 2; i >= 0; i--)
            Node.Hash(At(i), root, root);
        return root;
    }

    /// <summary>The roots of the complete subtrees, largest first, 32 bytes each.</summary>
    public byte[] ToBytes() => subtrees[..(Count * Leaf.Size)];

    /// <summary>Another one of the same leaves, to try on what this one is to be spared.</summary>
    public CompactRange Copy() => new(Size, subtrees.AsSpan(0, Count * Leaf.Size));

    private Span<byte> At(int number) => subtrees.AsSpan(number * Leaf.Size, Leaf.Size);
}
