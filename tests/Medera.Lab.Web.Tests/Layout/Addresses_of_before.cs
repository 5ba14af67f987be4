using System.Net;
using System.Text.RegularExpressions;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Layout;

/// <summary>Bookmarks and printed procedures name pages as they were called before.</summary>
public sealed partial class Addresses_of_before(TestCluster cluster)
{
    [Fact]
    public async Task lead_on_with_what_they_name_and_with_what_is_behind_the_question_mark()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var technician = await WaitingDevice.SignInAsync(lab, "technician", "bench-1");
        foreach (var (old, now) in OldAddresses.All)
        {
            using var answer = await technician.GetAsync($"{Filled(old)[1..]}?find=MSC-26&from=1");
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal($"{Filled(now)}?find=MSC-26&from=1", answer.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task open_the_page_for_who_may_see_it()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(1);
        using var technician = await WaitingDevice.SignInAsync(lab, "technician", "bench-1");
        foreach (
            var (old, shows) in new[]
            {
                ("batches", "MSC-26-0001"),
                ($"batches/{batch.Id.Value}", "MSC-26-0001"),
                ($"batches/{batch.Id.Value}/timeline", "MSC-26-0001"),
                ($"containers/{batch.Vials[0]}", batch.Vials[0]),
            }
        )
        {
            using var moved = await technician.GetAsync(old);
            using var page = await technician.GetAsync(moved.Headers.Location!.OriginalString[1..]);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains(shows, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task lead_nowhere_else()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var technician = await WaitingDevice.SignInAsync(lab, "technician", "bench-1");
        using var escaped = await technician.GetAsync("containers/%2F%2Fevil.example%3Fa=b");
        var there = escaped.Headers.Location!.OriginalString;
        Assert.StartsWith("/processing/containers/%", there, StringComparison.Ordinal);
        Assert.DoesNotContain("//", there, StringComparison.Ordinal);
    }

    private static string Filled(string address) => Part().Replace(address, "7");

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Part();
}
