namespace Medera.Lab.Scanning;

/// <summary>
/// A donation number as a person types it from under the bar code: with or without "=", blanks between the groups, the flags or not,
/// and always the check character of the box. A scanned number never has one, so this form is taken from keyboards only.
/// </summary>
internal static class TypedDonation
{
    private const int NumberLength = 13;
    private const int FlagsLength = 2;

    // "=", number, flags and check character, and a blank behind each.
    private const int LongestTyped = 2 * (1 + NumberLength + FlagsLength + 1);

    /// <summary>Whether it has the form of a typed number; then either the reading, or why not.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Reading? reading, out Fault? fault)
    {
        (reading, fault) = (null, null);
        if (text.Length > LongestTyped)
            return false;
        Span<char> all = stackalloc char[LongestTyped];
        var typed = all[..Close(text, all)];
        var withFlags = typed.Length > NumberLength + 1;
        var length = NumberLength + (withFlags ? FlagsLength : 0);
        if (typed.Length != length && typed.Length != length + 1)
            return false;
        if (
            Isbt128.Take(
                $"={typed[..NumberLength]}{(withFlags ? typed[NumberLength..length] : "00")}",
                out var shape,
                out _
            )
                is not null
            || shape is not Reading.Din
        )
            return false;
        if (typed.Length == length)
            fault = new Fault(UnreadableWhy.MissingCheck, -1);
        else if (CheckCharacter.Compute(typed[..NumberLength]) != typed[^1])
            fault = new Fault(UnreadableWhy.WrongCheck, -1);
        else
            reading = new Reading.Din($"={typed[..length]}");
        return true;
    }

    // Without blanks and a leading "=", and only a–z raised.
    private static int Close(ReadOnlySpan<char> text, Span<char> into)
    {
        var length = 0;
        foreach (var character in text is ['=', ..] ? text[1..] : text)
        {
            if (character != ' ')
                into[length++] = char.IsAsciiLetterLower(character) ? (char)(character - 'a' + 'A') : character;
        }

        return length;
    }
}
