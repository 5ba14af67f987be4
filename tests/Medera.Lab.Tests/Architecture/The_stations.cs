using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medera.Lab.Tests.Architecture;

/// <summary>
/// The same word everywhere: a station is a folder of each project, the first part of its pages' addresses, and a page of the
/// guide. Who looks for something of a station looks in one place of each, and finds it there or nowhere.
/// </summary>
public partial class The_stations
{
    private static readonly Assembly Rules = typeof(CheckCharacter).Assembly;
    private static readonly Assembly Application = typeof(LabDb).Assembly;

    /// <summary>The stations, by the one list of them.</summary>
    private static readonly IReadOnlyList<string> All =
    [
        .. XDocument
            .Load(Repository.Full("src/Stations.props"))
            .Descendants("Station")
            .Select(station => station.Attribute("Include")!.Value),
    ];

    // What belongs to every station, and why it is none.
    private static readonly Dictionary<string, string> CommonInTheRules = new(StringComparer.Ordinal)
    {
        ["Custody"] = "what every fact is",
        ["Deciding"] = "what every act is",
        ["Rules"] = "what a rule is, and those that are asked at every station",
    };

    private static readonly Dictionary<string, string> CommonInTheApplication = new(StringComparer.Ordinal)
    {
        ["Access"] = "who comes in, to whichever station",
        ["ActForms"] = "the form of every act, made from the act",
        ["Api"] = "the door for programs: what it says of a station stands there",
        ["Custody"] = "the log of every station",
        ["Data"] = "the database; the table of a thing stands at its station",
        ["Demonstration"] = "the script of sixty days; what it makes of a station stands there",
        ["Desk"] = "the one way to write, for every station",
        ["Home"] = "where a scan is made before anybody knows for which station it is, and the work of all of them",
        ["Layout"] = "what is around every page",
        ["Resources"] = "the texts",
        ["Sealing"] = "the signed tree over the log",
        ["Shared"] = "parts of pages that more than one station has",
        ["Startup"] = "how it begins",
    };

    // Audit reads what the others did: it has no rule.
    private const string OnlyInTheApplication = "Audit";

    [Fact]
    public void are_folders_of_the_rules_and_of_the_application()
    {
        Assert.Equal(
            All.Where(station => station != OnlyInTheApplication).Concat(CommonInTheRules.Keys).Order(),
            Folders("src/Medera.Lab")
        );
        Assert.Equal(All.Concat(CommonInTheApplication.Keys).Order(), Folders("src/Medera.Lab.Web"));
    }

    [Theory]
    [InlineData("src/Medera.Lab", "Medera.Lab")]
    [InlineData("src/Medera.Lab.Web", "Medera.Lab.Web")]
    public void are_the_namespaces_of_what_lies_in_their_folders(string project, string root)
    {
        foreach (var file in Repository.Files(project, ".cs"))
        {
            var folder = Path.GetDirectoryName(file)![project.Length..].TrimStart('/').Replace('/', '.');
            var declared = Namespace().Match(File.ReadAllText(Repository.Full(file))).Groups["name"].Value;
            // Extension members stand at the root, so that whoever has the thing has them too.
            if (declared.Length > 0 && declared != root && declared != "Medera.Lab")
                Assert.True(declared == $"{root}.{folder}".TrimEnd('.'), $"{file} is of {declared}.");
        }
    }

    [Fact]
    public void are_the_first_word_of_the_addresses_of_their_pages()
    {
        // The start page, the way in and the page that says what went wrong are no stations.
        string[] ofNone = ["/", "/sign-in", "/problem"];
        var pages = Pages().ToList();
        Assert.Contains(pages, page => page is ("Storage", "/storage/{Id:guid}"));
        foreach (var (folder, address) in pages)
        {
            var words = folder == "ActForms" ? All.Select(Kebab) : [Kebab(folder)];
            Assert.True(
                All.Contains(folder, StringComparer.Ordinal) || folder == "ActForms"
                    ? words.Contains(address.Split('/')[1], StringComparer.Ordinal)
                    : ofNone.Contains(address, StringComparer.Ordinal),
                $"{address} is a page of {folder}."
            );
        }
    }

