namespace Medera.Lab.Scanning;

/// <summary>
/// Turns the text of a scanner, camera or keyboard into what it is. Nothing is guessed or mended: a code is read
/// exactly or not at all. Throws for no text, and depends on no culture.
/// </summary>
public static class Barcode
{
    /// <summary>Texts over this many UTF-16 units are refused before they are looked into.</summary>
    public const int MaxLength = 512;

    /// <summary>What is kept of an unreadable text, in UTF-16 units.</summary>
    public const int MaxShown = 64;

    // "=", thirteen of the number, two flags (ISBT 128 data structure 001).
    private const int DinLength = 16;

    // What a keyboard wedge puts in front of, between or behind codes.
    private const string Blanks = " \r\n\t";

    /// <summary>
    /// Reads one text. Blanks, CR, LF and TAB at both ends and an AIM symbology prefix (<c>]C0</c>, <c>]d1</c> …) are taken off.
    /// Own codes may come in ASCII lower case or in the groups that <see cref="OwnCode.Grouped"/> prints.
    /// </summary>
    public static Reading Read(string? text)
    {
        if (text?.Length > MaxLength)
            return Unreadable(UnreadableWhy.TooLong, -1, text);
        var trimmed = Bare(text);
        if (trimmed.IsEmpty)
            return Unreadable(UnreadableWhy.Empty, -1, trimmed);
        if (TryOne(trimmed, out var reading))
            return reading;

        // Before the forbidden characters, because two reads may be joined by a CR, which is one.
        if (IsDoubled(trimmed))
            return Unreadable(UnreadableWhy.Doubled, -1, trimmed);
        if (Characters.FirstForbidden(trimmed) is >= 0 and var forbidden)
            return Unreadable(UnreadableWhy.ForbiddenCharacter, forbidden, trimmed);
        if (Characters.FirstLookAlike(trimmed) is >= 0 and var lookAlike)
            return Unreadable(UnreadableWhy.LookAlike, lookAlike, trimmed);

        Span<char> upper = stackalloc char[OwnCode.Length];
        if (TryUpper(trimmed, upper))
        {
            if (IsAnotherLaboratorys(upper))
                return Unreadable(UnreadableWhy.NotOurs, -1, trimmed);
            if (OneCharacterWrong(upper, out var at))
            {
                // A place is named within what was given, so not when groups were closed up.
                return Unreadable(UnreadableWhy.WrongCheck, trimmed.Length == OwnCode.Length ? at : -1, trimmed);
            }
        }

        return Unreadable(UnreadableWhy.Unknown, -1, trimmed);
    }

    private static Reading.Unreadable Unreadable(UnreadableWhy why, int at, ReadOnlySpan<char> text) =>
        new(why, at, Characters.Shown(text, MaxShown));

    // Without blanks at both ends and without one AIM prefix: "]", a letter, a modifier of 0–9 or a letter.
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim(Blanks);
        return trimmed is [']', var symbology, var modifier, ..]
            && char.IsAsciiLetter(symbology) && char.IsAsciiLetterOrDigit(modifier)
            ? trimmed[3..].Trim(Blanks)
            : trimmed;
    }

    private static bool TryOne(ReadOnlySpan<char> text, out Reading reading)
    {
        Span<char> upper = stackalloc char[OwnCode.Length];
        if (TryUpper(text, upper) && OwnCode.IsOne(upper))
            reading = new Reading.Own(new OwnCode(upper.ToString()));
        else if (IsDin(text))
            reading = new Reading.Din(text.ToString());
        else
            reading = null!;
        return reading is not null;
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

    // α is A–N, P–Z or 1–9, so the letter O and the digit 0 never stand first; year and serial number are digits.
    private static bool IsDin(ReadOnlySpan<char> text) =>
        text.Length == DinLength
        && text[0] == '='
        && text[1] is (>= 'A' and <= 'Z' and not 'O') or (>= '1' and <= '9')
        && AreUpperOrDigits(text[2..6])
        && !text[6..14].ContainsAnyExceptInRange('0', '9')
        && AreUpperOrDigits(text[14..]);

    // One valid code and nothing but the same again, joined as scanners join them: at once, or by blanks or a prefix.
    private static bool IsDoubled(ReadOnlySpan<char> text)
    {
        foreach (var length in (ReadOnlySpan<int>)[OwnCode.Length, DinLength])
        {
            if (text.Length <= length || !TryOne(text[..length], out var first))
                continue;
            var rest = Bare(text[length..]);
            while (rest.Length >= length && TryOne(rest[..length], out var next) && next == first)
            {
                rest = Bare(rest[length..]);
                if (rest.IsEmpty)
                    return true;
            }
        }

        return false;
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

    private static bool AreUpperOrDigits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterUpper(character) && !char.IsAsciiDigit(character))
                return false;
        }

        return true;
    }
}
