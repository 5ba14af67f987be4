using System.Text;
using System.Text.RegularExpressions;
using Medera.Lab.Web.Sealing;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>verify.html is joined from its parts when it is first wanted.</summary>
public sealed partial class The_page_that_verifies
{
    private static readonly string Page = Encoding.UTF8.GetString(VerifierPage.Bytes);

    [Fact]
    public void is_one_file_that_may_ask_for_nothing()
    {
        Assert.Contains(
            "content=\"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; form-action 'none'\"",
            Page,
            StringComparison.Ordinal
        );
        Assert.DoesNotMatch(Elsewhere(), Page);
        Assert.InRange(VerifierPage.Bytes.Length, 1, 262_144);
    }

    [Fact]
    public void has_each_of_its_parts_once_and_whole()
    {
        var parts = typeof(VerifierPage)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Sealing/Verifier/", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(VerifierPage.Checker.Count + 4, parts.Count);
        foreach (var part in parts.Where(name => !name.EndsWith(".html", StringComparison.Ordinal)))
        {
            var text = Encoding.UTF8.GetString(VerifierPage.Resource(part["Sealing/".Length..]));
            Assert.Equal(2, Page.Split(text.TrimEnd()).Length);

            // Either would end the part before its end.
            Assert.DoesNotContain("</script", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("</style", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<!--", text, StringComparison.Ordinal);
        }

        Assert.Equal(2, Page.Split("</script").Length);
        Assert.DoesNotContain("{script}", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("{style}", Page, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        "(src|href|action)=|import[ (]|fetch\\(|XMLHttpRequest|WebSocket|\\burl\\(|@import",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Elsewhere();
}
