using System.Globalization;
using Bunit;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Home;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class A_page_that_follows_the_feed(TestCluster cluster)
{
    private sealed class Place(LabBehindProxy at) : Screen(at.Serve);

    [Fact]
    public async Task keeps_its_readers_language_whoever_acts()
    {
        await using var at = await LabBehindProxy.OpenAsync(cluster);
        await using var place = new Place(at);
        var lot = await at.LotAsync();
        var protocol = (await at.Lab.Reads.Planning.ProtocolsAsync()).Items[0].Id;
        In("tr");
        var page = await at.OpenAsync<ScanHomePage>(place, "technician", "bench-1");

        In("en");
        await at.Lab.Must("clinician", new PlanBatch("MSC-26-0009", lot.Donor.Id, protocol));
        page.WaitForAssertion(
            () => Assert.Contains("MSC-26-0009", page.Markup, StringComparison.Ordinal),
            TimeSpan.FromSeconds(20)
        );

        Assert.Contains(Words.Word("collection.complete", "tr"), page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Words.Word("collection.complete", "en"), page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task draws_once_more_for_all_that_it_was_told_while_it_drew()
    {
        await using var at = await LabBehindProxy.OpenAsync(cluster);
        await using var place = new Place(at);
        var page = await at.OpenAsync<SlowPage>(place, "technician", "bench-1");
        var feed = at.Lab.Services.GetRequiredService<Feed>();

        for (var i = 0; i < 50; i++)
            feed.Tell(new FeedNote([], at.Lab.Clock.Now));
        page.WaitForAssertion(() => Assert.Equal(1, page.Instance.Drawn), TimeSpan.FromSeconds(20));
        page.Instance.Answer.SetResult();
        page.WaitForAssertion(() => Assert.Equal(2, page.Instance.Drawn), TimeSpan.FromSeconds(20));

        feed.Tell(new FeedNote([], at.Lab.Clock.Now));
        page.WaitForAssertion(() => Assert.Equal(3, page.Instance.Drawn), TimeSpan.FromSeconds(20));
    }

    /// <summary>A page that reads only when it is told, and then takes its time.</summary>
    private sealed class SlowPage : LabPage
    {
        public int Drawn { get; private set; }

        public TaskCompletionSource Answer { get; } = new();

        protected override bool Concerns(FeedNote note) => true;

        protected override Task OpenAsync() => Task.CompletedTask;

        protected override Task ReloadAsync()
        {
            Drawn++;
            return Answer.Task;
        }
    }

    private static void In(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
