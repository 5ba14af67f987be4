using System.Reflection;

namespace Medera.Lab.Custody;

/// <summary>Every fact by its name in the log.</summary>
public static class FactNames
{
    private static readonly Dictionary<Type, FactNameAttribute> Names = typeof(Fact)
        .Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract)
        .ToDictionary(
            t => t,
            t =>
                t.GetCustomAttribute<FactNameAttribute>()
                ?? throw new InvalidOperationException($"{t.Name} has no name in the log.")
        );

    private static readonly Dictionary<(string, int), Type> Types = Names.ToDictionary(
        n => (n.Value.Name, n.Value.Edition),
        n => n.Key
    );

    /// <summary>Every fact's type and name.</summary>
    public static IEnumerable<(Type Type, FactNameAttribute Name)> All =>
        Names.OrderBy(n => n.Value.Name, StringComparer.Ordinal).Select(n => (n.Key, n.Value));

    /// <summary>The name of a fact's type.</summary>
    public static FactNameAttribute Of(Type fact) => Names[fact];

    /// <summary>The type that a name has now, or null where it has none any more.</summary>
    public static Type? Latest(string name) =>
        Names
            .Where(n => n.Value.Name == name)
            .OrderByDescending(n => n.Value.Edition)
            .Select(n => n.Key)
            .FirstOrDefault();

    /// <summary>The type of a name and edition, or null: an unknown fact is never guessed.</summary>
    public static Type? Find(string name, int edition) => Types.GetValueOrDefault((name, edition));
}
