using System.Reflection;
using System.Xml.Linq;
using Medera.Lab.Ledger;
using Xunit;

namespace Medera.Lab.Tests.Architecture;

public class The_walls
{
    private static readonly Assembly Rules = typeof(CheckCharacter).Assembly;
    private static readonly Assembly Ledger = typeof(Leaf).Assembly;

    // What would let the rules wait, look at the world or draw lots. The build forbids some of it by name already; a
    // pragma can silence the build, not this.
    private static readonly string[] Impure =
    [
        "System.Threading.",
        "System.Net.",
        "System.Data.",
        "System.IO.File",
        "System.IO.Directory",
        "System.IO.Stream",
        "System.Console",
        "System.Random",
        "System.TimeProvider",
        "System.Security.Cryptography.RandomNumberGenerator",
        "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch",
        "System.Runtime.CompilerServices.Async",
    ];

    private static readonly string[] OutsideComesIn =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid",
        "System.Guid.CreateVersion7",
        "System.TimeZoneInfo.get_Local",
    ];

    [Fact]
    public void the_rules_reference_the_runtime_and_nothing_else()
    {
        Assert.All(Metadata.Assemblies(Rules), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
        Assert.Empty(References("src/Medera.Lab/Medera.Lab.csproj"));
    }

    [Fact]
    public void the_rules_do_not_wait_nor_look_at_the_world()
    {
        Assert.DoesNotContain(
            Metadata.Types(Rules),
            type => Impure.Any(impure => type.StartsWith(impure, StringComparison.Ordinal))
        );
        Assert.DoesNotContain(
            Metadata.Members(Rules),
            member => OutsideComesIn.Contains(member, StringComparer.Ordinal)
        );
        // What the compiler writes into every iterator; nothing else of the environment is looked at.
        Assert.All(
            Metadata.Members(Rules).Where(member => member.StartsWith("System.Environment.", StringComparison.Ordinal)),
            member => Assert.Equal("System.Environment.get_CurrentManagedThreadId", member)
        );
    }

    [Fact]
    public void the_rules_hand_out_nothing_to_wait_for()
    {
        // A delegate carries BeginInvoke from before there were tasks; it throws where it is called.
        var methods = Rules
            .GetTypes()
            .Where(type => !type.IsSubclassOf(typeof(Delegate)))
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.Instance
                        | BindingFlags.Static
                        | BindingFlags.DeclaredOnly
                )
            );
        Assert.DoesNotContain(
            methods,
            method =>
                method
                    .GetParameters()
                    .Select(parameter => parameter.ParameterType)
                    .Append(method.ReturnType)
                    .Any(IsToWaitFor)
        );
    }

    [Fact]
    public void the_ledger_references_nothing_of_ours()
    {
        Assert.DoesNotContain(Metadata.Assemblies(Ledger), name => name.StartsWith("Medera", StringComparison.Ordinal));
        Assert.DoesNotContain(
            References("src/Medera.Lab.Ledger/Medera.Lab.Ledger.csproj"),
            name => name.Contains("Medera", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void the_auditors_program_references_the_ledger_and_the_runtime_and_nothing_else()
    {
        Assert.All(
            Metadata.Assemblies(typeof(Medera.Lab.Verify.CommandLine).Assembly),
            name =>
                Assert.True(
                    name is "Medera.Lab.Ledger" or "Microsoft.Win32.Primitives"
                        || name.StartsWith("System.", StringComparison.Ordinal),
                    name
                )
        );
        Assert.Equal(
            ["../Medera.Lab.Ledger/Medera.Lab.Ledger.csproj"],
            References("src/Medera.Lab.Verify/Medera.Lab.Verify.csproj")
        );
    }

    [Fact]
    public void only_the_web_project_reaches_the_database()
    {
        var reaching = Repository
            .Files("src", ".csproj")
            .Where(project =>
                References(project)
                    .Any(name =>
                        name.StartsWith("Npgsql", StringComparison.Ordinal)
                        || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                    )
            );
        Assert.Equal(["src/Medera.Lab.Web/Medera.Lab.Web.csproj"], reaching);
    }

    [Fact]
    public void of_our_projects_each_references_only_what_it_may()
    {
        var allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Medera.Lab"] = [],
            ["Medera.Lab.Ledger"] = [],
            ["Medera.Lab.Verify"] = ["Medera.Lab.Ledger"],
            ["Medera.Lab.Web"] = ["Medera.Lab", "Medera.Lab.Ledger"],
        };
        foreach (var project in Repository.Files("src", ".csproj"))
        {
            var ours = References(project)
                .Where(name => name.EndsWith(".csproj", StringComparison.Ordinal))
                .Select(Name);
            Assert.True(
                allowed.TryGetValue(Name(project), out var may),
                $"{project} has no place in the house: name here what it may reference."
            );
            Assert.Subset(may.ToHashSet(StringComparer.Ordinal), ours.ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void what_the_tests_share_is_a_project_and_needs_neither_pages_nor_a_database()
    {
        Assert.DoesNotContain(
            Repository.Files("tests", ".csproj").SelectMany(project => Included(project, "Compile")),
            path => path.Contains("..", StringComparison.Ordinal)
        );
        var shared = References("tests/Medera.Lab.TestSupport/Medera.Lab.TestSupport.csproj");
        Assert.Equal(
            ["Medera.Lab", "Medera.Lab.Ledger", "Medera.Lab.Verify"],
            shared
                .Where(name => name.EndsWith(".csproj", StringComparison.Ordinal))
                .Select(Name)
                .Order(StringComparer.Ordinal)
        );
    }

    private static bool IsToWaitFor(Type type) =>
        type.FullName is { } name
        && (
            name.StartsWith("System.Threading.", StringComparison.Ordinal)
            || name.Contains("IAsync", StringComparison.Ordinal)
        );

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));

    private static IReadOnlyList<string> References(string project) =>
        Included(project, "PackageReference", "ProjectReference", "FrameworkReference", "Reference");

    private static IReadOnlyList<string> Included(string project, params string[] elements) =>
        [
            .. XDocument
                .Load(Repository.Full(project))
                .Descendants()
                .Where(element => elements.Contains(element.Name.LocalName, StringComparer.Ordinal))
                .Select(element => element.Attribute("Include")?.Value ?? ""),
        ];
}
