using System.Reflection;
using Medera.Lab.Deciding;
using Medera.Lab.Subjects;

namespace Medera.Lab.Rules;

/// <summary>
/// Short texts that the log keeps as they are typed, for ever. What they may hold is stated, so that no sentence about somebody
/// gets there; where text is wanted, a field is private and can be erased.
/// </summary>
public static class CodeTexts
{
    /// <summary>The longest code or title.</summary>
    public const int Longest = 40;

    /// <summary>Batch numbers, pseudonyms, accounts: A–Z in either case, digits, and - _ . /</summary>
    public static bool IsCode(string text) => text.Length is > 0 and <= Longest && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/');

    /// <summary>Titles of forms, and tests: named by people in their language, once; a test in a protocol that QA approves.</summary>
    public static bool IsTitle(string text) =>
        text.Length is > 0 and <= Longest && text.Trim() == text && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '/' or '+' or '%' or '(' or ')');

    /// <summary>A name that no protocol knows is told again only where it could be a code: it may be anything.</summary>
    public static string Shown(string test) => IsCode(test) ? test : "…";

    internal static IEnumerable<Broken> Of(Command wanted)
    {
        // What is empty is told as missing.
        foreach (var field in CommandFields.Of(wanted.GetType()))
            if (field.Property.GetCustomAttribute<CodeTextAttribute>() is { } kept && field.Property.GetValue(wanted) is string text && !string.IsNullOrWhiteSpace(text)
                && !(kept.Title ? IsTitle(text) : IsCode(text)))
                yield return DeskRules.Incomplete.Broken(kept.Title ? "title" : "code", ("field", field.Name), ("most", Longest));
        if (wanted is PlanningCommand.DraftProtocol draft && draft.Content.Specification.Any(line => !IsTitle(line.Test)))
            yield return DeskRules.Incomplete.Broken("title", ("field", "test"), ("most", Longest));
    }
}
