using System.Net;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Layout;

/// <summary>What browsers keep for the time without a server.</summary>
public sealed class The_page_without_a_server(TestCluster cluster)
{
    [Theory]
    [InlineData("en", "What works now")]
    [InlineData("tr", "Şu anda çalışanlar")]
    public async Task is_the_same_for_everybody_and_of_nobody(string language, string words)
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var stranger = WaitingDevice.Stranger(lab);
        using var technician = await WaitingDevice.SignInAsync(lab, "technician", "bench-1");
        var pages = new List<string>();
        foreach (var device in new[] { technician, stranger, technician })
        {
            using var answer = await device.GetAsync($"offline/{language}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(
                "default-src 'self'",
                string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")),
                StringComparison.Ordinal
            );
            pages.Add(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        var page = Assert.Single(pages.Distinct(StringComparer.Ordinal));
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("technician", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_in_the_languages_of_the_house_only()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var stranger = WaitingDevice.Stranger(lab);
        using var answer = await stranger.GetAsync("offline/de");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
