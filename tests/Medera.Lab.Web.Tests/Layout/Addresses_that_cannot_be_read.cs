using System.Net;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Layout;

/// <summary>An address that was cut off or typed by hand opens its page without what cannot be read; no page ends in a fault for it.</summary>
public sealed class Addresses_that_cannot_be_read(TestCluster cluster)
{
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
