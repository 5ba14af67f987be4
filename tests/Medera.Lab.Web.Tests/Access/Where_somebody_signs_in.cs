using System.Net;
using Medera.Lab.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Medera.Lab.Web.Tests.Access;

/// <summary>A browser on which somebody has signed in is a place of its own, whatever address it comes from.</summary>
public sealed class Where_somebody_signs_in
{
    private readonly SignInPlace places = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void is_the_address_until_somebody_has_signed_in()
    {
        Assert.Equal("192.0.2.7", places.Locate(From("192.0.2.7")));
        Assert.Equal(places.Locate(From("192.0.2.7")), places.Locate(From("192.0.2.7")));
    }

    [Fact]
    public void is_the_browser_from_then_on()
    {
        var (one, other) = (Marked("192.0.2.7"), Marked("192.0.2.7"));
        Assert.NotEqual("192.0.2.7", places.Locate(From("192.0.2.7", one)));
        Assert.Equal(places.Locate(From("192.0.2.7", one)), places.Locate(From("198.51.100.9", one)));
        Assert.NotEqual(places.Locate(From("192.0.2.7", one)), places.Locate(From("192.0.2.7", other)));
    }

    [Fact]
    public void keeps_the_mark_it_has()
    {
        var again = From("192.0.2.7", Marked("192.0.2.7"));
        places.Mark(again);
        Assert.Empty(again.Response.Headers.SetCookie.ToString());
    }

    [Theory]
    [InlineData("made up")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public void takes_no_mark_that_this_laboratory_did_not_make(string mark)
    {
        Assert.Equal("192.0.2.7", places.Locate(From("192.0.2.7", mark)));
        var foreign = new SignInPlace(new EphemeralDataProtectionProvider());
        Assert.Equal("192.0.2.7", foreign.Locate(From("192.0.2.7", Marked("192.0.2.7"))));
    }

    private string Marked(string address)
    {
        var http = From(address);
        places.Mark(http);
        var cookie = http.Response.Headers.SetCookie.ToString();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        return Uri.UnescapeDataString(cookie.Split(';')[0].Split('=', 2)[1]);
    }

    private static DefaultHttpContext From(string address, string? mark = null)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        if (mark is not null)
            http.Request.Headers.Cookie = $"lab-device={mark}";
        return http;
    }
}
