using System.Globalization;
using Bunit;
using Medera.Lab.Collection;
using Medera.Lab.Rules;
using Medera.Lab.Web.Home;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class A_page_that_follows_the_feed(TestCluster cluster)
{
    private sealed class Place(CutLaboratory at) : Screen(at.Serve);

    [Fact]
    public async Task keeps_its_readers_language_whoever_acts()
    {
        await using var at = await CutLaboratory.OpenAsync(cluster);
        await using var place = new Place(at);
        var lot = await at.LotAsync();
        var protocol = (await at.Lab.Reads.ProtocolsAsync()).Items[0].Id;
        In("tr");
        var page = await at.OpenAsync<ScanHomePage>(place, "technician", "bench-1");

        In("en");
        await at.Lab.Must("clinician", new CollectionCommand.PlanBatch("MSC-26-0009", lot.Donor.Id, protocol));
        page.WaitForAssertion(() => Assert.Contains("MSC-26-0009", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));

        Assert.Contains(Words.Of("collection.complete", "tr"), page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Words.Of("collection.complete", "en"), page.Markup, StringComparison.Ordinal);
    }

    private static void In(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
