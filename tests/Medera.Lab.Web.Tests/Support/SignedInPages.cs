using System.Net;
using System.Text.RegularExpressions;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>Pages of a served laboratory as a browser first gets them, for somebody who signed in.</summary>
internal sealed partial class SignedInPages : IDisposable
{
    private readonly HttpClient http;

    /// <summary>The client itself, for what the helpers do not say.</summary>
    public HttpClient Http => http;

    private SignedInPages(Uri address)
    {
        http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    /// <summary>Fills in the form of the sign-in page and sends it.</summary>
    public static async Task<SignedInPages> SignInAsync(TestLaboratory lab, string user)
    {
        var pages = new SignedInPages(lab.Address);
        var form = await pages.TextAsync("sign-in");
        using var fields = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
                ["user"] = user,
                ["password"] = TestLaboratory.Password,
                ["station"] = lab.Stations["bench-1"].Value.ToString(),
            }
        );
        using var answer = await pages.http.PostAsync(new Uri("sign-in", UriKind.Relative), fields);
        Assert.DoesNotContain("sign-in", answer.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        return pages;
    }

    /// <summary>The page's text, entities resolved.</summary>
    public async Task<string> TextAsync(string path) =>
        WebUtility.HtmlDecode(await http.GetStringAsync(new Uri(path, UriKind.Relative)));

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();
}
