using System.Text.RegularExpressions;
using Xunit;

namespace Medera.Lab.Tests.Architecture;

/// <summary>
/// What nobody needs is in the way of whoever reads: texts, style classes, style values, members and packages that nothing names. Names are
/// looked for as words in the sources, so a name that stands for two things may hide one of them; what is found is unused indeed.
/// </summary>
public partial class Nothing_is_unused
{
    // Found by what calls them: the tools of EF Core.
    private static readonly string[] CalledByOthers = ["CreateDbContext"];

    // Texts whose keys are made while the program runs.
    private static readonly string[] MadeKeys = ["Next."];

    private static readonly Lazy<IReadOnlyList<(string File, string Text)>> Sources = new(() =>
        [.. Read("src", ".cs", ".razor", ".js", ".mjs", ".html")]
    );

    private static readonly Lazy<Dictionary<string, int>> Words = new(() =>
        Sources
            .Value.Concat(Read("tests", ".cs"))
            .SelectMany(source => Word().Matches(source.Text).Select(word => word.Value))
            .GroupBy(word => word, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal)
    );

    private static readonly Lazy<HashSet<string>> Tokens = new(() =>
        Sources
            .Value.SelectMany(source => Token().Matches(source.Text).Select(token => token.Value))
            .ToHashSet(StringComparer.Ordinal)
    );

    [Fact]
    public void among_the_texts_of_screens()
    {
        var all = string.Join('\n', Sources.Value.Select(source => source.Text));
        var keys = TextKey()
            .Matches(File.ReadAllText(Repository.Full("src/Medera.Lab.Web/Resources/Texts.resx")))
            .Select(key => key.Groups["key"].Value)
            .ToList();
        Assert.True(keys.Count > 1000);
        var quoted = Quoted().Matches(all).Select(text => text.Value.Trim('"')).ToHashSet(StringComparer.Ordinal);
        Tell(
            keys.Where(key =>
                !quoted.Contains(key) && !MadeKeys.Any(made => key.StartsWith(made, StringComparison.Ordinal))
            ),
            "no screen shows it"
        );
    }

    [Fact]
    public void among_the_classes_of_the_style_sheets()
    {
        var classes = Styles().SelectMany(ClassesIn).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(classes.Count > 200);
        Tell(classes.Where(name => !Tokens.Value.Contains(name)), "no page bears it");
    }

    [Fact]
    public void among_the_values_of_the_style_sheets()
    {
        var all = string.Concat(Styles()) + string.Concat(Sources.Value.Select(source => source.Text));
        var used = StyleUse().Matches(all).Select(use => use.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var set = StyleValue().Matches(all).Select(value => value.Groups["name"].Value).Distinct().ToList();
        Assert.True(set.Count > 30);
        Tell(set.Where(name => !used.Contains(name)), "no style takes it");
    }

    [Fact]
    public void among_the_members() =>
        Tell(
            Sources
                .Value.Where(source => source.File.EndsWith(".cs", StringComparison.Ordinal))
                .SelectMany(source => Members(source.Text).Select(name => (source.File, Name: name)))
                .Where(one => Words.Value[one.Name] == 1 && !CalledByOthers.Contains(one.Name, StringComparer.Ordinal))
                .Select(one => $"{one.Name} of {one.File}"),
            "nothing names it"
        );

    [Fact]
    public void among_the_packages()
    {
        var projects = string.Concat(
            Repository
                .Files("src", ".csproj", ".props", ".targets")
                .Concat(Repository.Files("tests", ".csproj", ".props", ".targets"))
                .Concat(["Directory.Build.props", "Directory.Build.targets"])
                .Select(file => File.ReadAllText(Repository.Full(file)))
        );
        var packages = Package()
            .Matches(File.ReadAllText(Repository.Full("Directory.Packages.props")))
            .Select(package => package.Groups["name"].Value)
            .ToList();
        Assert.True(packages.Count > 10);
        Tell(
            packages.Where(name => !projects.Contains($"\"{name}\"", StringComparison.Ordinal)),
            "no project takes it"
        );
    }

    [Theory]
    [InlineData("    public static int Followers => followers.Count;", "Followers")]
    [InlineData("    internal const int KeySize = 32;", "KeySize")]
    [InlineData("    private async Task<Answer> AnswerAsync(int id)", "AnswerAsync")]
    [InlineData("    public required IReadOnlyList<(int, string)> Lines { get; init; }", "Lines")]
    public void and_a_member_is_seen_as_it_is_written(string line, string name) => Assert.Equal([name], Members(line));

    [Theory]
    [InlineData("    public override string ToString() => text;")]
    [InlineData("public sealed record Signed(int Size);")]
    [InlineData("public static class Reports")]
    public void and_what_is_no_member_of_its_own_is_not(string line) => Assert.Empty(Members(line));

    [Fact]
    public void and_a_class_is_seen_in_every_place_of_a_selector() =>
        Assert.Equal(
            ["card", "card--wide", "i"],
            ClassesIn("@media (width < 900px) { .card:not(.card--wide) > .i::before { margin: 0.5rem } }")
        );

    private static void Tell(IEnumerable<string> unused, string why) =>
        Assert.True(
            !unused.Any(),
            string.Join('\n', unused.Order(StringComparer.Ordinal).Select(one => $"{one}: {why}. Take it away."))
        );

    private static IEnumerable<string> Members(string text) =>
        Member()
            .Matches(text)
            .Where(member => !NoMember().IsMatch(member.Value))
            .Select(member => member.Groups["name"].Value);

    private static IEnumerable<string> ClassesIn(string style) =>
        StyleClass()
            .Matches(StyleBody().Replace(style, ""))
            .Select(name => name.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Styles() =>
        Read("src", ".css").Select(source => Comment().Replace(source.Text, ""));

    private static IEnumerable<(string File, string Text)> Read(string folder, params string[] extensions) =>
        Repository.Files(folder, extensions).Select(file => (file, File.ReadAllText(Repository.Full(file))));

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\w-]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"""[\w.-]+""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"<data name=""(?<key>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex TextKey();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // The innermost braces: what is set, never what it is set for.
    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex StyleBody();

    [GeneratedRegex(@"\.(?<name>[A-Za-z_][\w-]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex StyleClass();

    [GeneratedRegex(@"(?m)^\s*(?<name>--[\w-]+)\s*:", RegexOptions.ExplicitCapture)]
    private static partial Regex StyleValue();

    [GeneratedRegex(@"var\(\s*(?<name>--[\w-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex StyleUse();

    [GeneratedRegex(@"PackageVersion Include=""(?<name>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Package();

    [GeneratedRegex(
        @"(?m)^\s+(public|internal|private|protected)( [\w<>\[\]?,. ()]+)? (?<name>\w+)(<[\w, ]+>)?\s*(\(|=>|\{|=|;)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Member();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum|delegate|override|operator|partial)\b")]
    private static partial Regex NoMember();
}
