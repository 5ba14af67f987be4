using System.Text.RegularExpressions;
using Medera.Lab.Tests.Architecture;

namespace Medera.Lab.Tests.Design;

/// <summary>The design tokens as the style sheet gives them: for light, for dark by the reader's preference, and for dark by choice.</summary>
internal static partial class Tokens
{
    public static readonly IReadOnlyDictionary<string, string> Root = Block(0);
    public static readonly IReadOnlyDictionary<string, string> DarkByPreference = Block(1);
    public static readonly IReadOnlyDictionary<string, string> DarkByChoice = Block(2);

    /// <summary>A token's colour in a theme; dark overrides what it names and inherits the rest.</summary>
    public static Colour Read(string theme, string token) =>
        Colour.Parse(theme == "dark" && DarkByChoice.TryGetValue(token, out var dark) ? dark : Root[token]);

    private static Dictionary<string, string> Block(int number)
    {
        var css = Comment().Replace(File.ReadAllText(Repository.Full("src/Medera.Lab.Web/wwwroot/css/tokens.css")), "");
        // The innermost braces: a media query is no block of its own.
        var block = Innermost().Matches(css)[number];
        return Declaration()
            .Matches(block.Groups["body"].Value)
            .ToDictionary(d => d.Groups["name"].Value, d => d.Groups["value"].Value.Trim(), StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"/\*.*?\*/",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{(?<body>[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Innermost();

    [GeneratedRegex(
        @"(?<name>[a-z-][a-z0-9-]*)\s*:\s*(?<value>[^;]+);",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Declaration();
}
