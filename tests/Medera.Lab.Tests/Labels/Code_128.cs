using CsCheck;
using Xunit;

namespace Medera.Lab.Tests.Labels;

public class Code_128
{
    private const int StartA = 103,
        StartB = 104,
        StartC = 105,
        Stop = 106,
        Fnc1 = 102;

    // The example of many books: start B, W i k i p e d i a, 88, stop.
    [Fact]
    public void has_the_known_checksum_of_a_known_text() =>
        Assert.Equal([StartB, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88, Stop], Code128.Values("Wikipedia"));

    [Theory]
    [InlineData("A", 34)]
    [InlineData("AB", 102)]
    [InlineData("~", 95)]
    [InlineData(" ", 1)]
    public void adds_start_and_each_value_times_its_place(string text, int checksum) =>
        Assert.Equal(checksum, Code128.Values(text)[^2]);

    [Fact]
    public void draws_the_known_modules_of_one_letter() =>
        Assert.Equal("11010010000" + "10100011000" + "10001011000" + "1100011101011", Modules("A"));

    [Fact]
    public void takes_pairs_of_digits_for_one_character_each() => Assert.Equal([StartC, 12, 34, 56], Written("123456"));

    [Fact]
    public void takes_control_characters_from_subset_A_and_shifts_for_one() =>
        Assert.Equal([StartB, 65, 98, 64, 66], Written("a\0b"));

    [Fact]
    public void begins_a_GS1_symbol_with_FNC1_and_writes_it_for_separators() =>
        Assert.Equal([StartC, Fnc1, 10, 12, Fnc1, 21, 34], Written("1012\u001D2134", gs1: true));

    [Fact]
    public void is_as_short_as_trying_every_way_finds() =>
        Gen.Char["aA0123456789\u0001\u001D~"]
            .Array[1, 9]
            .Select(characters => new string(characters))
            .Sample(
                text =>
                {
                    var shortest = Math.Min(Tried(text, 0, 'A'), Math.Min(Tried(text, 0, 'B'), Tried(text, 0, 'C')));
                    Assert.Equal(shortest + 1, Written(text, gs1: true, first: false).Count);
                },
                iter: 3_000
            );

    [Fact]
    public void reads_back_as_it_was_written() =>
        Gen.Char['\0', '\u007F']
            .Array[1, 40]
            .Select(characters => new string(characters))
            .Sample(text => Assert.Equal(text, Read(Written(text))));

    [Theory]
    [InlineData("")]
    [InlineData("ı")]
    [InlineData("é")]
    [InlineData(null)]
    public void writes_nothing_that_is_not_ASCII(string? text)
    {
        Assert.False(Code128.CanWrite(text));
        Assert.Throws<ArgumentException>(() => Code128.Values(text!));
    }

    [Fact]
    public void has_one_pattern_a_value_each_of_eleven_modules_with_an_even_number_dark()
    {
        var patterns = Enumerable
            .Range(0, 95)
            .Select(v => Modules(((char)(v + ' ')).ToString()).Substring(11, 11))
            .ToList();
        Assert.Equal(95, patterns.Distinct(StringComparer.Ordinal).Count());
        Assert.All(patterns, p => Assert.Equal(0, p.Count(c => c == '1') % 2));
    }

    [Fact]
    public void counts_its_quiet_zones() =>
        Assert.Equal(Modules("MLV4H2K88QD7").Length + 20, Code128.Modules("MLV4H2K88QD7"));

    // Without checksum and stop; in GS1's symbols also without the FNC1 that they begin with, where that is wanted.
    private static List<int> Written(string text, bool gs1 = false, bool first = true)
    {
        var values = Code128.Values(text, gs1).ToList();
        values.RemoveRange(values.Count - 2, 2);
        if (!first)
            values.RemoveAt(1);
        return values;
    }

    // Every way, one after the other, without remembering any: at each place write, shift or change.
    private static int Tried(string text, int at, char subset, bool changed = false)
    {
        if (at == text.Length)
            return 0;
        var least = 1_000;
        var (one, small, control) = (text[at], text[at] >= '`', text[at] < ' ' && text[at] != '\u001D');
        if (one == '\u001D')
            least = 1 + Tried(text, at + 1, subset);
        else if (subset == 'C' && at + 1 < text.Length && char.IsAsciiDigit(one) && char.IsAsciiDigit(text[at + 1]))
            least = 1 + Tried(text, at + 2, subset);
        else if (subset != 'C')
            least = ((subset == 'A' && small) || (subset == 'B' && control) ? 2 : 1) + Tried(text, at + 1, subset);
        if (!changed)
        {
            foreach (var other in "ABC".Where(other => other != subset))
                least = Math.Min(least, 1 + Tried(text, at, other, changed: true));
        }
        return least;
    }

    private static string Read(List<int> values)
    {
        var text = "";
        var (subset, shifted) = ((char)('A' + values[0] - StartA), false);
        foreach (var value in values.Skip(1))
        {
            var now = shifted ? (subset == 'A' ? 'B' : 'A') : subset;
            shifted = value == 98 && now != 'C';
            if (shifted)
                continue;
            if (value is >= 99 and <= 101 && !(now == 'C' && value == 99))
                subset = (char)('A' + StartA - 2 - value);
            else if (now == 'C')
                text += $"{value:00}";
            else
                text += (char)(now == 'A' && value >= 64 ? value - 64 : value + ' ');
        }
        return text;
    }

    private static string Modules(string text) =>
        string.Concat(Code128.Widths(text).Select((width, place) => new string(place % 2 == 0 ? '1' : '0', width)));
}
