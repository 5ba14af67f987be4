using System.Reflection;

namespace Medera.Lab.Rules;

/// <summary>The readers' words for a member of an enum, or for a field of a command, beside what they are for.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Parameter, Inherited = false)]
public sealed class WordAttribute(string en, string tr) : Attribute
{
    /// <summary>In English: lower case for a member, which stands within a sentence; as on a form for a field.</summary>
    public string En { get; } = en;

    /// <summary>The same in Turkish.</summary>
    public string Tr { get; } = tr;
}

/// <summary>The words that acts and things say of themselves: verbs, members of enums, fields.</summary>
internal static class DeclaredWords
{
    private static readonly IReadOnlyList<(CommandField Field, WordAttribute Word)> Fields =
    [
        .. CommandCatalogue
            .All.SelectMany(act => CommandFields.List(act.Type))
            .Select(field => (Field: field, Word: field.Parameter.GetCustomAttribute<WordAttribute>()!))
            .Where(said => said.Word is not null),
    ];

    /// <summary>All of them, each code once.</summary>
    public static readonly (string Code, string En, string Tr)[] All =
    [
        .. CommandCatalogue.All.Select(act => (act.Verb.Name, act.Verb.Words.En, act.Verb.Words.Tr)),
        .. typeof(Command)
            .Assembly.GetTypes()
            .Where(type => type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(member => (member.Name, Word: member.GetCustomAttribute<WordAttribute>()))
            .Where(said => said.Word is not null)
            .Select(said => (said.Name, said.Word!.En, said.Word.Tr))
            .Concat(Fields.Select(said => (said.Field.Name, said.Word.En, said.Word.Tr)))
            .Distinct(),
    ];

    /// <summary>The fields among them that hold somebody's own text, however much it looks like a code of ours.</summary>
    public static readonly IReadOnlyList<string> OwnTexts =
    [
        .. Fields.Where(said => said.Field.CodeText is not null).Select(said => said.Field.Name),
    ];
}
