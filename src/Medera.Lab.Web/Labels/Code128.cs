using System.Globalization;
using System.Text;

namespace Medera.Lab.Web.Labels;

/// <summary>
/// Code 128, subset B, as ISO/IEC 15417 has it: start, characters, checksum modulo 103, stop. Widths are whole modules, bar and
/// space in turn, beginning with a bar.
/// </summary>
public static class Code128
{
    /// <summary>Blank modules that a reader needs before and after the bars.</summary>
    public const int QuietZone = 10;

    private const int StartB = 104;
    private const int Stop = 106;

    // Six widths of a character by its value, the stop seven.
    private static readonly string[] Patterns =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312", "231212",
        "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212", "223112", "312131",
        "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
        "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121",
        "313121", "211331", "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
        "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
        "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242", "121142", "121241", "114212",
        "124112", "124211", "411212", "421112", "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113",
        "114311", "411113", "411311", "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
    ];

    /// <summary>Whether a text can be written: printable ASCII, and something.</summary>
    public static bool CanWrite(string? text) => text is { Length: > 0 and <= 80 } && text.All(c => c is >= ' ' and <= '~');

    /// <summary>The values of a text: start, one a character, checksum, stop.</summary>
    /// <exception cref="ArgumentException">The text has a character that subset B does not.</exception>
    public static IReadOnlyList<int> Values(string text)
    {
        if (!CanWrite(text)) throw new ArgumentException("Code 128 B writes 1 to 80 printable ASCII characters.", nameof(text));
        var values = new List<int>(text.Length + 3) { StartB };
        values.AddRange(text.Select(c => c - ' '));
        values.Add(values.Select((value, place) => value * Math.Max(1, place)).Sum() % 103);
        values.Add(Stop);
        return values;
    }

    /// <summary>The widths in modules of bars and spaces in turn, quiet zones left out.</summary>
    public static IReadOnlyList<int> Widths(string text) => [.. Values(text).SelectMany(value => Patterns[value]).Select(width => width - '0')];

    /// <summary>How many modules the symbol is wide, quiet zones included.</summary>
    public static int Modules(string text) => Widths(text).Sum() + (2 * QuietZone);

    /// <summary>The bars as the data of an SVG path, one unit a module, beginning after the quiet zone.</summary>
    public static string Path(string text, int height)
    {
        var path = new StringBuilder();
        var at = QuietZone;
        foreach (var (width, place) in Widths(text).Select((width, place) => (width, place)))
        {
            if (place % 2 == 0) path.Append(CultureInfo.InvariantCulture, $"M{at} 0h{width}v{height}h-{width}z");
            at += width;
        }
        return path.ToString();
    }
}
