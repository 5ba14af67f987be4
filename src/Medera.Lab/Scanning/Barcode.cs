namespace Medera.Lab.Scanning;

/// <summary>
/// Turns the text of a scanner, camera or keyboard into what it is. Nothing is guessed or mended: a code is read
/// exactly or not at all. Throws for no text, and depends on no culture.
/// </summary>
public static class Barcode
{
    /// <summary>Texts over this many UTF-16 units are refused before they are looked into.</summary>
    public const int MaxLength = Limits.Texts.Scan;

    /// <summary>What is kept of an unreadable text, in UTF-16 units.</summary>
    public const int MaxShown = Limits.Texts.Shown;

    /// <summary>Reads one text as a scanner sent it, with GS as GS.</summary>
    public static Reading Read(string? text) => Read(text, Arrival.Scanned);

    /// <summary>
    /// Reads one text. Blanks, CR, LF and TAB at both ends and an AIM symbology identifier (<c>]C0</c>, <c>]d2</c> …) are taken
    /// off; the identifier tells GS1 from the rest. Own codes may come in ASCII lower case or in the groups that
    /// <see cref="OwnCode.Grouped"/> prints.
    /// </summary>
    public static Reading Read(string? text, Arrival how)
    {
        ArgumentNullException.ThrowIfNull(how);
        if (text?.Length > MaxLength)
            return Unreadable(new Fault(UnreadableWhy.TooLong, -1), text);
        var bare = Wrapping.Off(text, out var carrier);
        if (bare.IsEmpty)
            return Unreadable(new Fault(UnreadableWhy.Empty, -1), bare);
        var fault = ReadAs(carrier, bare, how, out var reading);
        return fault is null ? reading! : Unreadable(Explained(fault.Value, bare, carrier, how), bare);
    }

    /// <summary>A text fit to be kept as a private field and shown: at most <see cref="MaxShown"/> units, with U+FFFD for what may not be stored.</summary>
    public static string Redacted(string text) => Characters.Printable(Wrapping.Off(text, out _), MaxShown);

    private static Reading.Unreadable Unreadable(Fault fault, ReadOnlySpan<char> text) =>
        new(fault.Why, fault.At, Characters.Printable(text, MaxShown));

    private static Fault? ReadAs(Carrier carrier, ReadOnlySpan<char> text, Arrival how, out Reading? reading)
    {
        if (carrier == Carrier.Gs1)
        {
            if (Gs1Strings.Read(text, how, out reading) is not { } fault)
                return null;
            return ReadAny(text, how, out reading) is null ? new Fault(UnreadableWhy.WrongSymbology, -1) : fault;
        }

        // A plain symbol may hold the URI of GS1 Digital Link, for a URI needs no FNC1.
        return ReadAny(text, how, out reading) is { } other ? other
            : reading is Reading.Gs1 && carrier == Carrier.Plain && !DigitalLink.Begins(text)
                ? new Fault(UnreadableWhy.WrongSymbology, -1)
            : null;
    }

    // Each form is told by how it begins, so that no text is tried as two things.
    private static Fault? ReadAny(ReadOnlySpan<char> text, Arrival how, out Reading? reading)
    {
        if (OwnForms.TryRead(text, out reading))
            return null;
        if (how.IsTyped && TypedDonation.TryRead(text, out reading, out var typed))
            return typed;
        if (Isbt128.Begins(text))
        {
            return Isbt128.Read(text, out reading) is { } fault ? fault
                : how.IsTyped && Isbt128.HasDonation(reading!) ? new Fault(UnreadableWhy.MissingCheck, -1)
                : null;
        }

        if (DigitalLink.Begins(text))
            return DigitalLink.Read(text, out reading);
        return Gs1Strings.Begins(text, how) ? Gs1Strings.Read(text, how, out reading) : Fault.Unknown;
    }

    // The reason that helps most: codes that are joined before characters that are wrong, because two reads may be joined by
    // a CR, which is one; and wrong characters before what they make of a code.
    private static Fault Explained(Fault fault, ReadOnlySpan<char> text, Carrier carrier, Arrival how)
    {
        if (fault.Why is UnreadableWhy.MissingCheck or UnreadableWhy.WrongSymbology)
            return fault; // the text is a code
        // A compound message that more follows upon has counted wrong, though both are codes.
        if (
            Joins.Why(text, carrier, how) is { } joined
            && (joined == UnreadableWhy.Doubled || fault.Why != UnreadableWhy.WrongCount)
        )
            return new Fault(joined, -1);
        var separators = fault.Why != UnreadableWhy.Unknown && !Isbt128.Begins(text);
        if (Characters.FirstForbidden(text, separators) is >= 0 and var forbidden)
            return new Fault(UnreadableWhy.ForbiddenCharacter, forbidden);
        if (Characters.FirstLookAlike(text) is >= 0 and var lookAlike)
            return new Fault(UnreadableWhy.LookAlike, lookAlike);
        return OwnForms.Misread(text) ?? fault;
    }
}
