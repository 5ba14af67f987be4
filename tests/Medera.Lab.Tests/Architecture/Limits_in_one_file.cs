using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Medera.Lab.Tests.Architecture;

/// <summary>What limits something bears its name in Limits.cs. The scan is of the text: it finds how limits are written here, and a loop that says no end.</summary>
public partial class Limits_in_one_file
{
    /// <summary>Numbers that limit nothing: by file and text, with the reason.</summary>
    private static readonly Dictionary<(string File, string Text), string> NoLimits = new()
    {
        [("src/Medera.Lab/Rules/CodeTextRules.cs", ".Take(10)")] =
            "the ten digits that a Turkish identity number checks",
        [("src/Medera.Lab/Rules/DeskRules.cs", "LastYear = 2199")] =
            "the last year that anything recorded here can speak of: a rule's",
        [("src/Medera.Lab/Scanning/Gs1Table.cs", "Longest = 4")] =
            "digits of a GS1 application identifier: the standard's",
        [("src/Medera.Lab/Scanning/TypedDonation.cs", "LongestTyped = 2")] =
            "twice the form of a donation number: the standard's",
        [("src/Medera.Lab/Labels/DataMatrixText.cs", ".Length > 3200")] =
            "digits of the largest Data Matrix: the standard's",
        [("src/Medera.Lab/Donors/Identifiers.cs", "LongestEnding = 6")] =
            "letters of the longest ending that a Turkish name takes",
    };

    /// <summary>Loops that say no end at their head: by file, how many, with what ends them.</summary>
    private static readonly Dictionary<string, (int Count, string Ends)> Endless = new(StringComparer.Ordinal)
    {
        ["src/Medera.Lab.Web/Desk/Acts.cs"] = (2, "Limits.Tries.AtTheDesk: the last try throws or answers"),
        ["src/Medera.Lab.Web/Desk/Scans.cs"] = (1, "Limits.Tries.AtTheDesk, as above"),
        ["src/Medera.Lab.Web/Sealing/LogReads.cs"] = (1, "Limits.Tries.TilesOfAProof"),
        ["src/Medera.Lab.Web/Data/Postgres/ClusterServer.cs"] = (
            1,
            "Limits.Tries.ServerAnswers: later the start is given up in a sentence"
        ),
        ["src/Medera.Lab.Web/Sealing/SealFollower.cs"] = (
            2,
            "the end of the process: it follows the log, once a second at most, and waits between"
        ),
        ["src/Medera.Lab.Web/Sealing/SequencerService.cs"] = (1, "the end of the process: it seals, and waits between"),
        ["src/Medera.Lab.Web/Sealing/WitnessService.cs"] = (
            1,
            "the end of the process: it asks witnesses, and waits between"
        ),
        ["src/Medera.Lab.Web/Custody/KeyKeeping.cs"] = (1, "the end of the process: once an hour"),
        ["src/Medera.Lab.Web/Access/SessionWatch.cs"] = (1, "the end of the process: every 15 seconds"),
        ["src/Medera.Lab.Web/Startup/Background.cs"] = (1, "the end of the process: once a minute"),
        ["src/Medera.Lab.Web/Audit/PackageTake.razor.cs"] = (
            1,
            "the end of the package, or of the page, or Limits.Tries.PackageBegins"
        ),
        ["src/Medera.Lab.Web/Release/ReviewPage.Sealing.cs"] = (
            1,
            "the moment in which the seal is late: one wait, again only where the timer was early"
        ),
        ["src/Medera.Lab.Verify/Watching/WatchCommand.cs"] = (
            1,
            "the end of the program: it watches a log, and waits between"
        ),
        ["src/Medera.Lab.Verify/Witnessing/WitnessServer.cs"] = (1, "the end of the program: it serves"),
        ["src/Medera.Lab.Verify/Packages/PackageFile.cs"] = (
            1,
            "the end of the part that it reads, whose length is declared and checked"
        ),
    };

    private static IEnumerable<(string File, string Text)> Sources(params string[] folders) =>
        folders
            .SelectMany(folder => Repository.Files(folder, ".cs", ".razor"))
            .Where(file =>
                file is not "src/Medera.Lab/Limits.cs" && !file.Contains("/Demonstration/", StringComparison.Ordinal)
            )
            .Select(file => (file, File.ReadAllText(Repository.Full(file))));

    [Fact]
    public void are_all_there_and_no_number_stands_for_one_elsewhere()
    {
        var found = Sources("src/Medera.Lab", "src/Medera.Lab.Web")
            .SelectMany(source => Written(source.Text).Select(text => (source.File, Text: text)))
            .ToList();
        Tell(
            found
                .Where(one => !NoLimits.ContainsKey(one))
                .Select(one =>
                    $"{one.File}: \"{one.Text}\" is a limit: give it a name, a unit and a reason in src/Medera.Lab/Limits.cs. If it limits nothing, say here what it is."
                )
        );
        Tell(NoLimits.Keys.Except(found).Select(one => $"{one} is an exception no more."));
    }

    [Theory]
    [InlineData("private const int MostPlaces = 20_000;")]
    [InlineData("public const int Attempts = 4;")]
    [InlineData("lines.Take(500)")]
    [InlineData("ORDER BY name LIMIT 500")]
    [InlineData("Task<int> ReadAsync(int size = 20)")]
    [InlineData("ReadAsync(id, size: 20)")]
    [InlineData("<input maxlength=\"64\" />")]
    [InlineData("if (text.Length > 256)")]
    [InlineData("new BoundedChannelOptions(10)")]
    public void are_found_as_they_are_written(string text) => Assert.Single(Written(text));