    [Fact]
    public void are_pages_of_the_guide()
    {
        var contents = File.ReadAllText(Repository.Full("docs/guide/README.md"));
        foreach (var station in All)
        {
            var page = $"{Kebab(station)}.md";
            Assert.True(File.Exists(Repository.Full($"docs/guide/{page}")), $"docs/guide/{page} is missing.");
            Assert.Equal($"# {Words(station)}", File.ReadLines(Repository.Full($"docs/guide/{page}")).First());
            Assert.Contains($"[{Words(station)}]({page})", contents, StringComparison.Ordinal);
        }
        // Verifying is done outside the laboratory.
        Assert.Equal(
            All.Select(station => $"docs/guide/{Kebab(station)}.md")
                .Concat(["docs/guide/README.md", "docs/guide/verifying.md"])
                .Order(StringComparer.Ordinal),
            Repository.Files("docs/guide", ".md")
        );
    }

    [Fact]
    public void have_the_tables_of_their_things_with_them()
    {
        var tables = (
            from type in Application.GetTypes()
            from configured in type.GetInterfaces()
            where
                configured.IsGenericType
                && configured.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)
                && configured.GenericTypeArguments[0].Assembly == Rules
            select (Table: type, Thing: configured.GenericTypeArguments[0])
        ).ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables, one => Assert.Equal(Folder(one.Thing), Folder(one.Table)));
    }

    [Fact]
    public void have_with_them_what_bears_their_word()
    {
        // What is read of the log itself, and the two doors that every station goes through.
        string[] common = ["LogReads", "PrivateTextReads", "LabApi", "WorklistApi"];
        string[] kinds = ["Reads", "Api", "Loading", "Rows"];
        foreach (var type in Application.GetTypes().Where(t => t is { IsNested: false, Namespace: not null }))
        {
            if (CommonInTheApplication.ContainsKey(Folder(type)) && !common.Contains(type.Name, StringComparer.Ordinal))
                Assert.False(
                    kinds.Any(kind => type.Name.EndsWith(kind, StringComparison.Ordinal))
                        && All.Any(station => Begins(type.Name, station)),
                    $"{type.Name} stands in {Folder(type)}."
                );
        }
    }

    [Fact]
    public void are_the_first_word_of_the_ids_of_their_refusals_where_it_is_no_number()
    {
        // Older than the stations. An id stands in the bytes of the log, and stays what it is.
        string[] older = ["access", "container", "desk", "offline", "record", "scan"];
        var rules = (
            from type in Rules.GetTypes()
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public)
            where field.FieldType == typeof(Medera.Lab.Rules.Rule)
            select (Folder: Folder(type), ((Medera.Lab.Rules.Rule)field.GetValue(null)!).Id)
        ).ToList();
        Assert.Contains(rules, rule => rule is ("Labels", "label.check"));
        foreach (var (folder, id) in rules.Where(rule => rule.Id.Contains('.', StringComparison.Ordinal)))
        {
            var word = id.Split('.')[0];
            Assert.True(
                older.Contains(word, StringComparer.Ordinal)
                    || (All.Contains(folder, StringComparer.Ordinal) && Kebab(folder).TrimEnd('s') == word),
                $"{id} is a refusal of {folder}."
            );
        }
        Assert.All(
            older,
            word => Assert.Contains(rules, rule => rule.Id.StartsWith(word + ".", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void are_reached_by_every_address_of_before()
    {
        var pages = Pages().Select(page => Shape(page.Address)).ToList();
        Assert.All(OldAddresses.All, one => Assert.Contains(Shape(one.Now), pages));
        Assert.All(OldAddresses.All, one => Assert.DoesNotContain(Shape(one.Old), pages));
    }

    private static IEnumerable<(string Folder, string Address)> Pages() =>
        from type in Application.GetTypes()
        from route in type.GetCustomAttributes<RouteAttribute>()
        select (Folder(type), route.Template);

    private static string Folder(Type type)
    {
        var root = type.Assembly == Rules ? "Medera.Lab" : "Medera.Lab.Web";
        return type.Namespace is { } name && name.Length > root.Length ? name[(root.Length + 1)..].Split('.')[0] : "";
    }

    private static IEnumerable<string> Folders(string project) =>
        Repository
            .Files(project, ".cs", ".razor")
            .Select(file => file[(project.Length + 1)..].Split('/'))
            .Where(parts => parts.Length > 1)
            .Select(parts => parts[0])
            .Distinct()
            .Order();

    private static string Shape(string address) => Parameter().Replace(address, "{}");

    private static bool Begins(string name, string station) =>
        name.StartsWith(station.TrimEnd('s'), StringComparison.Ordinal);

    private static string Kebab(string word) => Capital().Replace(word, "-").ToLowerInvariant();

    private static string Words(string word) => word[..1] + Capital().Replace(word, " ")[1..].ToLowerInvariant();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Capital();
}
