namespace Medera.Lab.Labels;

/// <summary>
/// Reed–Solomon check codewords over GF(256) with the polynomial x⁸+x⁵+x³+x²+1 and the roots α¹ … αⁿ (ISO/IEC 16022, annex E).
/// </summary>
internal static class ReedSolomon
{
    private const int Polynomial = 0x12D;

    private static readonly byte[] Powers = new byte[510];
    private static readonly int[] Logarithms = new int[256];
    private static readonly Dictionary<int, int[]> Generators;

    static ReedSolomon()
    {
        var value = 1;
        for (var power = 0; power < 255; power++)
        {
            Powers[power] = Powers[power + 255] = (byte)value;
            Logarithms[value] = power;
            value <<= 1;
            if (value > 255)
                value ^= Polynomial;
        }
        Generators = DataMatrixSize
            .All.Select(size => size.Check / size.Blocks)
            .Distinct()
            .ToDictionary(count => count, Generator);
    }

    /// <summary>The check codewords of one block.</summary>
    /// <param name="count">How many; as many as a size of Data Matrix has in a block.</param>
    public static byte[] Check(ReadOnlySpan<byte> data, int count)
    {
        var generator = Generators[count];
        var rest = new byte[count];
        foreach (var codeword in data)
        {
            var factor = codeword ^ rest[0];
            rest.AsSpan(1).CopyTo(rest);
            rest[^1] = 0;
            if (factor == 0)
                continue;
            var power = Logarithms[factor];
            for (var place = 0; place < count; place++)
                rest[place] ^= Powers[power + generator[place]];
        }
        return rest;
    }

    // (x − α¹)(x − α²) … without its leading 1, highest power first, as logarithms: no coefficient of these is 0.
    private static int[] Generator(int count)
    {
        var polynomial = new byte[count + 1];
        polynomial[0] = 1;
        for (var root = 1; root <= count; root++)
        {
            for (var place = root; place > 0; place--)
            {
                if (polynomial[place - 1] != 0)
                    polynomial[place] ^= Powers[Logarithms[polynomial[place - 1]] + root];
            }
        }
        return [.. polynomial.Skip(1).Select(coefficient => Logarithms[coefficient])];
    }
}
