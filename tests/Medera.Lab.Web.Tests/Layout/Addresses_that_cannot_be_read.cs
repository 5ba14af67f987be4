using System.Net;
using System.Text.RegularExpressions;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Layout;

/// <summary>An address that was cut off or typed by hand opens its page without what cannot be read; no page ends in a fault for it.</summary>
public sealed partial class Addresses_that_cannot_be_read(TestCluster cluster)
{
    [Fact]
    public async Task of_a_day_that_has_no_checkpoint_lead_to_nothing()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var auditor = await SignedInPages.SignInAsync(lab, "auditor");
        foreach (var day in new[] { "9999-12-31", "0001-01-01", "2026-02-30", "x" })
        {
            using var answer = await auditor.GetAsync($"audit/log/days/{day}");
            Assert.Equal((day, HttpStatusCode.NotFound), (day, answer.StatusCode));
        }
    }

    [Fact]
    public async Task are_none_that_the_rail_offers_whoever_looks_at_it()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        foreach (var (user, _) in DemonstrationLaboratory.Accounts.DistinctBy(account => account.Roles))
        {
            using var somebody = await SignedInPages.SignInAsync(lab, user);
            var offered = Rail().Matches(await somebody.TextAsync("")).Select(link => link.Groups["to"].Value).ToList();
            Assert.Contains("/", offered);
            foreach (var to in offered)
            {
                using var answer = await somebody.GetAsync(to);
                Assert.Equal(
                    (user, HttpStatusCode.OK, to),
                    (user, answer.StatusCode, answer.RequestMessage!.RequestUri!.AbsolutePath)
                );
            }
        }
    }

    [GeneratedRegex("class=\"rail__link\" href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rail();

    [Fact]
    public async Task open_their_page_without_it()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var technician = await SignedInPages.SignInAsync(lab, "technician");
        foreach (
            var (asked, opened) in new[]
            {
                ("processing?find=MSC%00&state=Released", "/processing?state=Released"),
                (
                    "storage/rooms/do/storage.open-room?event=99999999999999999999",
                    "/storage/rooms/do/storage.open-room"
                ),
                (
                    "storage/rooms/do/storage.open-room?late=x&back=review",
                    "/storage/rooms/do/storage.open-room?back=review"
                ),
                ("storage/rooms?nobody=asks", "/storage/rooms?nobody=asks"),
                ("processing?state=Planned,Collected", "/processing?state=Planned,Collected"),
            }
        )
        {
            using var answer = await technician.GetAsync(asked);
            Assert.Equal(
                (HttpStatusCode.OK, opened),
                (answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery)
            );
        }
    }
}
