using System.Globalization;
using System.Text;

namespace Medera.Lab.Custody;

/// <summary>Something that has no canonical form, or is not in it. The message says what and where, and is for engineers.</summary>
public sealed class NotCanonical(string message) : FormatException(message);

/// <summary>
/// Which texts may be hashed or stored. A text goes through here before it reaches a body, a commitment or a text
/// column, so that all three hold the same characters.
/// </summary>
public static class CanonicalText
{
    /// <summary>The text in Unicode normal form C.</summary>
    /// <exception cref="NotCanonical">
    /// The text has U+0000, half a surrogate pair, or a code point that is never a character. They are refused before
    /// normalising: PostgreSQL takes no U+0000, UTF-8 no half pair, and I-JSON (RFC 7493 §2.1, which RFC 8785 builds on)
    /// no noncharacter.
    /// </exception>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var at = 0; at < text.Length; )
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
                throw new NotCanonical($"Half a surrogate pair at character {Number(at)} of a text.");
            if (rune.Value == 0)
                throw new NotCanonical($"U+0000 at character {Number(at)} of a text.");
            if (IsNoncharacter(rune))
                throw new NotCanonical($"A code point that is never a character, at {Number(at)} of a text.");
            at += rune.Utf16SequenceLength;
        }

        return text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether a text is a key: one or more of a–z, 0–9, <c>.</c>, <c>-</c> and <c>_</c>.</summary>
    public static bool IsKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Length > 0 && !key.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789.-_");
    }

    /// <summary>Whether a code point is set aside for ever as no character: U+FDD0–U+FDEF and the last two of each plane.</summary>
    internal static bool IsNoncharacter(Rune rune) =>
        rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;

    internal static void RequireKey(string key)
    {
        if (!IsKey(key))
            throw new NotCanonical("A key has one or more of a–z, 0–9, '.', '-' and '_', and nothing else.");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
