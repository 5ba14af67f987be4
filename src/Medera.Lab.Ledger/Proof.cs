using System.Numerics;

namespace Medera.Lab.Ledger;

/// <summary>
/// Proofs that an entry is in a tree, and that a tree grew out of a smaller one (RFC 6962 §2.1.1 and §2.1.2; verified as
/// RFC 9162 §2.1.3.2 and §2.1.4.2 have it). A proof is a list of hashes of 32 bytes, from the leaf's side up to the root's.
/// </summary>
public static class Proof
{
    /// <summary>The path from a leaf to the root of the first <paramref name="size"/> leaves. Reads at most two tiles a level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    /// <exception cref="Malformed">A tile is missing or too short.</exception>
    public static IReadOnlyList<byte[]> Inclusion(TileReader tiles, long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var tree = new TiledTree(tiles, size);
        var path = new List<byte[]>();
        Path(0, size);
        return path;

        void Path(long begin, long end)
        {
            if (end - begin == 1)
                return;
            var middle = begin + Node.Split(end - begin);
            if (index < middle)
            {
                Path(begin, middle);
                path.Add(tree.Root(middle, end));
            }
            else
            {
                Path(middle, end);
                path.Add(tree.Root(begin, middle));
            }
        }
    }

    /// <summary>That the tree of <paramref name="newSize"/> leaves begins with the one of <paramref name="oldSize"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old size is not 1 to the new size: from nothing there is nothing to prove.</exception>
    /// <exception cref="Malformed">A tile is missing or too short.</exception>
    public static IReadOnlyList<byte[]> Consistency(TileReader tiles, long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oldSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        var tree = new TiledTree(tiles, newSize);
        var proof = new List<byte[]>();
        Subproof(0, newSize, whole: true);
        return proof;

        // "whole": the old tree is exactly what stands left of here, and its root is known to whoever verifies.
        void Subproof(long begin, long end, bool whole)
        {
            if (oldSize == end)
            {
                if (!whole)
                    proof.Add(tree.Root(begin, end));
                return;
            }

            var middle = begin + Node.Split(end - begin);
            if (oldSize <= middle)
            {
                Subproof(begin, middle, whole);
                proof.Add(tree.Root(middle, end));
            }
            else
            {
                Subproof(middle, end, whole: false);
                proof.Add(tree.Root(begin, middle));
            }
        }
    }

    /// <summary>Whether the proof leads from this leaf at this index to this root. Everything of a wrong length is refused.</summary>
    public static bool Includes(
        long index,
        long size,
        ReadOnlySpan<byte> leaf,
        IReadOnlyList<byte[]> proof,
        ReadOnlySpan<byte> root
    )
    {
        if (index < 0 || index >= size || !AreHashes(proof) || leaf.Length != Leaf.Size)
            return false;
        var (fn, sn) = (index, size - 1);
        var hash = leaf.ToArray();
        foreach (var sibling in proof)
        {
            if (sn == 0)
                return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                Node.Hash(sibling, hash, hash);
                SkipUnpaired(ref fn, ref sn);
            }
            else
            {
                Node.Hash(hash, sibling, hash);
            }

            fn >>= 1;
            sn >>= 1;
        }

        return sn == 0 && root.SequenceEqual(hash);
    }

    /// <summary>
    /// Whether the proof shows that the second tree begins with the first. Of equal sizes it is empty and the roots are equal.
    /// From size 0 nothing is proved, so it is refused, whatever the proof.
    /// </summary>
    public static bool IsConsistent(
        long oldSize,
        long newSize,
        ReadOnlySpan<byte> oldRoot,
        ReadOnlySpan<byte> newRoot,
        IReadOnlyList<byte[]> proof
    )
    {
        if (oldSize < 1 || oldSize > newSize || !AreHashes(proof))
            return false;
        if (oldSize == newSize)
            return proof.Count == 0 && oldRoot.SequenceEqual(newRoot);
        if (proof.Count == 0 || oldRoot.Length != Leaf.Size)
            return false;

        // Where the old tree is complete its root is the first hash, and is left out of the proof.
        var (fn, sn) = (oldSize - 1, newSize - 1);
        var down = BitOperations.TrailingZeroCount((ulong)oldSize);
        fn >>= down;
        sn >>= down;
        var complete = BitOperations.IsPow2((ulong)oldSize);
        var first = complete ? oldRoot.ToArray() : proof[0];
        var (fr, sr) = ((byte[])first.Clone(), (byte[])first.Clone());
        for (var i = complete ? 0 : 1; i < proof.Count; i++)
        {
            if (sn == 0)
                return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                Node.Hash(proof[i], fr, fr);
                Node.Hash(proof[i], sr, sr);
                SkipUnpaired(ref fn, ref sn);
            }
            else
            {
                Node.Hash(sr, proof[i], sr);
            }

            fn >>= 1;
            sn >>= 1;
        }

        return sn == 0 && oldRoot.SequenceEqual(fr) && newRoot.SequenceEqual(sr);
    }

    // A node at the right edge without a sibling moves up as it is.
    private static void SkipUnpaired(ref long fn, ref long sn)
    {
        while ((fn & 1) == 0 && fn != 0)
        {
            fn >>= 1;
            sn >>= 1;
        }
    }

    private static bool AreHashes(IReadOnlyList<byte[]> proof) => proof.All(hash => hash?.Length == Leaf.Size);
}
