using System.Globalization;

namespace Medera.Lab.Tests.Design;

/// <summary>A colour as light: linear red, green and blue, each 0 to 1.</summary>
internal readonly record struct Colour(double Red, double Green, double Blue)
{
    /// <summary>#RRGGBB.</summary>
    public static Colour Parse(string hex)
    {
        if (hex.Length != 7 || hex[0] != '#')
            throw new FormatException($"{hex} is no colour of six digits.");
        return new Colour(Part(1), Part(3), Part(5));

        double Part(int at) =>
            Linear(int.Parse(hex.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255.0);
    }

    /// <summary>WCAG 2: relative luminance.</summary>
    public double Luminance => (0.2126 * Red) + (0.7152 * Green) + (0.0722 * Blue);

    /// <summary>WCAG 2: contrast of two colours, 1 to 21.</summary>
    public double Contrast(Colour other)
    {
        var (light, dark) = Luminance >= other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>The colour as somebody sees it: Machado, Oliveira, Fernandes 2009, full severity, on linear light.</summary>
    public Colour Seen(double[] matrix) => new(Row(matrix, 0), Row(matrix, 3), Row(matrix, 6));

    /// <summary>CIE 1976 distance under D65: what differs by less than about 10 is easily taken for the same across a room.</summary>
    public double Distance(Colour other)
    {
        var (l, a, b) = Lab();
        var (l2, a2, b2) = other.Lab();
        return Math.Sqrt(Square(l - l2) + Square(a - a2) + Square(b - b2));
    }

    private (double L, double A, double B) Lab()
    {
        var x = F(((0.4124564 * Red) + (0.3575761 * Green) + (0.1804375 * Blue)) / 0.95047);
        var y = F((0.2126729 * Red) + (0.7151522 * Green) + (0.0721750 * Blue));
        var z = F(((0.0193339 * Red) + (0.1191920 * Green) + (0.9503041 * Blue)) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private double Row(double[] matrix, int at) =>
        Math.Clamp((matrix[at] * Red) + (matrix[at + 1] * Green) + (matrix[at + 2] * Blue), 0, 1);

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    private static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;

    private static double Square(double n) => n * n;
}

/// <summary>The three usual kinds of colour blindness, as the matrices of Machado and others say a screen then looks.</summary>
internal static class Eyes
{
    public static readonly IReadOnlyDictionary<string, double[]> All = new Dictionary<string, double[]>(
        StringComparer.Ordinal
    )
    {
        ["usual"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protan"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deutan"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritan"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };
}
