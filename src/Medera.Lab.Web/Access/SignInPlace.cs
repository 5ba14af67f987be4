using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.DataProtection;

namespace Medera.Lab.Web.Access;

/// <summary>
/// Where somebody signs in from, as far as throttling is concerned. A browser that somebody has signed in on carries a signed mark
/// of its own, so that whoever guesses behind the same proxy does not slow it down; everything else is its address.
/// </summary>
public sealed class SignInPlace(IDataProtectionProvider protection)
{
    private const string Cookie = "lab-device";
    private const string Devices = "device ";
    private const string Signatures = "signature ";
    private const string StationCookie = "lab-station";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector protector = protection
        .CreateProtector("medera-lab sign-in device")
        .ToTimeLimitedDataProtector();

    /// <summary>The place of a request.</summary>
    public string Locate(HttpContext http) => Device(http) ?? Address(http.Connection.RemoteIpAddress);

    /// <summary>The place of a signature: the person who asks for it, wherever they sit.</summary>
    internal static string OfSignature(PersonId by) => Signatures + by.Value;

    /// <summary>Whether a place is a browser that somebody has signed in on, or a person who is signed in.</summary>
    internal static bool IsKnown(string place) =>
        place.StartsWith(Devices, StringComparison.Ordinal) || place.StartsWith(Signatures, StringComparison.Ordinal);

    /// <summary>Marks the browser after a sign-in, if it has no mark. The mark says nothing about who signed in.</summary>
    public void Mark(HttpContext http)
    {
        if (Device(http) is null)
            Keep(http, Cookie, protector.Protect(Ids.New().ToString("N"), Kept));
    }

    /// <summary>Remembers where the device stands, for whoever signs in on it next: it outlives the sign-out.</summary>
    public static void StandAt(HttpContext http, StationId station) =>
        Keep(http, StationCookie, station.Value.ToString());

    /// <summary>The station that somebody signed in at last on this browser; null where nobody did, or at none.</summary>
    public static StationId? StationOf(HttpContext? http) =>
        Guid.TryParse(http?.Request.Cookies[StationCookie], out var id) ? new StationId(id) : null;

    private static void Keep(HttpContext http, string name, string value) =>
        http.Response.Cookies.Append(
            name,
            value,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Kept,
                Path = "/sign-in",
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
            }
        );

    /// <summary>An address as a place: of IPv6 the network, because a single machine has millions of addresses there.</summary>
    internal static string Address(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"{new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]])}/64"
            : address.ToString();
    }

    private string? Device(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } mark)
            return null;
        try
        {
            return Devices + protector.Unprotect(mark);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Too old, or not ours.
            return null;
        }
    }
}
