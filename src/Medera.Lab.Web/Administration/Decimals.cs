using System.Globalization;

namespace Medera.Lab.Web.Administration;

/// <summary>
/// Millilitres and kilograms as people type them, with a comma or a point, to whole microlitres and grams. One separator and at most
/// three digits behind it: nothing is rounded, and no thousands are guessed.
/// </summary>
public static class Decimals
{
    /// <summary>Units are written alike in every language.</summary>
    public const string VolumeUnit = "mL",
        WeightUnit = "kg";

    /// <summary>The number times a thousand; false where it cannot be read or says more than thousandths.</summary>
    public static bool TryThousandths(string? text, out long thousandths)
    {
        thousandths = 0;
        var typed = (text ?? "").Trim().Replace(',', '.');
        if (
            typed.Length is 0 or > 12
            || typed.Any(c => !char.IsAsciiDigit(c) && c != '.')
            || typed.Count(c => c == '.') > 1
        )
            return false;
        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return false;
        var whole = number * 1000m;
        if (whole != decimal.Truncate(whole))
            return false;
        thousandths = (long)whole;
        return true;
    }

    /// <summary>A volume as it is read off a syringe: 20.0, and below 10 mL two decimals. Microlitres in.</summary>
    public static string Millilitres(long microlitres) =>
        (microlitres / 1000m).ToString(microlitres < 10_000 ? "0.00" : "0.0", CultureInfo.CurrentCulture);

    /// <summary>19.4 from grams.</summary>
    public static string Kilograms(int grams) => (grams / 1000m).ToString("0.0##", CultureInfo.CurrentCulture);
}
