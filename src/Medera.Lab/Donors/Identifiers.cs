using System.Globalization;
using System.Text;

namespace Medera.Lab.Donors;

/// <summary>One name or number by which texts about somebody are found, however they were written.</summary>
public abstract record Identifier
{
    /// <summary>Long enough not to be found in everything.</summary>
    public abstract bool CanBeLookedFor { get; }

    /// <summary>Whether a text holds it.</summary>
    public abstract bool In(string text);
}

/// <summary>
/// Reads names and numbers, and finds them in texts. Numbers: digits of any script, whatever blanks, points and dashes part them.
/// Names: in either case and any order, with or without the marks on letters; ı, İ, I and i are one letter; a Turkish ending may follow.
/// </summary>
public static class Identifiers
{
    private const int FewestLetters = 3;
    private const int FewestDigits = 6;

    /// <summary>The longest ending that a name takes: Ayşe’ninki, Yılmazlardan.</summary>
    private const int LongestEnding = 6;

    private static readonly char[] Between = [';', '\n', '\r'];

    /// <summary>Names parted by semicolons or new lines.</summary>
    public static IReadOnlyList<Identifier> Names(string? text) => [.. Parts(text).Select(p => new NameOf(Words(p)))];

    /// <summary>Numbers parted by semicolons or new lines.</summary>
    public static IReadOnlyList<Identifier> Numbers(string? text) =>
        [.. Parts(text).Select(p => new NumberOf(Plain(p)))];

    private static string[] Parts(string? text) =>
        text?.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private sealed record NumberOf(string Digits) : Identifier
    {
        public override bool CanBeLookedFor => Digits.Length >= FewestDigits;

        public override bool In(string text) => Plain(text).Contains(Digits, StringComparison.Ordinal);
    }

    private sealed record NameOf(IReadOnlyList<string> Parts) : Identifier
    {
        public override bool CanBeLookedFor => Parts.Sum(p => p.Length) >= FewestLetters;

        public override bool In(string text)
        {
            var words = Words(text);
            return Parts.All(part =>
                    words.Any(word =>
                        word.Length <= part.Length + LongestEnding && word.StartsWith(part, StringComparison.Ordinal)
                    )
                ) || string.Concat(words).Contains(string.Concat(Parts), StringComparison.Ordinal);
        }
    }

    /// <summary>Letters and digits only, so that "123 456-789.01" is one number.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
                plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (Rune.IsLetter(rune))
                plain.Append(rune);
        }
        return plain.ToString();
    }

    private static List<string> Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var one in text.Normalize(NormalizationForm.FormKD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(one);
            if (category is UnicodeCategory.NonSpacingMark)
                continue;
            folded.Append(
                !char.IsLetterOrDigit(one)
                    ? " "
                    : char.ToLowerInvariant(one) switch
                    {
                        // These letters have no mark that a decomposition would take off.
                        'ı' => "i",
                        'ß' => "ss",
                        'ø' => "o",
                        'ł' => "l",
                        'đ' => "d",
                        'æ' => "ae",
                        'œ' => "oe",
                        var other => other.ToString(),
                    }
            );
        }
        return [.. folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
