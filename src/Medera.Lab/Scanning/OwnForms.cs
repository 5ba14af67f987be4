namespace Medera.Lab.Scanning;

/// <summary>The forms in which one of our own codes comes, and what is left of one that was misread.</summary>
internal static class OwnForms
{
    /// <summary>Reads twelve characters, or the fifteen of the printed groups, in upper or ASCII lower case.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Reading? reading)
    {
        Span<char> upper = stackalloc char[OwnCode.Length];
        reading = TryUpper(text, upper) && OwnCode.IsOne(upper) ? new Reading.Own(new OwnCode(upper.ToString())) : null;
        return reading is not null;
    }

    /// <summary>Why a text that has the form of an own code is none of ours; null where it has not even the form.</summary>
    public static Fault? Misread(ReadOnlySpan<char> text)
    {
        Span<char> upper = stackalloc char[OwnCode.Length];
        if (!TryUpper(text, upper))
            return null;
        if (IsAnotherLaboratorys(upper))
            return new Fault(UnreadableWhy.NotOurs, -1);
        // A place is named within what was given, so not when groups were closed up.
        return OneCharacterWrong(upper, out var at)
            ? new Fault(UnreadableWhy.WrongCheck, text.Length == OwnCode.Length ? at : -1)
            : null;
    }

    // Twelve characters, or the fifteen of the printed groups "MLV PT40 7UZ5 D", with only a–z raised: a culture would
    // make İ of i, and even the invariant one knows letters that are not ASCII.
    private static bool TryUpper(ReadOnlySpan<char> text, Span<char> upper)
    {
        var grouped = text is [_, _, _, ' ', _, _, _, _, ' ', _, _, _, _, ' ', _];
        if (!grouped && text.Length != OwnCode.Length)
            return false;
        var to = 0;
        for (var from = 0; from < text.Length; from++)
        {
            if (!grouped || from is not (3 or 8 or 13))
                upper[to++] = char.IsAsciiLetterLower(text[from]) ? (char)(text[from] - 'a' + 'A') : text[from];
        }

        return true;
    }

    // The prefix alone tells laboratories apart. Of ours with a kind letter that we do not have, nobody else's: unknown.
    private static bool IsAnotherLaboratorys(ReadOnlySpan<char> text) =>
        !text.StartsWith(OwnCode.Prefix, StringComparison.Ordinal)
        && !text[..3].ContainsAnyExceptInRange('A', 'Z')
        && !text[3..11].ContainsAnyExcept(OwnCode.Alphabet)
        && CheckCharacter.IsRight(text);

    // Whether one changed character would make a code of it, and where if that can be one place only. The code that
    // it would make is never used: another one of the twelve may be the wrong one.
    private static bool OneCharacterWrong(ReadOnlySpan<char> text, out int at)
    {
        at = -1;
        var places = 0;
        Span<char> tried = stackalloc char[OwnCode.Length];
        text.CopyTo(tried);
        for (var place = 0; place < tried.Length; place++)
        {
            foreach (var character in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*")
            {
                tried[place] = character;
                if (!OwnCode.IsOne(tried))
                    continue;
                places++;
                at = place;
                break;
            }

            tried[place] = text[place];
        }

        if (places != 1)
            at = -1;
        return places > 0;
    }
}
