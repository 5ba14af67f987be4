using Bunit;
using Medera.Lab.Web.Shared;
using Xunit;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class A_state_chip : Screen
{
    [Theory]
    [InlineData(StateFamily.Waiting, "chip--waiting", "wait")]
    [InlineData(StateFamily.Quarantine, "chip--quarantine", "clock")]
    [InlineData(StateFamily.Released, "chip--released", "check")]
    [InlineData(StateFamily.Rejected, "chip--rejected", "cross")]
    [InlineData(StateFamily.Expired, "chip--expired", "hourglass")]
    [InlineData(StateFamily.Ended, "chip--ended", "ended")]
    public void carries_shape_icon_and_word(StateFamily family, string shape, string icon)
    {
        var chip = Render<StateChip>(with => with.Add(c => c.Family, family).Add(c => c.Word, "Hold: consent"));

        Assert.Contains(shape, chip.Find(".chip").ClassList);
        Assert.EndsWith($"#i-{icon}", chip.Find("use").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("Hold: consent", chip.Find(".chip > span").TextContent);
    }

    [Fact]
    public void hides_its_icon_from_a_voice_that_hears_the_word() =>
        Assert.Equal(
            "true",
            Render<StateChip>(with => with.Add(c => c.Word, "Planned")).Find("svg").GetAttribute("aria-hidden")
        );
}

public sealed class A_code : Screen
{
    [Fact]
    public void is_copied_without_blanks() =>
        Assert.Equal(
            "MLV4H2K88QD7",
            Render<CodeText>(with => with.Add(c => c.Code, "MLV4H2K88QD7")).Find(".code").TextContent
        );

    [Fact]
    public void shows_its_check_character_in_a_box() =>
        Assert.Equal(
            "7",
            Render<CodeText>(with => with.Add(c => c.Code, "MLV4H2K88QD7")).Find(".code > b").TextContent
        );

    [Theory]
    [InlineData("MSC-26-0417")]
    [InlineData("MLV4H2K88QD")]
    [InlineData("mlv4h2k88qd7")]
    [InlineData("<b>MLV</b>")]
    public void of_another_shape_is_shown_whole(string text)
    {
        var code = Render<CodeText>(with => with.Add(c => c.Code, text));

        Assert.Empty(code.FindAll(".code"));
        Assert.Equal(text, code.Find(".id").TextContent);
    }

    [Fact]
    public void differs_where_it_differs()
    {
        var row = Render<CheckRow>(with =>
            with.Add(c => c.Title, "Bag").Add(c => c.Expected, "MLV4H2K88QD7").Add(c => c.Scanned, "MLV4H2K8BQDK")
        );

        Assert.Single(row.FindAll(".check--bad"));
        Assert.Equal(["8", "7", "B", "K"], row.FindAll(".x").Select(x => x.TextContent));
        Assert.Contains(
            "differs at character 9, 12",
            row.FindAll(".chars")[1].GetAttribute("aria-label"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void that_is_cut_off_shows_what_is_missing() =>
        Assert.Equal(
            ["7", "·"],
            Render<CheckRow>(with =>
                    with.Add(c => c.Title, "Bag")
                        .Add(c => c.Expected, "MLV4H2K88QD7")
                        .Add(c => c.Scanned, "MLV4H2K88QD")
                )
                .FindAll(".x")
                .Select(x => x.TextContent)
        );

    [Fact]
    public void that_is_right_marks_nothing()
    {
        var row = Render<CheckRow>(with =>
            with.Add(c => c.Title, "Bag").Add(c => c.Expected, "MLV4H2K88QD7").Add(c => c.Scanned, "MLV4H2K88QD7")
        );

        Assert.Single(row.FindAll(".check--ok"));
        Assert.Empty(row.FindAll(".x"));
    }
}

public sealed class A_clock : Screen
{
    [Theory]
    [InlineData(718 * 24, "in 718 days")]
    [InlineData(48, "in 2 days")]
    [InlineData(47, "47:00:00")]
    [InlineData(0, "time is over")]
    [InlineData(-5, "time is over")]
    public void says_how_much_is_left(int hours, string words) =>
        Assert.Equal(
            words,
            Render<ExpiryClock>(with =>
                    with.Add(c => c.Label, "Expires").Add(c => c.Now, Noon).Add(c => c.Until, Noon.AddHours(hours))
                )
                .Find("[data-left] span")
                .TextContent
        );

    [Fact]
    public void gives_the_browser_both_instants_in_universal_time()
    {
        var left = Render<ExpiryClock>(with =>
                with.Add(c => c.Label, "Expires").Add(c => c.Now, Noon).Add(c => c.Until, Noon.AddHours(1))
            )
            .Find("[data-left]");

        Assert.Equal("2026-11-23T09:00:00.000Z", left.GetAttribute("data-now"));
        Assert.Equal("2026-11-23T10:00:00.000Z", left.GetAttribute("data-until"));
    }

    [Fact]
    public void never_promises_a_minute_that_is_not_there() =>
        Assert.Equal(
            "41",
            Render<ExpiryClock>(with =>
                    with.Add(c => c.Form, ClockForm.Bedside)
                        .Add(c => c.Label, "Time left")
                        .Add(c => c.Now, Noon)
                        .Add(c => c.Until, Noon.AddMinutes(41.99))
                )
                .Find("[data-left] span")
                .TextContent
        );

    [Fact]
    public void names_the_zone() =>
        Assert.Contains(
            "23 Nov 2026 12:00 UTC+3",
            Render<When>(with => with.Add(c => c.At, Noon)).Markup.Replace("&#x2B;", "+", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
}
