using System.Reflection;

namespace Medera.Lab.Web.Audit;

/// <summary>The symbol of the sprite for a kind of event, by the log's name of it.</summary>
public static class EventIcons
{
    private const string Unknown = "check";

    // By the first word of the name; a fact that has a symbol of its own says so where it is declared.
    private static readonly Dictionary<string, string> ByKind = new(StringComparer.Ordinal)
    {
        ["access"] = "user",
        ["administration"] = "bag",
        ["auth"] = "user",
        ["batch"] = "batch",
        ["bedside"] = "wrist",
        ["collection"] = "wrist",
        ["consent"] = "doc",
        ["container"] = "vial",
        ["custody"] = "check",
        ["deviation"] = "flag",
        ["disposal"] = "vial",
        ["eligibility"] = "doc",
        ["equipment"] = "temp",
        ["identity"] = "wrist",
        ["label"] = "print",
        ["log"] = "check",
        ["material"] = "bag",
        ["plan"] = "doc",
        ["processing"] = "batch",
        ["protocol"] = "doc",
        ["release"] = "sign",
        ["reservation"] = "lock",
        ["residual"] = "bag",
        ["result"] = "count",
        ["review"] = "review",
        ["session"] = "doc",
        ["station"] = "check",
        ["storage"] = "tank",
        ["subject"] = "wrist",
        ["suitability"] = "doc",
        ["thaw"] = "temp",
        ["tray"] = "bag",
    };

    private static readonly Dictionary<string, string> ByName = FactNames.All.ToDictionary(
        fact => fact.Name.Name,
        fact =>
            fact.Type.GetCustomAttribute<IconAttribute>()?.Symbol
            ?? ByKind.GetValueOrDefault(fact.Name.Name[..fact.Name.Name.IndexOf('.', StringComparison.Ordinal)])
            ?? throw new InvalidOperationException($"{fact.Type.Name} has no symbol on timelines.")
    );

    /// <summary>The symbol of a fact; a fact that this edition does not know has a plain one, for old logs stay readable.</summary>
    public static string Icon(string type) => ByName.GetValueOrDefault(type, Unknown);
}
