using System.Globalization;

namespace Medera.Lab.Web.Shared;

/// <summary>Quantities as people read them: millilitres and millions of cells, in the reader's number format.</summary>
public static class Quantity
{
    /// <summary>60 mL, 3.333 mL</summary>
    public static string Millilitres(long microlitres) =>
        $"{(microlitres / 1000m).ToString("#,0.###", CultureInfo.CurrentCulture)} mL";

    /// <summary>29 × 10⁶</summary>
    public static string Cells(long? cells) =>
        cells is { } n ? $"{(n / 1_000_000m).ToString("#,0.##", CultureInfo.CurrentCulture)} × 10⁶" : "–";

    /// <summary>≥ 95 %, ≤ 2 %, no growth</summary>
    public static string Limit(TestLimit line)
    {
        if (line.Expected is not null)
            return line.Expected;
        var unit = line.Unit.Length > 0 ? $" {line.Unit}" : "";
        var min = line.Min is { } low ? $"≥ {low.ToString("0.##", CultureInfo.CurrentCulture)}{unit}" : "";
        var max = line.Max is { } high ? $"≤ {high.ToString("0.##", CultureInfo.CurrentCulture)}{unit}" : "";
        return min.Length > 0 && max.Length > 0 ? $"{min}, {max}" : min + max;
    }
}
