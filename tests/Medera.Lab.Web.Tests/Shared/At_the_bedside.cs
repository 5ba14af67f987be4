using Bunit;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class A_refusal_at_the_bedside : Screen
{
    private const string InHand = "MLV4H2K8BQDK";
    private const string OfThisBed = "MLV4H2K88QD7";
    private const string AnothersWristband = "MLWHURMFYTK4";
    private const string AnothersCode = "P-10188";

    private static Answer Refused(params Broken[] broken) =>
        new(
            Ids.New(),
            Outcome.Refused,
            Noon,
            InHand,
            [new AboutThing("subject", Ids.New(), AnothersCode)],
            [],
            broken,
            []
        );

    [Theory]
    [InlineData("R1", true)]
    [InlineData("R3", true)]
    [InlineData("R5", true)]
    [InlineData("R7", true)]
    [InlineData("R10", true)]
    [InlineData("R11", true)]
    [InlineData("R26", true)]
    [InlineData("container.held", true)]
    [InlineData("R4", false)]
    [InlineData("R22", false)]
    [InlineData("scan.unreadable", false)]
    public void stops_everything_only_where_there_is_danger(string rule, bool stops) =>
        Assert.Equal(
            stops,
            BedsideStop.Is(Refused(new Broken(rule, RuleKind.Stop, "x", new Dictionary<string, string>())))
        );

    [Fact]
    public void stops_nothing_where_it_is_only_flagged_or_accepted()
    {
        Assert.False(BedsideStop.Is(Refused(new Broken("R1", RuleKind.Flag, "x", new Dictionary<string, string>()))));
        Assert.False(
            BedsideStop.Is(Refused(IdentityRules.RightPatient.Broken("patient")) with { Outcome = Outcome.Accepted })
        );
    }

    [Fact]
    public void names_no_other_patient()
    {
        var stop = BedsideStop.Describe(
            Refused(IdentityRules.RightPatient.Broken("patient"), IdentityRules.KeptForThisPatient.Broken("session")),
            Noon,
            InHand,
            OfThisBed,
            b => Sentences.Sentence(b, "en", (_, text) => text)
        );
        var screen = Render<StopScreen>(with =>
            with.Add(s => s.Why, stop.Why)
                .Add(s => s.Call, "the cell laboratory")
                .Add(s => s.At, stop.At)
                .Add(s => s.Where, "bedside-1 · nurse")
                .Add(s => s.Expected, stop.Expected)
                .Add(s => s.Scanned, stop.Scanned)
        );

        Assert.DoesNotContain(AnothersCode, screen.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(AnothersWristband, screen.Markup, StringComparison.Ordinal);
        Assert.Equal(2, screen.FindAll(".chars").Count);
        Assert.DoesNotContain("Quality", screen.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void says_the_number_by_which_the_laboratory_finds_the_attempt()
    {
        var attempt = new Guid("0193586f-b0da-7485-8bfb-928d7f3a09c2");
        Assert.Equal(
            "7F3A-09C2",
            BedsideStop
                .Describe(
                    Refused(IdentityRules.RightPatient.Broken("patient")) with
                    {
                        RefusalEventId = attempt,
                    },
                    Noon,
                    InHand,
                    null,
                    b => b.Rule
                )
                .Reference
        );
        Assert.Null(
            BedsideStop
                .Describe(Refused(IdentityRules.RightPatient.Broken("patient")), Noon, InHand, null, b => b.Rule)
                .Reference
        );
        // Two of one minute differ only at their ends.
        Assert.NotEqual(Reference.Shorten(Ids.New()), Reference.Shorten(Ids.New()));
    }

    [Fact]
    public void tells_nothing_of_the_course_of_another_patient()
    {
        var stop = BedsideStop.Describe(
            Refused(
                IdentityRules.KeptForThisPatient.Broken("session"),
                IdentityRules.RightRoute.Broken("session", ("next", 3), ("kept", 2)),
                TimeRules.WithinTimeAfterThaw.Broken("opened", ("given", 2500))
            ),
            Noon,
            InHand,
            null,
            b => b.Rule
        );

        Assert.Equal("R3", stop.Why);
        Assert.Equal(["R3"], stop.Rules);
    }

    [Fact]
    public void holds_nothing_that_could_be_a_person() =>
        Assert.Equal(
            ["At", "Expected", "Reference", "Rules", "Scanned", "Why"],
            typeof(BedsideStop)
                .GetProperties()
                .Select(p => p.Name)
                .Where(n => n != "EqualityContract")
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void looks_for_no_other_product_where_the_right_one_came_at_the_wrong_time() =>
        Assert.Null(
            BedsideStop
                .Describe(
                    Refused(TimeRules.NotExpired.Broken("expired", ("until", Noon))),
                    Noon,
                    InHand,
                    InHand,
                    b => b.Rule
                )
                .Expected
        );
}

public sealed class Numbers_as_they_are_typed
{
    [Theory]
    [InlineData("19.4", 19400)]
    [InlineData("19,4", 19400)]
    [InlineData(" 20 ", 20000)]
    [InlineData("0.125", 125)]
    public void are_read_with_a_comma_or_a_point(string typed, long thousandths)
    {
        Assert.True(Decimals.TryThousandths(typed, out var read));
        Assert.Equal(thousandths, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1.234,5")]
    [InlineData("1.2345")]
    [InlineData("-3")]
    [InlineData("1e9")]
    [InlineData("19.4 kg")]
    [InlineData("٣")]
    [InlineData(".")]
    public void are_refused_rather_than_guessed(string? typed) => Assert.False(Decimals.TryThousandths(typed, out _));
}

public sealed class Giving : Screen
{
    private static readonly PersonIds Nurses = new();
    private readonly List<Command> wanted = [];

    private sealed record PersonIds
    {
        public PersonId First { get; } = new(Ids.New());
        public PersonId Second { get; } = new(Ids.New());
    }

    public Giving()
        : base(services => services.AddSingleton(new LabTime(TimeProvider.System, TimeZoneInfo.Utc))) { }

    private static BedsideView At(ContainerState state, BedsideCheck? first = null, BedsideCheck? second = null) =>
        new(
            new Container(
                new ContainerId(Ids.New()),
                new BatchId(Ids.New()),
                "MLV4H2K88QD7",
                ContainerKind.Product,
                1,
                state,
                Noon,
                Nurses.First,
                20_000,
                20_000_000,
                [],
                null,
                null,
                null,
                new Reservation(new PlanId(Ids.New()), 1, new SubjectId(Ids.New())),
                Noon,
                Noon.AddHours(1),
                first,
                second,
                0,
                Noon
            ),
            null!,
            null,
            new Session(1, Route.Intravenous, Noon, Noon, SessionState.Ready, DoseCells: 15_000_000),
            null,
            null
        );

    private IRenderedComponent<GiveForms> Drawn(BedsideView view) =>
        Render<GiveForms>(with =>
            with.Add(f => f.View, view).Add(f => f.Now, Noon).Add(f => f.OnWanted, (Command c) => wanted.Add(c))
        );

    [Fact]
    public void begins_with_the_volume_of_the_dose_and_without_a_route()
    {
        var form = Drawn(At(ContainerState.Matched, new(Nurses.First, Noon), new(Nurses.Second, Noon)));

        Assert.Equal("15.0", form.Find("#volume").GetAttribute("value"));
        form.Find("#start-now").Click();
        Assert.Empty(wanted);
        Assert.Contains("route", form.Find(".errors a").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void hands_on_what_was_chosen_even_where_the_plan_says_otherwise()
    {
        var form = Drawn(At(ContainerState.Matched, new(Nurses.First, Noon), new(Nurses.Second, Noon)));

        form.Find("#route-it").Change("on");
        form.Find("#volume").Change("90,5");
        form.Find("#start-now").Click();

        var start = Assert.IsType<StartAdministration>(Assert.Single(wanted));
        Assert.Equal((Route.Intrathecal, 90_500), (start.Route, start.VolumeUl));
    }

    [Fact]
    public void counts_only_checks_that_stand()
    {
        var first = new BedsideCheck(Nurses.First, Noon);
        Assert.Equal(0, At(ContainerState.Ready).Checks(Noon));
        Assert.Equal(1, At(ContainerState.Ready, first).Checks(Noon));
        Assert.Equal(0, At(ContainerState.Ready, first).Checks(Noon + Dose.MatchStands + TimeSpan.FromSeconds(1)));
        Assert.Equal(2, At(ContainerState.Matched, first, new BedsideCheck(Nurses.Second, Noon)).Checks(Noon));
    }

    [Fact]
    public void shows_a_name_only_after_both_codes_were_scanned()
    {
        Assert.False(BedsideView.ShowsPerson(At(ContainerState.Ready).Container));
        Assert.True(BedsideView.ShowsPerson(At(ContainerState.Ready, new BedsideCheck(Nurses.First, Noon)).Container));
        Assert.False(
            BedsideView.ShowsPerson(At(ContainerState.Stored, new BedsideCheck(Nurses.First, Noon)).Container)
        );
    }
}
