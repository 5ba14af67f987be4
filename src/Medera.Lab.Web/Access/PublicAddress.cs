using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Medera.Lab.Web.Access;

/// <summary>
/// How browsers reach the laboratory: the address that the proxy before it serves, and the proxies whose word about a request is
/// believed. Without either it serves its own machine only, by the names of that machine.
/// </summary>
/// <param name="Address">Scheme and host, as browsers have it; null: no proxy is before it.</param>
/// <param name="Proxies">Who may say which address a request came from. Everybody else's X-Forwarded headers are a stranger's text.</param>
public sealed record PublicAddress(Uri? Address, IReadOnlyList<System.Net.IPNetwork> Proxies)
{
    /// <summary>Names the address: "https://lab.clinic.example".</summary>
    public const string AddressSetting = "Lab__Address";

    /// <summary>Names the proxies: addresses or networks with commas between, "10.0.0.4, 192.168.7.0/24".</summary>
    public const string ProxiesSetting = "Lab__Proxies";

    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>As the environment says.</summary>
    /// <exception cref="LaboratoryCannotStart">A setting that cannot be meant.</exception>
    public static PublicAddress FromEnvironment() =>
        Read(Environment.GetEnvironmentVariable(AddressSetting), Environment.GetEnvironmentVariable(ProxiesSetting));

    /// <summary>As two texts say.</summary>
    /// <exception cref="LaboratoryCannotStart">One of them cannot be meant.</exception>
    internal static PublicAddress Read(string? address, string? proxies) =>
        new(
            string.IsNullOrWhiteSpace(address) ? null : AddressOf(address.Trim()),
            [
                .. (proxies ?? "")
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(NetworkOf),
            ]
        );

    /// <summary>Whether browsers come by TLS: cookies are then for nothing else.</summary>
    public bool Tls => Address?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Hosts, and what is believed of a request.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.Configure<HostFilteringOptions>(hosts =>
        {
            hosts.AllowedHosts = [.. OwnNames, .. Address is { } its ? new[] { its.Host } : []];
            hosts.AllowEmptyHosts = false;
            hosts.IncludeFailureMessage = true;
        });
        services.Configure<CookiePolicyOptions>(cookies =>
            cookies.Secure = Tls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest
        );
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in Proxies)
                forwarded.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>Call before all other middleware: what follows is to see the request as it was sent.</summary>
    public void UseIn(WebApplication app)
    {
        // Without a known proxy the middleware would be given to believe nobody, and is left out.
        if (Proxies.Count > 0)
            app.UseForwardedHeaders();
        app.UseCookiePolicy();
    }

    private static Uri AddressOf(string said) =>
        Uri.TryCreate(said, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.PathAndQuery == "/"
        && address.UserInfo.Length == 0
            ? address
            : throw new LaboratoryCannotStart(
                $"{AddressSetting} is to be scheme and host, as https://lab.clinic.example, and is {said}."
            );

    private static System.Net.IPNetwork NetworkOf(string said) =>
        System.Net.IPNetwork.TryParse(said, out var network) ? network
        : IPAddress.TryParse(said, out var one) ? new System.Net.IPNetwork(one, one.GetAddressBytes().Length * 8)
        : throw new LaboratoryCannotStart(
            $"{ProxiesSetting} is to be addresses or networks with commas between, as 10.0.0.4, 192.168.7.0/24, and has {said}."
        );
}
