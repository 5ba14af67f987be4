using System.Net;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Startup;
using Medera.Lab.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Access;

/// <summary>What arrives through a proxy is believed as far as the proxy is known, and no further.</summary>
public sealed class Behind_a_proxy(TestCluster cluster)
{
    private const string Outside = "https://lab.clinic.example";

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("lab.clinic.example", HttpStatusCode.OK)]
    [InlineData("lab.clinic.example:8443", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("lab.clinic.example.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.2", HttpStatusCode.BadRequest)]
    public async Task other_hosts_than_its_own_are_refused(string host, HttpStatusCode expected)
    {
        await using var at = await OpenAsync(PublicAddress.Read(Outside, null));
        Assert.Equal(expected, (await at.GetAsync("/sign-in", host)).StatusCode);
    }

    [Fact]
    public async Task with_tls_cookies_are_for_tls_alone_and_the_browser_keeps_to_it()
    {
        await using var at = await OpenAsync(PublicAddress.Read(Outside, "127.0.0.1"));
        foreach (var path in new[] { "/sign-in", "/language?to=tr", "/theme?to=dark" })
        {
            var answer = await at.GetAsync(path, "lab.clinic.example");
            Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
            Assert.All(
                Cookies(answer),
                cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase)
            );
        }
        Assert.NotEmpty(Cookies(await at.GetAsync("/language?to=tr", "lab.clinic.example")));
    }

    [Fact]
    public async Task without_tls_nothing_is_asked_of_browsers_that_they_cannot_do()
    {
        await using var at = await OpenAsync(PublicAddress.Read(null, null));
        var answer = await at.GetAsync("/theme?to=dark", "127.0.0.1");
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.All(
            Cookies(answer),
            cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/audit/log")]
    [InlineData("/theme?to=dark&back=/sign-in")]
    [InlineData("/batches/0")]
    public async Task a_redirect_names_no_host(string path)
    {
        foreach (var proxies in new[] { null, "127.0.0.1" })
        {
            await using var at = await OpenAsync(PublicAddress.Read(Outside, proxies));
            var answer = await at.GetAsync(path, "lab.clinic.example");
            if (answer.Headers.Location is { } to)
                Assert.False(to.IsAbsoluteUri, to.ToString());
            else
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData(null, "127.0.0.1")]
    [InlineData("10.9.9.9", "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.9")]
    [InlineData("10.9.9.9, 127.0.0.0/8", "203.0.113.9")]
    public async Task an_address_that_is_forwarded_counts_from_known_proxies_only(string? proxies, string expected)
    {
        var address = PublicAddress.Read(Outside, proxies);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        address.AddTo(builder.Services);
        await using var app = builder.Build();
        address.UseIn(app);
        app.MapGet("/", (HttpContext http) => SignInPlace.Address(http.Connection.RemoteIpAddress));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = Of(app) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Equal(expected, await (await client.SendAsync(request)).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("lab.clinic.example", null)]
    [InlineData("ftp://lab.clinic.example", null)]
    [InlineData("https://lab.clinic.example/lab", null)]
    [InlineData("https://who@lab.clinic.example", null)]
    [InlineData(null, "the proxy")]
    [InlineData(null, "10.0.0.4, 10.0.0.0/99")]
    public void a_setting_that_cannot_be_meant_is_said_in_one_sentence(string? address, string? proxies)
    {
        var said = Assert.Throws<LaboratoryCannotStart>(() => PublicAddress.Read(address, proxies)).Message;
        Assert.Contains(address is null ? "Lab__Proxies" : "Lab__Address", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    private async Task<Served> OpenAsync(PublicAddress address)
    {
        var lab = await TestLaboratory.OpenAsync(cluster);
        var app = LabServer.Build(
            new LabSettings(LabSettings.DemonstrationOrigin, lab.Folder),
            lab.Source,
            port: 0,
            address: address
        );
        await app.StartAsync();
        return new Served(lab, app);
    }

    private static Uri Of(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private sealed class Served(TestLaboratory lab, WebApplication app) : IAsyncDisposable
    {
        private readonly HttpClient client = new(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
        )
        {
            BaseAddress = Of(app),
        };

        public Task<HttpResponseMessage> GetAsync(string path, string host)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            return client.SendAsync(request);
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
            await lab.DisposeAsync();
        }
    }
}
