using System.Globalization;
using System.Text;

namespace Medera.Lab.Scanning;

/// <summary>What is wrong with single characters of a scanned text, before anybody asks what code it is.</summary>
internal static class Characters
{
    // Cyrillic and Greek letters that no eye tells from an ASCII letter in a label's typeface, with ı and İ. What Unicode
    // itself calls a form of an ASCII character (full-width, mathematical, Kelvin sign …) is found by normal form KC.
    private const string LookAlikes = "ЅІЈАВЕЗКМНОРСТУХҮаеорсухѕіјԁԛԝҺһӀӏԌᴦ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυχϲϹϳ" + "ıİ";

    /// <summary>Index of the first character that no code has, or −1.</summary>
    /// <param name="separators">Whether GS may stand in it, as in GS1.</param>
    public static int FirstForbidden(ReadOnlySpan<char> text, bool separators)
    {
        for (var at = 0; at < text.Length; )
        {
            if (
                !TryGet(text[at..], out var rune, out var units)
                || (IsForbidden(rune) && !(separators && rune.Value == Gs1Strings.Separator))
            )
                return at;
            at += units;
        }

        return -1;
    }

    /// <summary>Index of the first character that only looks like an ASCII one, or −1. The text has no forbidden character.</summary>
    public static int FirstLookAlike(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; )
        {
            _ = TryGet(text[at..], out var rune, out var units);
            if (!rune.IsAscii && LooksAscii(rune))
                return at;
            at += units;
        }

        return -1;
    }

    /// <summary>The text fit to store and show: cut, and U+FFFD for each unit that is no visible character.</summary>
    public static string Printable(ReadOnlySpan<char> text, int most)
    {
        var shown = new StringBuilder(most);
        for (var at = 0; at < text.Length; )
        {
            var whole = TryGet(text[at..], out var rune, out var units);
            if (shown.Length + units > most)
                break;
            if (whole && !IsForbidden(rune))
                shown.Append(text.Slice(at, units));
            else
                shown.Append('\uFFFD', units);
            at += units;
        }

        return shown.ToString();
    }

    // Format characters (zero width, direction, tags) count as forbidden: they are invisible and can turn the order of
    // what a page shows.
    private static bool IsForbidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || CanonicalText.IsNoncharacter(rune);

    private static bool LooksAscii(Rune rune)
    {
        var character = rune.ToString();
        if (LookAlikes.Contains(character, StringComparison.Ordinal))
            return true;
        var plain = character.Normalize(NormalizationForm.FormKC);
        return plain.Length == 1 && plain[0] is > ' ' and < '\u007F';
    }

    private static bool TryGet(ReadOnlySpan<char> text, out Rune rune, out int units) =>
        Rune.DecodeFromUtf16(text, out rune, out units) == System.Buffers.OperationStatus.Done;
}
