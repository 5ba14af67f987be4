namespace Medera.Lab.Labels;

/// <summary>
/// Code 128 as ISO/IEC 15417 has it: start, characters in the fewest that subsets A, B and C allow, checksum modulo 103, stop. Widths are
/// whole modules, bar and space in turn, beginning with a bar.
/// </summary>
public static class Code128
{
    /// <summary>Blank modules that a reader needs before and after the bars.</summary>
    public const int QuietZone = 10;

    /// <summary>The separator of GS1 element strings, which is written as FNC1.</summary>
    public const char Separator = '\u001D';

    private const int MaxLength = Limits.Texts.Code128;
    private const int Stop = 106;

    // Six widths of a character by its value, the stop seven.
    private static readonly string[] Patterns =
    [
        "212222",
        "222122",
        "222221",
        "121223",
        "121322",
        "131222",
        "122213",
        "122312",
        "132212",
        "221213",
        "221312",
        "231212",
        "112232",
        "122132",
        "122231",
        "113222",
        "123122",
        "123221",
        "223211",
        "221132",
        "221231",
        "213212",
        "223112",
        "312131",
        "311222",
        "321122",
        "321221",
        "312212",
        "322112",
        "322211",
        "212123",
        "212321",
        "232121",
        "111323",
        "131123",
        "131321",
        "112313",
        "132113",
        "132311",
        "211313",
        "231113",
        "231311",
        "112133",
        "112331",
        "132131",
        "113123",
        "113321",
        "133121",
        "313121",
        "211331",
        "231131",
        "213113",
        "213311",
        "213131",
        "311123",
        "311321",
        "331121",
        "312113",
        "312311",
        "332111",
        "314111",
        "221411",
        "431111",
        "111224",
        "111422",
        "121124",
        "121421",
        "141122",
        "141221",
        "112214",
        "112412",
        "122114",
        "122411",
        "142112",
        "142211",
        "241211",
        "221114",
        "413111",
        "241112",
        "134111",
        "111242",
        "121142",
        "121241",
        "114212",
        "124112",
        "124211",
        "411212",
        "421112",
        "421211",
        "212141",
        "214121",
        "412121",
        "111143",
        "111341",
        "131141",
        "114113",
        "114311",
        "411113",
        "411311",
        "113141",
        "114131",
        "311141",
        "411131",
        "211412",
        "211214",
        "211232",
        "2331112",
    ];

    /// <summary>Whether a text can be written: 1 to 80 characters of ASCII, control characters included.</summary>
    public static bool CanWrite(string? text) => text is { Length: > 0 and <= MaxLength } && text.All(char.IsAscii);

    /// <summary>The values of a text: start, as few characters as there can be, checksum, stop.</summary>
    /// <param name="gs1">GS1-128: FNC1 first, and in place of every <see cref="Separator"/>.</param>
    /// <exception cref="ArgumentException"><see cref="CanWrite"/> says no.</exception>
    public static IReadOnlyList<int> Values(string text, bool gs1 = false)
    {
        if (!CanWrite(text))
            throw new ArgumentException("Code 128 writes 1 to 80 ASCII characters.", nameof(text));
        var values = Code128Subsets.Shortest(gs1 ? Separator + text : text, gs1);
        var sum = values[0];
        for (var place = 1; place < values.Count; place++)
            sum += values[place] * place;
        values.Add(sum % 103);
        values.Add(Stop);
        return values;
    }

    /// <summary>The widths in modules of bars and spaces in turn, quiet zones left out.</summary>
    public static IReadOnlyList<int> Widths(string text, bool gs1 = false)
    {
        var values = Values(text, gs1);
        var widths = new List<int>((values.Count * 6) + 1);
        foreach (var value in values)
        {
            foreach (var width in Patterns[value])
                widths.Add(width - '0');
        }
        return widths;
    }

    /// <summary>How many modules the symbol is wide, quiet zones included.</summary>
    public static int Modules(string text, bool gs1 = false) => Widths(text, gs1).Sum() + (2 * QuietZone);
}
