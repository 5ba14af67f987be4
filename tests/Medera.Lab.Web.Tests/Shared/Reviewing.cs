using Bunit;
using Medera.Lab.Web.Desk;
using Xunit;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class Reviewing : Screen
{
    private static readonly PersonId Tester = new(Ids.New());
    private readonly List<Command> wanted = [];

    private static BatchView View(
        BatchState state,
        int version = 9,
        ReleaseSignature? first = null,
        IReadOnlyList<Result>? results = null,
        int trail = 0
    )
    {
        var id = new BatchId(Ids.New());
        var donor = new Subject(
            new SubjectId(Ids.New()),
            "D-1",
            Donor: true,
            Patient: false,
            Minor: false,
            null,
            null,
            [],
            null,
            null,
            Eligibility: new DonorRecord(
                [
                    new DonorRound(
                        Noon,
                        Noon,
                        Tester,
                        [.. DonorTesting.Always.Select(t => new DonorResult(t, DonorTestOutcome.NonReactive))]
                    ),
                ],
                new Determination(DonorOutcome.Eligible, false, default, Noon, Tester, 1)
            )
        );
        var content = new ProtocolContent(
            "MSC",
            Origin.Allogeneic,
            "cord",
            [],
            1,
            1,
            1,
            5m,
            1,
            5,
            20m,
            20m,
            [
                new TestLimit("Sterility", Requirement.Mandatory, null, null, "no growth", ""),
                new TestLimit("Karyotype", Requirement.Informative, null, null, "normal", ""),
            ],
            700,
            60,
            24,
            "E-1",
            Noon.AddYears(1),
            2
        );
        return new BatchView(
            new Batch(
                id,
                "MSC-26-0001",
                Origin.Allogeneic,
                donor.Id,
                null,
                null,
                new ProtocolId(Ids.New()),
                state,
                Noon,
                Noon,
                0,
                null,
                null,
                null,
                2,
                1m,
                0,
                4,
                4,
                null,
                [],
                [],
                trail,
                first,
                Medera.Lab.Labels.LabelCounts.None
            ),
            new Protocol(new ProtocolId(Ids.New()), "UC-IV", 1, ProtocolState.Approved, content),
            donor,
            null,
            version,
            results ?? [],
            [],
            4
        );
    }

    private static Result Of(string test, bool passed, bool verified) =>
        new(
            new ResultId(Ids.New()),
            default,
            test,
            1,
            "x",
            passed,
            Tester,
            Noon,
            verified ? Tester : null,
            verified ? Noon : null,
            null,
            Current: true
        );

    private IRenderedComponent<ReviewActs> Acts(BatchView view, Roles roles, bool blocked) =>
        Render<ReviewActs>(with =>
            with.Add(a => a.View, view)
                .Add(a => a.Me, new Person(Tester, "x", roles))
                .Add(a => a.Blocked, blocked)
                .Add(a => a.OnWanted, (Command c) => wanted.Add(c))
        );

    [Fact]
    public void decides_nothing_a_blocked_signature_is_asked_of_the_desk_all_the_same()
    {
        var view = View(BatchState.UnderReview);
        var button = Acts(view, Roles.Auditor, blocked: true).Find("#sign-release");

        Assert.Equal("true", button.GetAttribute("aria-disabled"));
        Assert.False(button.HasAttribute("disabled"));
        button.Click();
        Assert.Equal(new SignRelease(view.Batch.Id), Assert.Single(wanted));
    }

    [Fact]
    public void hands_the_reason_on_as_it_was_chosen()
    {
        var view = View(BatchState.UnderReview);
        var acts = Acts(view, Roles.Qa, blocked: false);

        acts.Find("#act-reason").Change("other");
        acts.Find("#act-text").Change(" labels mixed ");
        acts.Find("#return").Click();

        Assert.Equal(new ReturnReview(view.Batch.Id, "other", "labels mixed"), Assert.Single(wanted));
    }

    [Fact]
    public void counts_what_is_missing_and_leaves_informative_tests_alone()
    {
        var gaps = ReviewGaps.Find(
            View(BatchState.Quarantine, results: [Of("Karyotype", passed: false, verified: true)])
        );

        Assert.Equal(["Sterility"], gaps.Missing);
        Assert.Empty(gaps.Failing);
        Assert.False(gaps.OnlySignatures);
    }

    [Fact]
    public void says_who_is_left_when_only_signatures_are() =>
        Assert.True(
            ReviewGaps
                .Find(View(BatchState.UnderReview, results: [Of("Sterility", passed: true, verified: true)]))
                .OnlySignatures
        );

    [Theory]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public void a_first_signature_stands_only_while_nothing_was_recorded_since(int over, bool stands) =>
        Assert.Equal(
            stands,
            ReviewGaps
                .Find(
                    View(BatchState.UnderReview, version: 9, first: new ReleaseSignature(Tester, Noon, over, "x", []))
                )
                .FirstStands
        );
}

public sealed class An_intended_act
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(3));
    private static readonly Command Sign = new SignRelease(new BatchId(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)));

    [Fact]
    public void keeps_its_identifier_until_the_desk_has_answered()
    {
        var intended = new Intended();
        var id = intended.IdOf(Sign);

        Assert.Equal(id, intended.IdOf(Sign));
        intended.Answered();
        Assert.NotEqual(id, intended.IdOf(Sign));
    }

    [Fact]
    public void shares_no_identifier_with_another()
    {
        var intended = new Intended();

        Assert.NotEqual(intended.IdOf(Sign), intended.IdOf(new SignRelease(new BatchId(Ids.New()))));
    }

    [Fact]
    public void is_the_same_where_a_form_was_read_again()
    {
        var intended = new Intended();
        var batch = new BatchId(Ids.New());

        Assert.Equal(
            intended.IdOf(new VerifyResults(batch, ["Sterility", "Endotoxin"])),
            intended.IdOf(new VerifyResults(batch, ["Sterility", "Endotoxin"]))
        );
    }

    [Fact]
    public void is_another_where_only_a_private_text_is_another()
    {
        var intended = new Intended();
        var batch = new BatchId(Ids.New());

        Assert.NotEqual(
            intended.IdOf(new OpenDeviation(batch, true, "a torn bag")),
            intended.IdOf(new OpenDeviation(batch, true, "a torn label"))
        );
    }

    [Fact]
    public void recorded_late_is_another_than_recorded_now_whoever_types_which_password()
    {
        var intended = new Intended();
        var late = new LateRequest(Noon, "documentation", null, "technician2", "typed wrongly");
        var id = intended.IdOf(Sign, late);

        Assert.Equal(id, intended.IdOf(Sign, late with { SecondPassword = "typed rightly" }));
        Assert.NotEqual(id, intended.IdOf(Sign));
    }
}
