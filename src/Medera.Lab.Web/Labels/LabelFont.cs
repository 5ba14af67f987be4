using SkiaSharp;

namespace Medera.Lab.Web.Labels;

/// <summary>
/// The typeface of labels, IBM Plex Sans Condensed, which the application carries: what is measured is what is drawn, whatever fonts the
/// machine has. No hinting and no kerning, so that widths grow evenly with the size.
/// </summary>
internal static class LabelFont
{
    private const float Em = 1000;
    private const decimal PerEm = 0.001m;

    // The highest and lowest letters of English and Turkish.
    private const string Extremes = "ÂÎÛÇĞİÖŞÜQgjpqyçğş()[]|/";

    private static readonly SKTypeface Regular = Load("Regular");
    private static readonly SKTypeface Bold = Load("Bold");
    private static readonly Dictionary<Face, (decimal Ascent, decimal Descent)> Heights = Enum.GetValues<Face>()
        .ToDictionary(face => face, HeightOf);

    /// <summary>Measures in parts of the em.</summary>
    public static TextSize Measure(string text, Face face)
    {
        using var font = Open(face, Em);
        var (ascent, descent) = Heights[face];
        var missing = string.Concat(
            text.EnumerateRunes().Where(letter => !font.ContainsGlyphs(letter.ToString())).Distinct()
        );
        return new TextSize((decimal)font.MeasureText(text) * PerEm, ascent, descent, missing);
    }

    /// <summary>The typeface in a size; the caller disposes it.</summary>
    public static SKFont Open(Face face, float size) =>
        new(face == Face.Bold ? Bold : Regular, size)
        {
            Hinting = SKFontHinting.None,
            Subpixel = true,
            LinearMetrics = true,
            Edging = SKFontEdging.Antialias,
        };

    private static (decimal Ascent, decimal Descent) HeightOf(Face face)
    {
        using var font = Open(face, Em);
        font.MeasureText(Extremes, out var bounds);
        return ((decimal)-bounds.Top * PerEm, (decimal)bounds.Bottom * PerEm);
    }

    private static SKTypeface Load(string weight)
    {
        var name = $"Labels/IBMPlexSansCondensed-{weight}.ttf";
        using var file =
            typeof(LabelFont).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The application does not carry {name}.");
        return SKTypeface.FromStream(file) ?? throw new InvalidOperationException($"{name} is not a typeface.");
    }
}
