using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Medera.Lab.Tests.Architecture;

/// <summary>Every visible word is in both languages, and every key that a page asks for exists.</summary>
public sealed partial class Resources_are_complete
{
    private static readonly string Web = Path.Combine(Root(), "src", "Medera.Lab.Web");

    private static readonly IReadOnlyDictionary<string, string> English = Table("Texts.resx");

    private static readonly IReadOnlyDictionary<string, string> Turkish = Table("Texts.tr.resx");

    [Fact]
    public void Both_languages_have_the_same_keys() =>
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Turkish.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_is_empty() =>
        Assert.DoesNotContain(English.Concat(Turkish), text => string.IsNullOrWhiteSpace(text.Value));

    [Fact]
    public void Both_languages_fill_the_same_places() =>
        Assert.DoesNotContain(
            English.Keys,
            key => Turkish.ContainsKey(key) && !Places(English[key]).SetEquals(Places(Turkish[key]))
        );

    [Fact]
    public void Every_key_asked_for_exists()
    {
        var asked = Sources()
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(English.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void A_key_is_written_out_so_that_this_test_can_see_it() =>
        Assert.DoesNotContain(Sources(), file => Computed().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void Pages_hold_no_words_of_their_own()
    {
        var words = Directory
            .EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
            .Where(file => IsSource(file) && Path.GetFileName(file) != "_Imports.razor")
            .SelectMany(file => Words(File.ReadAllText(file)).Select(word => $"{Path.GetFileName(file)}: {word}"));

        Assert.Empty(words);
    }

    // Markup ends where the code of a page begins; Razor comments are not shown to anybody.
    private static IEnumerable<string> Words(string razor)
    {
        var code = razor.IndexOf("\n@code", StringComparison.Ordinal);
        var markup = RazorComment().Replace(code < 0 ? razor : razor[..code], "");
        return Literal().Matches(markup).Select(match => match.Groups["text"].Value.Trim());
    }

    private static HashSet<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Web, "*.*", SearchOption.AllDirectories)
            .Where(file =>
                (file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
                && IsSource(file)
            );

    private static bool IsSource(string file) =>
        !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static Dictionary<string, string> Table(string file) =>
        XDocument
            .Load(Path.Combine(Web, "Resources", file))
            .Root!.Elements("data")
            .ToDictionary(
                data => data.Attribute("name")!.Value,
                data => data.Element("value")!.Value,
                StringComparer.Ordinal
            );

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Medera.Lab.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException("No folder above this test holds Medera.Lab.sln.");
    }

    [GeneratedRegex(
        @"(?<![A-Za-z_])T\[\s*""(?<key>[^""]+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?<![A-Za-z_])T\[(?!\s*"")", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Computed();

    [GeneratedRegex(@"\{[0-9]+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"@\*.*?\*@",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RazorComment();

    // Text straight after a tag: a letter first, up to the next tag, expression or brace.
    [GeneratedRegex(
        @"</?[a-zA-Z][^<>@]*>\s*(?<text>\p{L}[^<@{}]*)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Literal();
}
