using Bunit;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Shared;

/// <summary>QC records a donor's tests and QA determines, each with the one form that is theirs; the review leads there.</summary>
public sealed class A_donor_on_screen(TestCluster cluster) : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private LabBehindProxy at = null!;
    private Place place = null!;
    private TestBatch batch = null!;

    private sealed class Place(LabBehindProxy at) : Screen(at.Serve);

    public async ValueTask InitializeAsync()
    {
        (at, batch) = await LabBehindProxy.OpenAsync(cluster, new Lot(Reached.Reviewed, Vials: 1, Eligible: false));
        place = new Place(at);
    }

    public async ValueTask DisposeAsync()
    {
        await place.DisposeAsync();
        await at.DisposeAsync();
    }

    [Fact]
    public async Task is_recorded_by_QC_test_by_test_as_the_report_says()
    {
        var page = await OpenAsync("qc");
        Assert.Empty(page.FindAll("#determine"));
        page.Find("#do-record").Click();
        Assert.Equal(2, page.WaitForElements(".errors a", Soon).Count);

        page.Find("#drawn-on").Change("2026-01-05T09:30:00");
        page.Find("#test-HivNat").Change("NonReactive");
        page.Find("#test-HbsAg").Change("Indeterminate");
        page.Find("#do-record").Click();

        page.WaitForElement(".banner--ok", Soon);
        Assert.Equal("Indeterminate", page.Find("#donor-tests [data-test=HbsAg]").GetAttribute("data-outcome"));
        Assert.Equal("none", page.Find("#donor-tests [data-test=Syphilis]").GetAttribute("data-outcome"));
        Assert.Equal("", page.Find("#test-HbsAg").GetAttribute("value") ?? "");
        var round = Assert.Single((await at.Lab.Reads.Donors.DonorAsync(batch.Donor.Id))!.Donor.TestedAs().Rounds);
        Assert.Equal(
            [
                new DonorResult(DonorTest.HivNat, DonorTestOutcome.NonReactive),
                new DonorResult(DonorTest.HbsAg, DonorTestOutcome.Indeterminate),
            ],
            round.Results
        );
    }

    [Fact]
    public async Task is_determined_by_QA_with_a_signature_and_a_contradiction_is_told()
    {
        var page = await OpenAsync("qa");
        Assert.Empty(page.FindAll("#record-tests"));
        page.Find("#determine input[value=Eligible]").Change(true);
        page.Find("#do-determine").Click();
        await SignAsync(page);
        Assert.Contains(
            "tests that are not recorded",
            page.WaitForElement("[aria-labelledby=not-done]", Soon).TextContent,
            StringComparison.Ordinal
        );

        page.Find("#determine input[value=Incomplete]").Change(true);
        page.Find("#do-determine").Click();
        await SignAsync(page);
        page.WaitForAssertion(
            () => Assert.Equal("Incomplete", page.Find("#donor-status").GetAttribute("data-standing")),
            Soon
        );
    }

    [Fact]
    public async Task is_only_read_by_a_releaser()
    {
        var page = await OpenAsync("releaser");
        Assert.Empty(page.FindAll("#determine, #record-tests"));
        Assert.Equal("none", page.Find("#donor-status").GetAttribute("data-standing"));
    }

    [Fact]
    public async Task shows_what_a_repeated_test_said_before()
    {
        foreach (var outcome in new[] { DonorTestOutcome.Reactive, DonorTestOutcome.NonReactive })
            await at.Lab.Must(
                "qc",
                new RecordDonorTests(batch.Donor.Id, [new(DonorTest.Syphilis, outcome)], at.Lab.Clock.Now),
                "qc-1"
            );
        var row = (await OpenAsync("qa")).Find("#donor-tests [data-test=Syphilis]");
        Assert.Equal("NonReactive", row.GetAttribute("data-outcome"));
        Assert.Equal("reactive", row.QuerySelector("s")!.TextContent);
    }

    [Fact]
    public async Task stands_first_among_the_exceptions_of_a_review_until_it_is_settled()
    {
        var review = await at.OpenAsync<ReviewPage>(place, "releaser", "qc-1", p => p.Add(r => r.Id, batch.Id.Value));
        var item = review.WaitForElement(".exc[data-rule=R12]", Soon);
        Assert.Contains("not determined", item.TextContent, StringComparison.Ordinal);
        var link = $"/donors/{batch.Donor.Id.Value}?batch={batch.Id.Value}";
        Assert.Equal(link, review.Find("#to-donor").GetAttribute("href"));
        Assert.Equal(link, review.Find(".whynot a").GetAttribute("href"));
        Assert.NotEmpty(review.FindAll("[data-who=qa-donor]"));

        await TestBatch.EligibleAsync(
            at.Lab,
            batch.Donor.Id,
            (await at.Lab.Reads.Processing.BatchAsync(batch.Id))!.Protocol.Id
        );
        review = await at.OpenAsync<ReviewPage>(place, "releaser", "qc-1", p => p.Add(r => r.Id, batch.Id.Value));
        review.WaitForElement("#clear-to-sign", Soon);
        Assert.Empty(review.FindAll(".exc[data-rule=R12], [data-who=qa-donor]"));
        Assert.Empty(await at.Lab.Desk.Ask(at.Lab.As("releaser", null), new SignRelease(batch.Id)));
    }

    private async Task<IRenderedComponent<DonorPage>> OpenAsync(string who)
    {
        var page = await at.OpenAsync<DonorPage>(place, who, "qc-1", p => p.Add(d => d.Id, batch.Donor.Id.Value));
        page.WaitForElement("#donor-status", Soon);
        return page;
    }

    private static async Task SignAsync(IRenderedComponent<DonorPage> page)
    {
        var dialog = page.FindComponent<Web.Shared.SignDialog>();
        await page.InvokeAsync(() =>
            dialog.Instance.OnSign.InvokeAsync(new Web.Shared.Signing(TestLaboratory.Password, null))
        );
    }
}
