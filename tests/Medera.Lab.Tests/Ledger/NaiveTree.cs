using System.Security.Cryptography;

namespace Medera.Lab.Tests.Ledger;

/// <summary>RFC 6962 §2.1 written down as it stands there: recursive, slow, and sharing no line with the ledger.</summary>
internal static class NaiveTree
{
    public static byte[] Mth(IReadOnlyList<byte[]> entries) =>
        entries.Count switch
        {
            0 => SHA256.HashData([]),
            1 => SHA256.HashData([0, .. entries[0]]),
            _ => Join(Mth(Left(entries)), Mth(Right(entries))),
        };

    public static IReadOnlyList<byte[]> Path(int m, IReadOnlyList<byte[]> entries)
    {
        if (entries.Count == 1)
            return [];
        var k = Half(entries.Count);
        return m < k
            ? [.. Path(m, Left(entries)), Mth(Right(entries))]
            : [.. Path(m - k, Right(entries)), Mth(Left(entries))];
    }

    public static IReadOnlyList<byte[]> Proof(int m, IReadOnlyList<byte[]> entries) => Subproof(m, entries, b: true);

    private static IReadOnlyList<byte[]> Subproof(int m, IReadOnlyList<byte[]> entries, bool b)
    {
        if (m == entries.Count)
            return b ? [] : [Mth(entries)];
        var k = Half(entries.Count);
        return m <= k
            ? [.. Subproof(m, Left(entries), b), Mth(Right(entries))]
            : [.. Subproof(m - k, Right(entries), b: false), Mth(Left(entries))];
    }

    private static int Half(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }

    private static List<byte[]> Left(IReadOnlyList<byte[]> entries) => [.. entries.Take(Half(entries.Count))];

    private static List<byte[]> Right(IReadOnlyList<byte[]> entries) => [.. entries.Skip(Half(entries.Count))];

    private static byte[] Join(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
