namespace Medera.Lab.Scanning;

/// <summary>Why a text is no code that can be used.</summary>
public enum UnreadableWhy
{
    /// <summary>Nothing, or blanks only.</summary>
    Empty,

    /// <summary>More than <see cref="Barcode.MaxLength"/> characters; not looked into.</summary>
    TooLong,

    /// <summary>U+0000, another control or invisible character, half a surrogate pair, or what is never a character.</summary>
    ForbiddenCharacter,

    /// <summary>A character that only looks like one of ours: Cyrillic, Greek, full-width, Turkish ı or İ and the like.</summary>
    LookAlike,

    /// <summary>The same valid code twice or more in one text.</summary>
    Doubled,

    /// <summary>Two or more different valid codes in one text.</summary>
    Joined,

    /// <summary>The form of an own code, but a wrong check character or one impossible character; or a wrong check digit or character of another code.</summary>
    WrongCheck,

    /// <summary>The form of an own code with a right check character, but of another laboratory.</summary>
    NotOurs,

    /// <summary>A known structure with a character that cannot stand there.</summary>
    WrongCharacter,

    /// <summary>A known structure that ends too early or goes on too long.</summary>
    WrongLength,

    /// <summary>A known structure with a day or time that no calendar and no clock has.</summary>
    WrongDate,

    /// <summary>A compound message that does not hold as many structures as it says.</summary>
    WrongCount,

    /// <summary>A structure or an application identifier that is not read here, or that has no place in this code.</summary>
    UnknownElement,

    /// <summary>Parts that may not stand in one code together.</summary>
    Contradiction,

    /// <summary>A donation number that was typed without the check character of its box.</summary>
    MissingCheck,

    /// <summary>What the scanner says of the symbol and what the symbol holds do not agree: a GS1 symbol without GS1 data, or the other way round.</summary>
    WrongSymbology,

    /// <summary>Anything else.</summary>
    Unknown,
}

/// <content>What could not be read, and what to tell about it.</content>
public abstract partial record Reading
{
    /// <summary>No code that can be used.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="At">
    /// Where, counted from 0 in the text without blanks at its ends and without a symbology prefix: the first character that
    /// is wrong, or the end where more was to come; −1 when no single place can be named.
    /// </param>
    /// <param name="Shown">
    /// What was read, for the private field only: at most <see cref="Barcode.MaxShown"/> UTF-16 units, with U+FFFD for each
    /// unit that may not be stored or shown.
    /// </param>
    public sealed record Unreadable(UnreadableWhy Why, int At, string Shown) : Reading;
}
