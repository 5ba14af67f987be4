namespace Medera.Lab.Scanning;

/// <summary>
/// Reads GS1 element strings: as scanners send them, with FNC1 as GS, and as they are printed, with the identifiers in brackets.
/// </summary>
internal static class Gs1Strings
{
    /// <summary>FNC1 within a symbol, as a scanner sends it.</summary>
    public const char Separator = '\u001d';

    /// <summary>
    /// Whether a text begins as GS1 does: FNC1, a bracketed identifier, or, as there may be no mark at all, an SSCC or a GTIN of its
    /// full length. Digits that begin otherwise may be anybody's number.
    /// </summary>
    public static bool Begins(ReadOnlySpan<char> text, Arrival how) =>
        text is ['(', >= '0' and <= '9', ..]
        || how.SeparatorAt(text) > 0
        || StartsWithDigits(text, "01", 16)
        || StartsWithDigits(text, "00", 20);

    /// <summary>Reads a whole text.</summary>
    public static Fault? Read(ReadOnlySpan<char> text, Arrival how, out Reading? reading)
    {
        reading = null;
        var found = new List<Gs1Found>(4);
        var fault = text is ['(', ..] ? Bracketed(text, found) : Plain(text, how, found);
        return fault ?? Gs1Found.Reading(found, out reading);
    }

    private static Fault? Plain(ReadOnlySpan<char> text, Arrival how, List<Gs1Found> found)
    {
        var at = how.SeparatorAt(text);
        while (at < text.Length || found.Count == 0)
        {
            if (Gs1Table.At(text[at..]) is not { } entry)
                return text.Length - at < 2
                    ? new Fault(UnreadableWhy.WrongLength, text.Length)
                    : new Fault(UnreadableWhy.UnknownElement, at);
            var start = at + entry.Identifier.Length;
            var rest = text[start..];
            var length = entry.HasKnownLength ? Math.Min(entry.Most, rest.Length) : how.NextSeparator(rest);
            if (Gs1Content.Wrong(entry, rest[..length]) is { } fault)
                return fault.Behind(start);
            if (!entry.HasKnownLength && HoldsTheFirst(found, rest[..length]))
                return new Fault(UnreadableWhy.Joined, -1);
            found.Add(new Gs1Found(entry, rest[..length].ToString(), at));
            at = start + length;
            // FNC1 behind a known length and at the very end is more than is needed, and harmless.
            at += how.SeparatorAt(text[at..]);
        }

        return null;
    }

    // A second read that follows without a separator is swallowed by an open value; the number of the first gives it away.
    private static bool HoldsTheFirst(List<Gs1Found> found, ReadOnlySpan<char> value) =>
        found.Count > 0
        && found[0] is { Entry.HasKnownLength: true } first
        && value.IndexOf(first.Value, StringComparison.Ordinal) is >= 2 and var at
        && value[..at].EndsWith(first.Entry.Identifier, StringComparison.Ordinal);

    // A bracket always begins an identifier: a value that has one of its own cannot be told apart, and is refused.
    private static Fault? Bracketed(ReadOnlySpan<char> text, List<Gs1Found> found)
    {
        for (var at = 0; at < text.Length; )
        {
            var close = text[at..].IndexOf(')');
            if (text[at] != '(' || close < 0 || Gs1Table.Exactly(text[(at + 1)..(at + close)]) is not { } entry)
                return new Fault(UnreadableWhy.UnknownElement, at);
            var rest = text[(at + close + 1)..];
            var value = rest.TrimStart(' ');
            var start = text.Length - value.Length;
            var next = value.IndexOf('(');
            if (next >= 0)
                value = value[..next];
            if (Gs1Content.Wrong(entry, value.TrimEnd(' ')) is { } fault)
                return fault.Behind(start);
            found.Add(new Gs1Found(entry, value.TrimEnd(' ').ToString(), at));
            at = start + value.Length;
        }

        return null;
    }

    private static bool StartsWithDigits(ReadOnlySpan<char> text, string identifier, int length) =>
        text.Length >= length
        && text.StartsWith(identifier, StringComparison.Ordinal)
        && !text[..length].ContainsAnyExceptInRange('0', '9');
}
