using Bunit;
using Xunit;

namespace Medera.Lab.Web.Tests.Shared;

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
    public void begins_its_bars_after_the_quiet_zone() =>
        Assert.StartsWith(
            "M10 0h2v30h-2z",
            Render<Code128Symbol>(with => with.Add(s => s.Text, "MLV4H2K88QD7")).Find("path").GetAttribute("d"),
            StringComparison.Ordinal
        );

    [Fact]
    public void says_its_code_to_a_voice() =>
        Assert.Contains(
            "MLV4H2K88QD7",
            Render<Code128Symbol>(with => with.Add(s => s.Text, "MLV4H2K88QD7")).Find("svg").GetAttribute("aria-label"),
            StringComparison.Ordinal
        );

    [Fact]
    public void draws_nothing_where_it_cannot() =>
        Assert.Empty(Render<Code128Symbol>(with => with.Add(s => s.Text, "ığ")).Markup.Trim());
}
