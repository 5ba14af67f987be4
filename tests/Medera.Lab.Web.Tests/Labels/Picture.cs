using Medera.Lab.Labels;

namespace Medera.Lab.Web.Tests.Labels;

/// <summary>Dark and light pixels as a PGM file, which every reader opens: no library of images stands between writer and reader.</summary>
internal static class Picture
{
    /// <summary>Two-dimensional modules with a border as wide as asked.</summary>
    public static byte[] Of(BitMatrix code, int pixels, int quiet) =>
        Draw((code.Columns + (2 * quiet)) * pixels, (code.Rows + (2 * quiet)) * pixels, (x, y) =>
            (x / pixels) - quiet is var column && (y / pixels) - quiet is var row && row >= 0 && column >= 0 && row < code.Rows && column < code.Columns && code[row, column]);

    /// <summary>Bars, forty modules high.</summary>
    public static byte[] Of(IReadOnlyList<int> widths, int pixels)
    {
        var dark = widths.SelectMany((width, place) => Enumerable.Repeat(place % 2 == 0, width)).ToList();
        const int quiet = Code128.QuietZone;
        return Draw((dark.Count + (2 * quiet)) * pixels, (40 + (2 * quiet)) * pixels, (x, y) =>
            (x / pixels) - quiet is var column && column >= 0 && column < dark.Count && y / pixels >= quiet && y / pixels < 40 + quiet && dark[column]);
    }

    private static byte[] Draw(int width, int height, Func<int, int, bool> isDark)
    {
        var file = new List<byte>(System.Text.Encoding.ASCII.GetBytes($"P5 {width} {height} 255\n"));
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                file.Add(isDark(x, y) ? (byte)0 : (byte)255);
        return [.. file];
    }
}
