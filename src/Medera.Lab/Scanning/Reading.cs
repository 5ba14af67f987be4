using System.Globalization;

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

    /// <summary>The form of an own code, but a wrong check character or one impossible character.</summary>
    WrongCheck,

    /// <summary>The form of an own code with a right check character, but of another laboratory.</summary>
    NotOurs,

    /// <summary>Anything else.</summary>
    Unknown,
}

/// <summary>What one text from a scanner, camera or keyboard turned out to be. A closed union.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>One of the laboratory's own codes, check character right.</summary>
    public sealed record Own(OwnCode Code) : Reading;

    /// <summary>
    /// An ISBT 128 donation identification number, data structure 001. Its form is right; whether it exists, the record
    /// knows. The bar code carries no check character, so a misread is not found here.
    /// </summary>
    /// <param name="Text">All 16 characters as scanned: <c>=</c>, the number, the flags.</param>
    public sealed record Din(string Text) : Reading
    {
        /// <summary>The 13 characters that identify the donation: αpppp, year, serial number.</summary>
        public string Identification => Text[1..14];

        /// <summary>The two flag characters, which are no part of the identification.</summary>
        public string Flags => Text[14..];

        /// <summary>The check character that is printed in a box behind the number (ISO/IEC 7064 MOD 37-2).</summary>
        public char Check => CheckCharacter.Of(Identification);
    }

    /// <summary>No code that can be used.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="At">
    /// Where, counted from 0 in the text without blanks at its ends and without a symbology prefix; −1 when no single place
    /// can be named.
    /// </param>
    /// <param name="Shown">
    /// What was read, for the private field only: at most <see cref="Barcode.MaxShown"/> UTF-16 units, with U+FFFD for each
    /// unit that may not be stored or shown.
    /// </param>
    public sealed record Unreadable(UnreadableWhy Why, int At, string Shown) : Reading
    {
        /// <summary>What to tell the technician, and what to do next.</summary>
        /// <param name="language">A language tag; <c>tr</c> and <c>tr-…</c> give Turkish, all others English.</param>
        public string Sentence(string language)
        {
            ArgumentNullException.ThrowIfNull(language);
            var turkish = string.Equals(language.Split('-')[0], "tr", StringComparison.OrdinalIgnoreCase);
            return turkish ? Turkish() : English();
        }

        private string Place => (At + 1).ToString(CultureInfo.InvariantCulture);

        private string English() => Why switch
        {
            UnreadableWhy.Empty => "Nothing was read. Scan the code again.",
            UnreadableWhy.TooLong => "Too much was read at once. Scan one code only.",
            UnreadableWhy.ForbiddenCharacter =>
                "The scanner sent a character that no code has. Scan it again; if it happens again, use another scanner.",
            UnreadableWhy.LookAlike =>
                $"Character {Place} only looks like the right one and belongs to another alphabet. Scan the code; do not paste it.",
            UnreadableWhy.Doubled => "The same code was read more than once in one go. Scan it once.",
            UnreadableWhy.WrongCheck when At >= 0 => $"Character {Place} of this code was read wrong. Scan it again.",
            UnreadableWhy.WrongCheck => "One character of this code was read wrong. Scan it again.",
            UnreadableWhy.NotOurs => "This code belongs to another laboratory. Scan the label of this laboratory.",
            _ => "This is no code that the laboratory knows. Scan the label of this laboratory.",
        };

        private string Turkish() => Why switch
        {
            UnreadableWhy.Empty => "Hiçbir şey okunmadı. Kodu yeniden okutun.",
            UnreadableWhy.TooLong => "Bir seferde çok fazla şey okundu. Yalnızca bir kod okutun.",
            UnreadableWhy.ForbiddenCharacter =>
                "Okuyucu, hiçbir kodda bulunmayan bir karakter gönderdi. Yeniden okutun; yine olursa başka bir okuyucu kullanın.",
            UnreadableWhy.LookAlike =>
                $"{Place}. karakter doğrusuna yalnızca benziyor, başka bir alfabeden. Kodu okutun; yapıştırmayın.",
            UnreadableWhy.Doubled => "Aynı kod bir seferde birden çok kez okundu. Bir kez okutun.",
            UnreadableWhy.WrongCheck when At >= 0 => $"Bu kodun {Place}. karakteri yanlış okundu. Yeniden okutun.",
            UnreadableWhy.WrongCheck => "Bu kodun bir karakteri yanlış okundu. Yeniden okutun.",
            UnreadableWhy.NotOurs => "Bu kod başka bir laboratuvara ait. Bu laboratuvarın etiketini okutun.",
            _ => "Bu, laboratuvarın tanıdığı bir kod değil. Bu laboratuvarın etiketini okutun.",
        };
    }
}
