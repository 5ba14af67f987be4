using Bunit;
using Medera.Lab.Web.Labels;
using Xunit;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class Code_128
{
    // The example of many books: start B, W i k i p e d i a, 88, stop.
    [Fact]
    public void has_the_known_checksum_of_a_known_text() =>
        Assert.Equal([104, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88, 106], Code128.Values("Wikipedia"));

    [Theory]
    [InlineData("A", 34)]
    [InlineData("AB", 102)]
    [InlineData("~", 95)]
    [InlineData(" ", 1)]
    public void adds_start_and_each_value_times_its_place(string text, int checksum) => Assert.Equal(checksum, Code128.Values(text)[^2]);

    [Fact]
    public void draws_the_known_modules_of_one_letter() =>
        Assert.Equal("11010010000" + "10100011000" + "10001011000" + "1100011101011", Modules("A"));

    [Theory]
    [InlineData("MLV4H2K88QD7")]
    [InlineData("MSC-26-0417")]
    [InlineData(" !\"#$%&'()*+,-./0123456789:;<=>?@AZ[\\]^_`az{|}~")]
    public void gives_each_character_eleven_modules_and_the_stop_thirteen(string text)
    {
        Assert.Equal((11 * (text.Length + 2)) + 13, Modules(text).Length);
        Assert.Equal(Modules(text).Length + 20, Code128.Modules(text));
    }

    [Fact]
    public void has_one_pattern_a_value_each_with_an_even_number_of_dark_modules()
    {
        var patterns = Enumerable.Range(0, 95).Select(v => Modules(((char)(v + ' ')).ToString()).Substring(11, 11)).ToList();
        Assert.Equal(95, patterns.Distinct(StringComparer.Ordinal).Count());
        Assert.All(patterns, p => Assert.Equal(0, p.Count(c => c == '1') % 2));
    }

    [Fact]
    public void begins_its_bars_after_the_quiet_zone() => Assert.StartsWith("M10 0h2v30h-2z", Code128.Path("A", 30), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("ı")]
    [InlineData("A\n")]
    public void writes_nothing_that_the_subset_has_not(string text)
    {
        Assert.False(Code128.CanWrite(text));
        Assert.Throws<ArgumentException>(() => Code128.Values(text));
    }

    private static string Modules(string text) => string.Concat(Code128.Widths(text).Select((width, place) => new string(place % 2 == 0 ? '1' : '0', width)));
}

public sealed class A_code_128_symbol : Screen
{
    [Fact]
    public void is_black_on_white_and_whole_pixels_wide()
    {
        var svg = Render<Code128Symbol>(with => with.Add(s => s.Text, "MLV4H2K88QD7")).Find("svg");

        Assert.Equal("0 0 187 30", svg.GetAttribute("viewBox"));
        Assert.Equal("374", svg.GetAttribute("width"));
        Assert.Equal("#FFFFFF", svg.QuerySelector("rect")!.GetAttribute("fill"));
        Assert.Equal("#000000", svg.QuerySelector("path")!.GetAttribute("fill"));
    }

    [Fact]
    public void says_its_code_to_a_voice() =>
        Assert.Contains("MLV4H2K88QD7", Render<Code128Symbol>(with => with.Add(s => s.Text, "MLV4H2K88QD7")).Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);

    [Fact]
    public void draws_nothing_where_it_cannot() => Assert.Empty(Render<Code128Symbol>(with => with.Add(s => s.Text, "ığ")).Markup.Trim());
}
