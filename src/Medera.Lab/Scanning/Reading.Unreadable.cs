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
            UnreadableWhy.Joined => "Several different codes were read in one go. Cover the others and scan one.",
            UnreadableWhy.WrongCheck when At >= 0 => $"Character {Place} of this code was read wrong. Scan it again.",
            UnreadableWhy.WrongCheck => "One character of this code was read wrong. Scan it again.",
            UnreadableWhy.NotOurs => "This code belongs to another laboratory. Scan the label of this laboratory.",
            UnreadableWhy.WrongCharacter => $"Character {Place} cannot stand where it does. Scan the code again.",
            UnreadableWhy.WrongLength =>
                $"This code is cut off or too long at character {Place}. Scan it again; if it happens again, the scanner loses characters.",
            UnreadableWhy.WrongDate => $"The date or time at character {Place} does not exist. Scan the code again.",
            UnreadableWhy.WrongCount => "A part of this code is missing, or too much was read. Scan it again.",
            UnreadableWhy.UnknownElement => $"What begins at character {Place} is not read here. Scan the label of this laboratory.",
            UnreadableWhy.Contradiction => $"What begins at character {Place} does not go with the rest. Scan one code only.",
            UnreadableWhy.MissingCheck => "A typed donation number needs the check character that is printed in the box behind it.",
            UnreadableWhy.WrongSymbology => "The scanner says that this symbol is of another kind than what it holds. Scan it again.",
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
            UnreadableWhy.Joined => "Bir seferde birkaç farklı kod okundu. Diğerlerini kapatıp bir kod okutun.",
            UnreadableWhy.WrongCheck when At >= 0 => $"Bu kodun {Place}. karakteri yanlış okundu. Yeniden okutun.",
            UnreadableWhy.WrongCheck => "Bu kodun bir karakteri yanlış okundu. Yeniden okutun.",
            UnreadableWhy.NotOurs => "Bu kod başka bir laboratuvara ait. Bu laboratuvarın etiketini okutun.",
            UnreadableWhy.WrongCharacter => $"{Place}. karakter bulunduğu yerde olamaz. Kodu yeniden okutun.",
            UnreadableWhy.WrongLength =>
                $"Bu kod {Place}. karakterde kesilmiş ya da fazla uzun. Yeniden okutun; yine olursa okuyucu karakter kaybediyordur.",
            UnreadableWhy.WrongDate => $"{Place}. karakterdeki tarih ya da saat yok. Kodu yeniden okutun.",
            UnreadableWhy.WrongCount => "Bu kodun bir parçası eksik ya da fazla okundu. Yeniden okutun.",
            UnreadableWhy.UnknownElement => $"{Place}. karakterde başlayan bölüm burada okunmuyor. Bu laboratuvarın etiketini okutun.",
            UnreadableWhy.Contradiction => $"{Place}. karakterde başlayan bölüm kodun geri kalanıyla birlikte olamaz. Yalnızca bir kod okutun.",
            UnreadableWhy.MissingCheck => "Elle yazılan bağış numarasında, arkasındaki kutuda basılı denetim karakteri de olmalı.",
            UnreadableWhy.WrongSymbology => "Okuyucunun bildirdiği sembol türü ile içeriği birbirini tutmuyor. Yeniden okutun.",
            _ => "Bu, laboratuvarın tanıdığı bir kod değil. Bu laboratuvarın etiketini okutun.",
        };
    }
}
