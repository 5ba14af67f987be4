using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Medera.Lab.Web.Tests.Labels;

/// <summary>Dark and light pixels as a PGM file, which every reader opens: no library of images stands between writer and reader.</summary>
/// <param name="Grey">Row by row from the top; 0 is black.</param>
internal sealed record Raster(int Width, int Height, byte[] Grey)
{
    /// <summary>How many modules high bars are.</summary>
    public const int BarHeight = 16;

    private const byte White = 255;

    /// <summary>Two-dimensional modules with a border as wide as asked.</summary>
    public static Raster Draw(BitMatrix code, int pixels, int quiet)
    {
        var (width, height) = ((code.Columns + (2 * quiet)) * pixels, (code.Rows + (2 * quiet)) * pixels);
        var grey = new byte[width * height];
        Array.Fill(grey, White);
        foreach (var (row, column, wide) in code.Runs())
        {
            for (var line = 0; line < pixels; line++)
                grey.AsSpan(((((row + quiet) * pixels) + line) * width) + ((column + quiet) * pixels), wide * pixels)
                    .Clear();
        }

        return new Raster(width, height, grey);
    }

    /// <summary>Bars.</summary>
    public static Raster Draw(IReadOnlyList<int> widths, int pixels) => Draw(Bars(widths), pixels, Code128.QuietZone);

    /// <summary>Bars as modules, every row like the first.</summary>
    public static BitMatrix Bars(IReadOnlyList<int> widths)
    {
        var dark = widths.SelectMany((width, place) => Enumerable.Repeat(place % 2 == 0, width)).ToList();
        return new BitMatrix(BarHeight, dark.Count, (_, column) => dark[column]);
    }

    /// <summary>A PNG file, or a PGM file whose head has no comments.</summary>
    public static Raster Open(string file)
    {
        if (Path.GetExtension(file) == ".pgm")
            return FromPgm(File.ReadAllBytes(file));
        using var opened = SKBitmap.Decode(file);
        return new Raster(opened.Width, opened.Height, [.. opened.Pixels.Select(pixel => pixel.Green)]);
    }

    private static Raster FromPgm(byte[] file)
    {
        var head = Encoding.ASCII.GetString(file.AsSpan(0, Math.Min(file.Length, 32))).Split([' ', '\n'], 5);
        var (width, height) = (
            int.Parse(head[1], CultureInfo.InvariantCulture),
            int.Parse(head[2], CultureInfo.InvariantCulture)
        );
        return new Raster(width, height, file[^(width * height)..]);
    }

    /// <summary>A part of it; what would lie outside is white.</summary>
    public Raster Cut(int left, int top, int width, int height)
    {
        var grey = new byte[width * height];
        Array.Fill(grey, White);
        var (wide, high) = (Math.Min(width, Width - left), Math.Min(height, Height - top));
        for (var line = 0; line < high; line++)
            Grey.AsSpan(((top + line) * Width) + left, wide).CopyTo(grey.AsSpan(line * width));
        return new Raster(width, height, grey);
    }

    /// <summary>The same with one black pixel in its corner, far from the code.</summary>
    public Raster WithSpeck() => this with { Grey = [0, .. Grey.AsSpan(1)] };

    public byte[] ToPgm() => [.. Encoding.ASCII.GetBytes($"P5 {Width} {Height} 255\n"), .. Grey];
}
