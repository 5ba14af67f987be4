using System.Reflection;

namespace Medera.Lab.Custody;

/// <summary>Every fact by its name in the log, and every edition of it.</summary>
public static class FactNames
{
    private static readonly Dictionary<Type, FactNameAttribute> Names = typeof(Fact)
        .Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(FactData)) && !t.IsAbstract)
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

    /// <summary>Every fact's type and name, in the edition that is written today.</summary>
    public static IEnumerable<(Type Type, FactNameAttribute Name)> All =>
        Editions.Where(n => n.Type.IsSubclassOf(typeof(Fact)));

    /// <summary>Every edition of every fact, older ones first.</summary>
    public static IEnumerable<(Type Type, FactNameAttribute Name)> Editions =>
        Names
            .OrderBy(n => n.Value.Name, StringComparer.Ordinal)
            .ThenBy(n => n.Value.Edition)
            .Select(n => (n.Key, n.Value));

    /// <summary>The name of a fact's type, or of an older edition's.</summary>
    public static FactNameAttribute Find(Type data) => Names[data];

    /// <summary>The fact that a name has now, or null where it has none any more.</summary>
    public static Type? Latest(string name) => All.FirstOrDefault(n => n.Name.Name == name).Type;

    /// <summary>The type of a name and edition, or null: an unknown fact is never guessed.</summary>
    public static Type? Find(string name, int edition) => Types.GetValueOrDefault((name, edition));
}
