using System.Globalization;
using System.Text.RegularExpressions;
using Medera.Lab.Tests.Architecture;
using Xunit;

namespace Medera.Lab.Tests.Design;

/// <summary>What can be read, at two metres and with other eyes, is computed and not felt.</summary>
public partial class The_tokens
{
    private static readonly string[] Themes = ["light", "dark"];

    private static readonly string[] States = ["waiting", "quarantine", "released", "rejected", "expired", "ended"];

    /// <summary>Text on its ground: 4.5.</summary>
    private static readonly (string Ink, string Ground)[] Texts =
    [
        .. from ink in new[] { "ink", "ink-2" }
        from ground in new[] { "bg", "surface", "sunken" }
        select ("--" + ink, "--" + ground),
        ("--ink", "--accent-soft"),
        ("--ink-2", "--accent-soft"),
        ("--accent", "--surface"),
        ("--accent", "--bg"),
        ("--accent-ink", "--accent"),
        ("--limit", "--surface"),
        ("--limit", "--bg"),
        .. States.Select(state => ($"--st-{state}-ink", $"--st-{state}-bg")),
        ("--stop-ink", "--stop-bg"),
        ("--stop-line", "--stop-bg"),
        ("--stop-neutral-ink", "--stop-neutral-bg"),
        ("--stop-neutral-line", "--stop-neutral-bg"),
    ];

    /// <summary>Borders, shapes and lines that say something: 3. A hairline says nothing.</summary>
    private static readonly (string Ink, string Ground)[] Shapes =
    [
        ("--control", "--surface"),
        ("--control", "--bg"),
        ("--control", "--sunken"),
        ("--accent", "--sunken"),
        ("--limit", "--sunken"),
        .. States.Select(state => ($"--st-{state}-line", "--surface")),
        .. States.Select(state => ($"--st-{state}-line", "--bg")),
    ];

    public static TheoryData<string, string, string, double> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, string, double>();
            foreach (var theme in Themes)
            {
                foreach (var (ink, ground) in Texts)
                    pairs.Add(theme, ink, ground, 4.5);
                foreach (var (ink, ground) in Shapes)
                    pairs.Add(theme, ink, ground, 3);
            }
            return pairs;
        }
    }

    [Fact]
    public void are_the_same_in_both_dark_blocks()
    {
        Assert.NotEmpty(Tokens.DarkByChoice);
        Assert.Equal(
            Tokens.DarkByPreference.OrderBy(t => t.Key, StringComparer.Ordinal),
            Tokens.DarkByChoice.OrderBy(t => t.Key, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void give_every_colour_for_the_dark_except_the_stop_which_is_the_same() =>
        Assert.Equal(
            Tokens
                .Root.Where(t => t.Value.StartsWith('#') || t.Value.StartsWith("rgb", StringComparison.Ordinal))
                .Select(t => t.Key)
                .Where(t => !t.StartsWith("--stop-", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            Tokens.DarkByChoice.Keys.Where(t => t != "color-scheme").Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Pairs))]
    public void stand_out_from_their_ground(string theme, string ink, string ground, double least)
    {
        var ratio = Tokens.Read(theme, ink).Contrast(Tokens.Read(theme, ground));
        Assert.True(
            ratio >= least,
            $"{ink} on {ground}, {theme}: {ratio.ToString("0.00", CultureInfo.InvariantCulture)}, and {least} is asked."
        );
    }

    [Fact]
    public void are_computed_as_the_standard_says()
    {
        Assert.Equal(21, Colour.Parse("#000000").Contrast(Colour.Parse("#FFFFFF")), 3);
        Assert.Equal(4.48, Colour.Parse("#777777").Contrast(Colour.Parse("#FFFFFF")), 2);
        // Grey is grey to everybody, and red against green of equal lightness is not the same to everybody.
        Assert.All(
            Eyes.All.Values,
            eye => Assert.Equal(0, Colour.Parse("#808080").Seen(eye).Distance(Colour.Parse("#808080")), 0.1)
        );
        Assert.Equal(100, Colour.Parse("#FFFFFF").Distance(Colour.Parse("#000000")), 0.01);
    }

    /// <summary>
    /// What must never be taken for each other is far apart in colour for every eye: a lot that waits, one that may be given, one
    /// that must not. The filled ground of "rejected" is what is seen from afar; the others are seen by their border.
    /// </summary>
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void keep_quarantined_released_and_rejected_apart_for_every_eye(string theme)
    {
        string[] danger = ["quarantine", "released", "rejected"];
        foreach (var (eye, matrix) in Eyes.All)
        foreach (var (one, other) in Twos(danger))
            Assert.True(
                Apart(theme, matrix, one, other) >= 15,
                $"{one} and {other}, {theme}, {eye}: {Apart(theme, matrix, one, other).ToString("0.0", CultureInfo.InvariantCulture)}"
            );
    }

    /// <summary>Every other two are apart by colour or else by shape: never by neither.</summary>
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void keep_any_two_states_apart_by_colour_or_by_shape_for_every_eye(string theme)
    {
        foreach (var (eye, matrix) in Eyes.All)
        foreach (var (one, other) in Twos(States))
            Assert.True(
                Apart(theme, matrix, one, other) >= 10 || Shape(one) != Shape(other),
                $"{one} and {other}, {theme}, {eye}: alike in colour and shape"
            );
    }

    [Fact]
    public void give_every_state_a_shape_of_its_own() =>
        Assert.Equal(States.Length, States.Select(Shape).Distinct().Count());

    private static double Apart(string theme, double[] eye, string one, string other) =>
        Tokens.Read(theme, $"--st-{one}-line").Seen(eye).Distance(Tokens.Read(theme, $"--st-{other}-line").Seen(eye));

    /// <summary>Border, corners and cut of a chip, as the sheet gives them; what is not said is the plain chip's.</summary>
    private static (string Border, string Corner, string Cut) Shape(string state)
    {
        var css = File.ReadAllText(Repository.Full("src/Medera.Lab.Web/wwwroot/css/chips.css"));
        var rule = Regex
            .Match(
                css,
                $@"^\.chip--{state} \{{(?<body>[^}}]*)\}}",
                RegexOptions.ExplicitCapture | RegexOptions.Multiline,
                TimeSpan.FromSeconds(1)
            )
            .Groups["body"]
            .Value;
        Assert.NotEqual("", rule);
        return (Said("border") + Said("border-style"), Said("border-radius"), Said("clip-path"));

        string Said(string name) =>
            Declared()
                .Matches(rule)
                .Where(m => m.Groups["name"].Value == name)
                .Select(m => m.Groups["value"].Value.Trim())
                .LastOrDefault("");
    }

    private static IEnumerable<(string, string)> Twos(string[] all) =>
        from i in Enumerable.Range(0, all.Length)
        from j in Enumerable.Range(i + 1, all.Length - i - 1)
        select (all[i], all[j]);

    [GeneratedRegex(
        @"(?<![\w-])(?<name>[a-z-]+):(?<value>[^;]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Declared();
}
