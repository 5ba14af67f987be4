using Bunit;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Shared;

/// <summary>A release that is recorded is in force; the lot leaves when it is sealed, and nobody has to wait for that in front of a screen.</summary>
public sealed class A_release_on_screen(TestCluster cluster) : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private LabBehindProxy at = null!;
    private Place place = null!;
    private TestBatch batch = null!;

    private sealed class Place(LabBehindProxy at) : Screen(at.Serve);

    public async ValueTask InitializeAsync()
    {
        (at, batch) = await LabBehindProxy.OpenAsync(cluster, new Lot(Reached.Released, Vials: 1));
        place = new Place(at);
    }

    public async ValueTask DisposeAsync()
    {
        await place.DisposeAsync();
        await at.DisposeAsync();
    }

    [Fact]
    public async Task is_being_sealed_at_first_and_then_sealed()
    {
        var review = await at.OpenAsync<ReviewPage>(place, "releaser2", "qc-1", p => p.Add(r => r.Id, batch.Id.Value));
        var line = review.WaitForElement("[data-seal]", Soon);
        // A slow machine may need more than five seconds to come here.
        Assert.Contains(line.GetAttribute("data-seal"), new[] { "sealing", "late" });
        Assert.StartsWith("Recorded", line.TextContent.Trim(), StringComparison.Ordinal);

        await at.Lab.SealAsync();
        TellSealed();

        review.WaitForAssertion(
            () => Assert.Equal("sealed", review.Find("[data-seal]").GetAttribute("data-seal")),
            Soon
        );
        Assert.Contains("log index", review.Find("[data-seal]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_after_five_seconds_that_nothing_is_to_be_repeated()
    {
        at.Lab.Later(TimeSpan.FromSeconds(6));
        var review = await at.OpenAsync<ReviewPage>(place, "releaser2", "qc-1", p => p.Add(r => r.Id, batch.Id.Value));

        var line = review.WaitForElement("[data-seal=late]", Soon).TextContent;
        Assert.Contains("the lot cannot leave", line, StringComparison.Ordinal);
        Assert.Contains("nothing is to be repeated", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_so_by_itself_on_a_page_that_stays_open()
    {
        var review = await at.OpenAsync<ReviewPage>(place, "releaser2", "qc-1", p => p.Add(r => r.Id, batch.Id.Value));

        review.WaitForAssertion(() => Assert.Equal("late", review.Find("[data-seal]").GetAttribute("data-seal")), Soon);
    }

    [Fact]
    public async Task is_a_quiet_line_of_the_batch()
    {
        var page = await at.OpenAsync<BatchPage>(place, "qa", "qc-1", p => p.Add(b => b.Id, batch.Id.Value));
        Assert.Equal("Release recorded, not yet sealed", page.WaitForElement("[data-seal]", Soon).TextContent);

        await at.Lab.SealAsync();
        TellSealed();

        page.WaitForAssertion(
            () => Assert.StartsWith("Release sealed", page.Find("[data-seal]").TextContent, StringComparison.Ordinal),
            Soon
        );
    }

    // What the follower of the log does in a laboratory that serves.
    private void TellSealed() =>
        at
            .Lab.Services.GetRequiredService<Feed>()
            .Tell(new FeedNote([batch.Id.Value], at.Lab.Clock.Now) { SealedUpTo = 1 });
}
