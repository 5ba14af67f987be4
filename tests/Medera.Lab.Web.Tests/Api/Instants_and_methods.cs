using System.Net;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Api;

/// <summary>What a request says in its form: when, by which method, in which kind of body.</summary>
public sealed class Instants_and_methods(TestCluster cluster)
{
    [Theory]
    [InlineData("2026-11-23T06:00:00Z", true)]
    [InlineData("2026-11-23T06:00:00.123456789Z", true)]
    [InlineData("2026-11-23T09:00:00+03:00", true)]
    [InlineData("2026-11-23T06:00:00-00:30", true)]
    [InlineData("2026-11-23T06:00:00", false)]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-23 06:00", false)]
    [InlineData("26-11-23T06:00:00Z", false)]
    [InlineData("yesterday", false)]
    public async Task an_instant_without_its_zone_is_none(string instant, bool read)
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var door = await lab.Door().SignInAsync("technician");
        var answer = await door.PostAsync(
            "api/v1/scans",
            new JsonObject
            {
                ["id"] = Ids.New(),
                ["text"] = TestLaboratory.Positions[0],
                ["station"] = "bench-1",
                ["source"] = "wedge",
                ["clientAt"] = instant,
            }
        );
        Assert.Equal(read ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Status);
        var late = await door.DoAsync(
            "review.open",
            new
            {
                batch = Ids.New(),
                late = new
                {
                    happened = instant,
                    reason = "documentation",
                    evidence = (string?)null,
                    second = "qa",
                    secondPassword = (string?)null,
                },
            }
        );
        Assert.Equal(!read, late.Status == HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("imported")]
    [InlineData("0")]
    [InlineData("wedge, typed")]
    [InlineData("")]
    public async Task a_source_that_no_device_is_reads_nothing(string source)
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var door = await lab.Door().SignInAsync("technician");
        (await door.ScanAsync(TestLaboratory.Positions[0], source: source)).Problem(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("GET", "api/v1/session", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "api/v1/scans", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "api/v1/batches", "application/json", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "api/v1/session", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "api/v1/session", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "api/v1/scans", "multipart/form-data; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "api/v1/nowhere", "application/json", HttpStatusCode.NotFound)]
    public async Task of_another_method_or_kind_is_told_what_the_address_takes(
        string method,
        string path,
        string? type,
        HttpStatusCode expected
    )
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var door = await lab.Door().SignInAsync("technician");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (type is not null)
        {
            request.Content = new ByteArrayContent([0x7b, 0x7d]);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        var answer = await door.Http.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(expected == HttpStatusCode.MethodNotAllowed, answer.Content.Headers.Allow.Count > 0);
    }
}
