using Medera.Lab.Web.Access;
using Medera.Lab.Web.Layout;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Medera.Lab.Web.Tests.Layout;

public sealed class The_shell
{
    [Theory]
    [InlineData("/processing/batches/1?tab=2", "/processing/batches/1?tab=2")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("batches", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x=y", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/a\u0000b", "/")]
    public void comes_back_to_its_own_pages_only(string? back, string to) => Assert.Equal(to, Preferences.Local(back));

    [Theory]
    [InlineData("http://lab.example", "lab.example", true)]
    [InlineData("https://lab.example", "lab.example", true)]
    [InlineData("https://LAB.example:8443", "lab.example:8443", true)]
    [InlineData("http://lab.example:81", "lab.example", false)]
    [InlineData("http://lab.example", "lab.example:81", false)]
    [InlineData("http://lab.example.evil.example", "lab.example", false)]
    [InlineData("http://evil.example", "lab.example", false)]
    [InlineData("null", "lab.example", false)]
    public void opens_a_circuit_for_its_own_origin_only(string origin, string host, bool own) =>
        Assert.Equal(own, OwnOriginOnly.IsOwn(origin, new HostString(host)));

    [Theory]
    [InlineData("dark", "dark")]
    [InlineData("\"><script>", "auto")]
    [InlineData(null, "auto")]
    public void takes_no_theme_from_a_stranger(string? cookie, string theme)
    {
        var context = new DefaultHttpContext();
        if (cookie is not null)
            context.Request.Headers.Cookie = $"theme={Uri.EscapeDataString(cookie)}";

        Assert.Equal(theme, Preferences.Theme(context));
    }

    [Theory]
    [InlineData("script-src 'self' 'wasm-unsafe-eval'")]
    [InlineData("style-src 'self'")]
    [InlineData("object-src 'none'")]
    [InlineData("frame-ancestors 'none'")]
    public void holds_the_strict_policy(string directive) =>
        Assert.Contains(directive, SecurityHeaders.ContentSecurityPolicy.Split("; "), StringComparer.Ordinal);
}
