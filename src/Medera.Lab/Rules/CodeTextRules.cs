namespace Medera.Lab.Rules;

/// <summary>
/// Short texts that the log keeps as they are typed, for ever. What they may hold is stated, so that no sentence about somebody
/// gets there; where text is wanted, a field is private and can be erased.
/// </summary>
public static class CodeTextRules
{
    /// <summary>The longest code or title.</summary>
    public const int Longest = Limits.Texts.Title;

    /// <summary>Batch numbers, pseudonyms, accounts: A–Z in either case, digits, and - _ . /</summary>
    public static bool IsCode(string text) =>
        text.Length is > 0 and <= Longest
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/');

    /// <summary>Titles of forms, and tests: named by people in their language, once; a test in a protocol that QA approves.</summary>
    public static bool IsTitle(string text) =>
        text.Length is > 0 and <= Longest
        && text.Trim() == text
        && text.All(c =>
            char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '/' or '+' or '%' or '&' or '(' or ')'
        );

    /// <summary>A name that no protocol knows is told again only where it could be a code: it may be anything.</summary>
    public static string Redacted(string test) => IsCode(test) ? test : "…";

    /// <summary>A Turkish national identity number by its two check digits (Law 5490): it is nobody's pseudonym and no lot's number.</summary>
    public static bool IsNationalNumber(string text)
    {
        if (text.Length != 11 || text[0] == '0' || !text.All(char.IsAsciiDigit))
            return false;
        var d = text.Select(c => c - '0').ToArray();
        var tenth = ((((d[0] + d[2] + d[4] + d[6] + d[8]) * 7) - (d[1] + d[3] + d[5] + d[7])) % 10 + 10) % 10;
        return d[9] == tenth && d[10] == d.Take(10).Sum() % 10;
    }

    internal static IEnumerable<Broken> Check(Command wanted)
    {
        foreach (var field in CommandFields.List(wanted.GetType()))
            if (
                field.CodeText is not null
                && field.Property.GetValue(wanted) is string number
                && IsNationalNumber(number)
            )
                yield return DeskRules.Incomplete.Broken("national", ("field", field.Name));
        // What is empty is told as missing.
        foreach (var field in CommandFields.List(wanted.GetType()))
            if (
                field.CodeText is { } kept
                && field.Property.GetValue(wanted) is string text
                && !string.IsNullOrWhiteSpace(text)
                && !(kept.Title ? IsTitle(text) : IsCode(text))
            )
                yield return DeskRules.Incomplete.Broken(
                    kept.Title ? "title" : "code",
                    ("field", field.Name),
                    ("most", Longest)
                );
        if (wanted is DraftProtocol draft && draft.Content.Specification.Any(line => !IsTitle(line.Test)))
            yield return DeskRules.Incomplete.Broken("title", ("field", "test"), ("most", Longest));
    }
}