    [Theory]
    [InlineData("private const int MostPlaces = Limits.Memory.SignInPlaces;")]
    [InlineData("lines.Take(MostLines)")]
    [InlineData("ORDER BY name LIMIT 1")]
    [InlineData("if (text.Length > 0)")]
    public void are_not_seen_where_there_is_none(string text) => Assert.Empty(Written(text));

    [Fact]
    public void end_every_loop()
    {
        var found = Sources("src")
            .Select(source => (source.File, Count: Loop().Count(source.Text)))
            .Where(one => one.Count > 0)
            .ToDictionary(one => one.File, one => one.Count, StringComparer.Ordinal);
        Tell(
            found
                .Where(one => !Endless.TryGetValue(one.Key, out var known) || known.Count != one.Value)
                .Select(one =>
                    $"{one.Key} has {one.Value} loops whose head says no end: give them a limit from src/Medera.Lab/Limits.cs and say here which, or what else ends them."
                )
        );
        Tell(
            Endless.Keys.Except(found.Keys, StringComparer.Ordinal).Select(file => $"{file} has no such loop any more.")
        );
        foreach (var named in Endless.Values.SelectMany(one => Named().Matches(one.Ends).Select(match => match.Value)))
            Assert.NotNull(typeof(Limits).GetNestedType(named.Split('.')[1])!.GetField(named.Split('.')[2]));
    }

    [Fact]
    public void bound_every_queue()
    {
        foreach (var (file, text) in Sources("src"))
            Assert.False(Unbounded().IsMatch(text), $"{file} makes a queue without a limit.");
    }

    [Fact]
    public void fit_each_other_and_the_formats()
    {
        Assert.Equal(Medera.Lab.Ledger.EntryBundle.MaxEntry, Limits.Bytes.Body);
        Assert.True(Limits.Lists.LabelsOfAFact * 2 < Limits.Lists.About);
        Assert.True(Limits.Typed.Lines <= Limits.Texts.Private && Limits.Typed.Reason <= Limits.Texts.Private);
        Assert.True(Limits.Typed.Value <= Limits.Texts.Field && Limits.Typed.Account <= Limits.Texts.AccountName);
        Assert.Equal(CanonicalJson.MaxNumber, Limits.Numbers.Whole);
        // A browser without a connection keeps one character more than a scan may have, so that the desk refuses it.
        Assert.Contains(
            $"const longest = {Limits.Texts.Scan + 1};",
            File.ReadAllText(Repository.Full("src/Medera.Lab.Web/wwwroot/js/offline-page.js")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void say_their_unit_and_their_reason()
    {
        var lines = File.ReadAllLines(Repository.Full("src/Medera.Lab/Limits.cs"));
        var bare = lines
            .Index()
            .Where(line =>
                line.Item.Contains("        public ", StringComparison.Ordinal)
                && !lines[line.Index - 1].Contains("///", StringComparison.Ordinal)
            );
        Assert.Empty(bare);
        var used = string.Concat(Sources("src").Select(source => source.Text));
        foreach (
            var limit in typeof(Limits)
                .GetNestedTypes()
                .SelectMany(group =>
                    group
                        .GetFields(BindingFlags.Public | BindingFlags.Static)
                        .Select(field => $"Limits.{group.Name}.{field.Name}")
                )
        )
            Assert.True(
                Regex.IsMatch(used, $@"\b{Regex.Escape(limit)}\b", RegexOptions.None, TimeSpan.FromSeconds(5)),
                $"{limit} limits nothing."
            );
    }

    private static IEnumerable<string> Written(string text) => Limit().Matches(text).Select(match => match.Value);

    private static void Tell(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();

        // Not Assert.Empty, which cuts the sentences short.
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private const string Names =
        "(Most|Max|Longest|Largest|Page|Recent|Latest|Last|Remembered|Attempts|Tries|Retries|Portion|Together|Free|Logged|Print)";

    [GeneratedRegex(
        @"\b"
            + Names
            + @"\w*(?<!Size|Length) = [0-9][0-9_]*(?=[;, ])|\bPageSize = [0-9]+|\bMaxLength = [0-9]+|\.Take(Last)?\(([2-9]|[0-9]{2,})\)|\bLIMIT ([2-9]|[0-9]{2,})[0-9]*|\bsize( =|:) [0-9]{2,}|\bmaxlength=""[0-9]+""|\.Length > [0-9]{2,}|\bBoundedChannelOptions\([0-9]+\)|\bQueueLimit = [1-9][0-9]*|\bMaxRequestBodySize = [0-9]+",
        RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Limit();

    [GeneratedRegex(
        @"\bwhile \((true|![^()]*(\([^()]*\))?[^()]*\b\w*(Cancel|Late)\w*[^)]*|await \w+\.WaitForNextTickAsync\(\w*\))\)|\bfor \([^;()]*;\s*;",
        RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Loop();

    [GeneratedRegex(
        @"Channel\.CreateUnbounded|new (ConcurrentQueue|ConcurrentBag|ConcurrentStack|BlockingCollection)<",
        RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Unbounded();

    [GeneratedRegex(@"Limits\.\w+\.\w+", RegexOptions.None, 5000)]
    private static partial Regex Named();
}
