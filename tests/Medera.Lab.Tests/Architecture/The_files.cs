using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Medera.Lab.Tests.Architecture;

/// <summary>
/// Nobody reads a file of a thousand lines, nor a line of three hundred characters. What is longer since the sources were
/// formatted stands in an approved list, with its measure; the list only shrinks.
/// </summary>
public partial class The_files
{
    private const int MostLines = 300;
    private const int MostCharacters = 140;
    private const int MostBesideAText = 80;
    private const int MostLinesOfAClass = 400;

    [Fact]
    public void have_at_most_300_lines_each() =>
        Shrinks(
            "lines",
            Written(".cs", ".razor", ".js", ".css")
                .Select(file => (file, File.ReadLines(Repository.Full(file)).Count()))
                .Where(one => one.Item2 > MostLines),
            "split it by what its parts are about"
        );

    [Fact]
    public void have_lines_of_at_most_140_characters() =>
        Shrinks(
            "wide lines",
            Written(".cs", ".razor", ".js", ".css").Select(file => (file, Wide(file))).Where(one => one.Item2 > 0),
            $"break what is longer than {MostCharacters} characters"
        );

    [Fact]
    public void hold_no_class_of_more_than_400_lines_in_all_its_parts() =>
        Shrinks(
            "class",
            Written(".cs")
                .Where(file => file.StartsWith("src/", StringComparison.Ordinal))
                .SelectMany(ClassesIn)
                .GroupBy(part => part.Class)
                .Select(parts => (parts.Key, parts.Sum(part => part.Lines)))
                .Where(one => one.Item2 > MostLinesOfAClass),
            "a partial class is no way out: make two of it"
        );

    /// <summary>Razor takes the name for the whole of an end tag, and writes the bracket that follows as a text: a stray ">" on the page.</summary>
    [Fact]
    public void close_every_end_tag_where_it_begins() =>
        Assert.DoesNotContain(Written(".razor"), file => OpenEndTag().IsMatch(File.ReadAllText(Repository.Full(file))));

    /// <summary>An arm for everything else answers for what nobody has thought of. It throws, or says "does not apply" in a file that is listed.</summary>
    [Fact]
    public void have_no_more_arms_that_answer_for_everything_else() =>
        Shrinks(
            "arms",
            Written(".cs", ".razor")
                .Where(file => file.StartsWith("src/", StringComparison.Ordinal))
                .Select(file => (file, AnsweringArm().Count(File.ReadAllText(Repository.Full(file)))))
                .Where(one => one.Item2 > 0),
            "name every kind, and throw for what is none of them"
        );

    // A sentence may stand on a line of its own, and a line with one long text in it is as long as the text makes it; comments too.
    private static int Wide(string file) =>
        File.ReadLines(Repository.Full(file))
            .Count(line =>
                line.Length > MostCharacters
                && !Comment().IsMatch(line)
                && line.Length - Texts().Matches(line).Select(text => text.Length).DefaultIfEmpty().Max()
                    > MostBesideAText
            );

    // The lines of a file belong to the type that it is about: the one that it declares partial, or else its first.
    private static IEnumerable<(string Class, int Lines)> ClassesIn(string file)
    {
        var text = File.ReadAllText(Repository.Full(file));
        if (PartialType().Match(text) is not { Success: true } type)
            yield break;
        yield return (
            $"{Path.GetDirectoryName(file)!.Replace('\\', '/')}/{type.Groups["name"].Value}",
            text.Count(c => c == '\n')
        );
    }

    private static void Shrinks(string kind, IEnumerable<(string What, int Measure)> found, string advice)
    {
        var approved = File.ReadLines(Repository.Full("tests/Medera.Lab.Tests/Approved/only-shrinks.txt"))
            .Select(line => line.Split('\t'))
            .Where(line => line[0] == kind)
            .ToDictionary(line => line[2], line => int.Parse(line[1], CultureInfo.InvariantCulture));
        var wrong = new List<string>();
        foreach (var (what, measure) in found.OrderBy(one => one.What, StringComparer.Ordinal))
        {
            var listed = approved.GetValueOrDefault(what);
            approved.Remove(what);
            if (measure > listed)
                wrong.Add(
                    $"{what}: {advice}. Lines for Approved/only-shrinks.txt are no way out: {kind}\t{measure}\t{what}"
                );
            else if (measure < listed)
                wrong.Add($"{what} shrank: write {kind}\t{measure}\t{what} in Approved/only-shrinks.txt.");
        }
        wrong.AddRange(
            approved.Keys.Select(what => $"{what} is well now: take it off Approved/only-shrinks.txt ({kind}).")
        );

        // Not Assert.Empty, which cuts the sentences short.
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IReadOnlyList<string> Written(params string[] extensions)
    {
        var written = Repository.Files("src", extensions).Concat(Repository.Files("tests", extensions)).ToList();
        Assert.NotEmpty(written);
        return written;
    }

    [GeneratedRegex(@"^\s*(//|\*|/\*)")]
    private static partial Regex Comment();

    [GeneratedRegex(@"""([^""\\]|\\.)*""|'([^'\\]|\\.)*'", RegexOptions.ExplicitCapture)]
    private static partial Regex Texts();

    [GeneratedRegex(@"^\s*(?:_|default) =>\s*(?!\s*throw)|^\s*default:\s*(?!\s*throw)", RegexOptions.Multiline, 1000)]
    private static partial Regex AnsweringArm();

    [GeneratedRegex(@"</\w+\s+>")]
    private static partial Regex OpenEndTag();

    [GeneratedRegex(@"\bpartial (class|record|struct) (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartialType();
}
