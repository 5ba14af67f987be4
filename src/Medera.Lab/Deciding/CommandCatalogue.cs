using System.Reflection;

namespace Medera.Lab.Deciding;

/// <summary>Every command by its name: for the REST door, the forms, and the table of who may what.</summary>
public static class CommandCatalogue
{
    private static readonly Dictionary<Type, ActAttribute> Verbs = typeof(Command)
        .Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract)
        .ToDictionary(
            t => t,
            t => t.GetCustomAttribute<ActAttribute>() ?? throw new InvalidOperationException($"{t.Name} has no verb.")
        );

    private static readonly Dictionary<string, Type> Named = Verbs.ToDictionary(v => v.Value.Name, v => v.Key);

    /// <summary>Every command's type and verb, in the order of the names.</summary>
    public static IEnumerable<(Type Type, ActAttribute Verb)> All =>
        Verbs.OrderBy(v => v.Value.Name, StringComparer.Ordinal).Select(v => (v.Key, v.Value));

    /// <summary>The verb of a command.</summary>
    public static ActAttribute Find(Command wanted) => Find(wanted.GetType());

    /// <summary>The verb of a command's type.</summary>
    public static ActAttribute Find(Type command) => Verbs[command];

    /// <summary>The verb of a command's type.</summary>
    public static ActAttribute Find<TCommand>()
        where TCommand : Command => Verbs[typeof(TCommand)];

    /// <summary>The name of an act, where a page or a sentence needs it: it stands nowhere else.</summary>
    public static string Name<TCommand>()
        where TCommand : Command => Find<TCommand>().Name;

    /// <summary>The command's type by its name, or null.</summary>
    public static Type? Find(string name) => Named.GetValueOrDefault(name);
}
