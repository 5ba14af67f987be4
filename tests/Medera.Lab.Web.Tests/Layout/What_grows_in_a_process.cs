using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Threading.Channels;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Startup;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medera.Lab.Web.Tests.Layout;

/// <summary>A process that runs for a year: what one part keeps for all of it must not grow with the laboratory.</summary>
public sealed class What_grows_in_a_process
{
    /// <summary>By field: its limit, or why it needs none.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["Feed.toldHere"] = "Limits.Memory.ToldAndUnsealed",
        ["Feed.followers"] = "one an open screen, gone when it closes",
        ["Wording.names"] = "Limits.Memory.Names",
        ["PasswordCheck.provenInDemonstration"] = "Limits.Memory.ProvenInDemonstration",
        ["SignInThrottle.places"] = "Limits.Memory.SignInPlaces",
        ["SignInThrottle.accounts"] = "Limits.Memory.SignInPlaces",
        ["OpenPages.open"] = "Limits.Memory.PagesOfOnePerson",
        ["LogReads.roots"] = "Limits.Memory.TileRoots",
        ["PackageProgress.going"] = "Limits.Memory.Packages",
        ["SealState.wakes"] = "Limits.Memory.Wakes",
        ["SubjectKeys.places"] = "one a key: where it stands in its file, so that it can be written over",
        ["SubjectKeys.read"] = "one a file of keys, and a process makes one",
        ["LogKeys.signers"] = "one a key of the log that is in force: two while one follows the other",
        ["WitnessRounds.standings"] = "one a witness of the policy",
        ["RowStatement.Shapes"] = "one a type of row",
        ["FactSentences.Known"] = "one a type of fact",
        ["Shape.Known"] = "one a type of the log's records",
        ["FieldWalk.Kinds"] = "one a type of value",
        ["CommandFields.Known"] = "one a type of command",
        ["Named.Known"] = "one a type of command",
        ["UnreadableQueries.Known"] = "one a page",
    };

    private static readonly Type[] Growing =
    [
        typeof(Dictionary<,>),
        typeof(List<>),
        typeof(HashSet<>),
        typeof(Queue<>),
        typeof(Stack<>),
        typeof(LinkedList<>),
        typeof(SortedDictionary<,>),
        typeof(SortedSet<>),
        typeof(SortedList<,>),
        typeof(ConcurrentDictionary<,>),
        typeof(ConcurrentQueue<>),
        typeof(ConcurrentBag<>),
        typeof(ConcurrentStack<>),
        typeof(BlockingCollection<>),
        // Replaced by a larger one, they grow too.
        typeof(ImmutableDictionary<,>),
        typeof(ImmutableHashSet<>),
        typeof(ImmutableList<>),
        typeof(ImmutableArray<>),
        typeof(Channel<>),
        typeof(Channel<,>),
    ];

    [Fact]
    public void has_a_limit_that_its_source_names()
    {
        var fields = Fields();
        Assert.Empty(
            fields
                .Select(Named)
                .Except(Known.Keys, StringComparer.Ordinal)
                .Select(field => $"{field} grows: give it a limit from Limits.cs and say here which.")
        );
        Assert.Empty(
            Known
                .Keys.Except(fields.Select(Named), StringComparer.Ordinal)
                .Select(field => $"{field} is not there any more.")
        );
        foreach (
            var (field, limit) in Known.Where(known => known.Value.StartsWith("Limits.", StringComparison.Ordinal))
        )
        {
            Assert.NotNull(typeof(Limits).GetNestedType(limit.Split('.')[1])!.GetField(limit.Split('.')[2]));
            var source = Directory
                .EnumerateFiles(Sources(), $"{field.Split('.')[0]}.cs", SearchOption.AllDirectories)
                .Single();
            Assert.Contains(limit, File.ReadAllText(source), StringComparison.Ordinal);
        }
    }

    /// <summary>The growing fields of what is there once in a process, of what those parts hold, and those that stand beside all instances.</summary>
    private static List<FieldInfo> Fields()
    {
        using var source = NpgsqlDataSource.Create("Host=none");
        var folder = Directory.CreateTempSubdirectory("medera-lab-").FullName;
        try
        {
            var services = new ServiceCollection();
            var settings = new LabSettings(LabSettings.DemonstrationOrigin, folder);
            LabServer.AddLab(services, settings, source);
            services.AddSealing(settings, source, source);
            var once = services
                .Where(s => s.Lifetime == ServiceLifetime.Singleton && !s.IsKeyedService)
                .Select(s =>
                    s.ImplementationType
                    ?? s.ImplementationInstance?.GetType()
                    ?? s.ImplementationFactory!.Method.ReturnType
                )
                .Where(IsOurs);
            var (seen, fields) = (new HashSet<Type>(), new List<FieldInfo>());
            var waiting = new Queue<Type>(once);
            while (waiting.TryDequeue(out var type))
            {
                if (!seen.Add(type))
                    continue;
                foreach (
                    var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                )
                {
                    if (Grows(field))
                        fields.Add(field);
                    if (IsOurs(field.FieldType) && field.FieldType.IsClass)
                        waiting.Enqueue(field.FieldType);
                }
            }
            Assert.Contains(typeof(Web.Custody.Feed), seen);
            Assert.Contains(typeof(Sequencer), seen);
            // A table that is filled once is no Concurrent…; what is filled while it runs, by several, is.
            fields.AddRange(
                new[] { typeof(LabServer), typeof(Limits) }
                    .SelectMany(t => t.Assembly.GetTypes())
                    .SelectMany(t =>
                        t.GetFields(
                            BindingFlags.Static
                                | BindingFlags.Public
                                | BindingFlags.NonPublic
                                | BindingFlags.DeclaredOnly
                        )
                    )
                    .Where(f =>
                        Grows(f)
                        && f.FieldType.Namespace is "System.Collections.Concurrent" or "System.Threading.Channels"
                    )
            );
            return fields;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("Medera.Lab", StringComparison.Ordinal) == true
        && !type.IsEnum
        && !type.IsGenericTypeDefinition;

    private static bool Grows(FieldInfo field) =>
        field.FieldType.IsGenericType && Growing.Contains(field.FieldType.GetGenericTypeDefinition());

    private static string Named(FieldInfo field) => $"{field.DeclaringType!.Name}.{field.Name}";

    private static string Sources()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Medera.Lab.sln")))
                return Path.Combine(folder.FullName, "src", "Medera.Lab.Web");
        throw new InvalidOperationException("This test looks at the sources: run it from within the repository.");
    }
}
