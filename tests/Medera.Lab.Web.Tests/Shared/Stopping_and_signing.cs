using Bunit;
using Medera.Lab.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class A_stop_screen : Screen
{
    private IRenderedComponent<StopScreen> Stopped(bool neutral = false) =>
        Render<StopScreen>(with =>
            with.Add(s => s.Why, "This bag and this wristband are not one session.")
                .Add(s => s.Call, "extension 4417")
                .Add(s => s.Rules, ["R1", "R3"])
                .Add(s => s.At, Noon)
                .Add(s => s.Where, "Ward tablet 3 · nurse 1")
                .Add(s => s.Number, "S-2611-0093")
                .Add(s => s.Expected, "MLV4H2K88QD7")
                .Add(s => s.Scanned, "MLV4H2K8BQDK")
                .Add(s => s.Neutral, neutral)
        );

    [Fact]
    public void is_an_alert_that_says_what_to_do()
    {
        var screen = Stopped();

        var alert = screen.Find("[role=alert]");
        Assert.Equal("Stop. Do not give.", alert.QuerySelector("h1")!.TextContent);
        Assert.Equal(3, alert.QuerySelectorAll("li").Length);
        Assert.Contains("extension 4417", alert.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("· Rule R1, R3", screen.Find("footer > span").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void has_no_place_for_a_patient() =>
        Assert.DoesNotContain(
            typeof(StopScreen).GetProperties(),
            p =>
                p.Name.Contains("Patient", StringComparison.OrdinalIgnoreCase)
                || p.Name.Contains("Birth", StringComparison.OrdinalIgnoreCase)
        );

    [Fact]
    public void has_a_form_without_alarm_for_a_room_where_parents_watch()
    {
        var screen = Stopped(neutral: true);

        Assert.DoesNotContain("Stop", screen.Find("[role=alert]").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("not one session", screen.Markup, StringComparison.Ordinal);
        Assert.Equal(3, screen.FindAll("ol li").Count);
    }
}

public sealed class A_signature : Screen
{
    private readonly List<Signing> signed = [];

    private IRenderedComponent<SignDialog> Asked(string? reason = null) =>
        Render<SignDialog>(with =>
            with.Add(d => d.Open, true)
                .Add(d => d.Title, "Sign the release")
                .Add(d => d.Who, "releaser 1 · signature 1 of 2")
                .Add(d => d.At, Noon)
                .Add(d => d.Meaning, "I reviewed this record.")
                .Add(d => d.What, [new("What", "22 vials")])
                .Add(d => d.Consequence, "The vials may be issued.")
                .Add(d => d.ActionLabel, "Sign")
                .Add(d => d.ReasonLabel, reason)
                .Add(d => d.OnSign, given => signed.Add(given))
        );

    [Fact]
    public void is_never_given_by_default()
    {
        var dialog = Asked("Comment");

        Assert.Empty(dialog.FindAll("form"));
        Assert.All(dialog.FindAll("button"), button => Assert.Equal("button", button.GetAttribute("type")));
    }

    [Fact]
    public void shows_who_what_meaning_and_consequence()
    {
        var text = Asked().Find("dialog").TextContent;

        foreach (
            var part in new[]
            {
                "releaser 1",
                "22 vials",
                "I reviewed this record.",
                "The vials may be issued.",
                "UTC+3",
            }
        )
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task hands_over_the_password_and_forgets_it()
    {
        var dialog = Asked("Comment");
        await dialog.Find("#sign-password").ChangeAsync("open sesame");
        await dialog.Find("#sign-reason").ChangeAsync("  ");

        await dialog.Find(".btn--primary").ClickAsync();

        Assert.Equal("open sesame", Assert.Single(signed).Password);
        Assert.Null(signed[0].Reason);
        Assert.True(string.IsNullOrEmpty(dialog.Find("#sign-password").GetAttribute("value")));
    }

    [Fact]
    public void does_not_print_its_password() =>
        Assert.DoesNotContain("sesame", new Signing("open sesame", "why").ToString(), StringComparison.Ordinal);
}

public sealed class Reasons : Screen
{
    [Fact]
    public void name_rule_kind_sentence_and_who_clears_them()
    {
        var row = Render<WhyNotPanel>(with =>
                with.Add(p => p.Title, "Release is blocked by 1 rule")
                    .Add(p => p.Rows, [new("R8b", "QA-STOP", "The excursion is not assessed.", "QA 1 or QA 2")])
            )
            .Find("li");

        Assert.StartsWith("R8b", row.QuerySelector(".whynot__rule")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("QA-STOP", row.QuerySelector("small")!.TextContent);
        Assert.Contains("The excursion is not assessed.", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("What to do: QA 1 or QA 2", row.QuerySelector(".whynot__clear")!.TextContent);
    }

    [Fact]
    public void stand_on_a_blocked_card_that_is_no_link()
    {
        var card = Render<NextActionCard>(with =>
            with.Add(c => c.Title, "Ship")
                .Add(c => c.Why, "Not released (rule R7).")
                .Add(c => c.ClearedBy, "releaser 1")
        );

        Assert.Empty(card.FindAll("a, button"));
        Assert.Contains("What to do: releaser 1", card.Find(".why").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BannerKind.Block, "alert")]
    [InlineData(BannerKind.Warn, "status")]
    public void are_announced_as_loudly_as_they_matter(BannerKind kind, string role) =>
        Assert.Equal(
            role,
            Render<BlockBanner>(with => with.Add(b => b.Title, "x").Add(b => b.Kind, kind))
                .Find(".banner")
                .GetAttribute("role")
        );

    [Fact]
    public void in_a_summary_lead_to_their_field_on_this_page()
    {
        Services
            .GetRequiredService<Bunit.TestDoubles.BunitNavigationManager>()
            .NavigateTo("/processing/batches/1?tab=2");

        var link = Render<ErrorSummary>(with => with.Add(e => e.Errors, [new("volume", "At most 30.0 mL")]))
            .Find("[role=alert] a");

        Assert.Equal("/processing/batches/1?tab=2#volume", link.GetAttribute("href"));
    }
}

public sealed class A_timeline : Screen
{
    [Fact]
    public void opens_to_what_was_stored_and_runs_none_of_it()
    {
        var line = Render<Timeline>(with =>
            with.Add(t => t.Audit, true)
                .Add(
                    t => t.Entries,
                    [new(Noon, "Filled <24> vials", "technician 1", Raw: """{"note":"<script>alert(1)</script>"}""")]
                )
        );

        Assert.Empty(line.FindAll("script"));
        Assert.Contains("<script>", line.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Equal("Filled <24> vials", line.Find(".tl__say").TextContent);
    }

    [Fact]
    public void shows_a_text_that_is_no_json_as_it_is() =>
        Assert.Equal(
            "{broken",
            Render<Timeline>(with =>
                    with.Add(t => t.Audit, true).Add(t => t.Entries, [new(Noon, "x", "y", Raw: "{broken")])
                )
                .Find("pre")
                .TextContent
        );

    [Fact]
    public void keeps_a_corrected_value_struck_through() =>
        Assert.Equal(
            "A8",
            Render<Timeline>(with =>
                    with.Add(
                        t => t.Entries,
                        [
                            new(
                                Noon,
                                "Corrected position: A9",
                                "technician 3",
                                Kind: TimelineKind.Correction,
                                OldValue: "A8"
                            ),
                        ]
                    )
                )
                .Find("s")
                .TextContent
        );

    [Fact]
    public void marks_where_a_ribbon_stands() =>
        Assert.Equal(
            "step",
            Render<CustodyRibbon>(with =>
                    with.Add(r => r.Label, "States")
                        .Add(r => r.Steps, [new("Received", RibbonStand.Done), new("Filled", RibbonStand.Now)])
                )
                .Find("li.now")
                .GetAttribute("aria-current")
        );
}
