namespace Medera.Lab.Rules;

/// <summary>What is told of a text that is no code: what is wrong, at which character where one can be named, and what to do next.</summary>
public static class UnreadableTexts
{
    /// <summary>Ends the variant of a sentence that names the place.</summary>
    private const string Placed = "-at";

    internal static readonly IReadOnlyDictionary<string, LocalizedText> Sentences = new Dictionary<
        string,
        LocalizedText
    >
    {
        ["Empty"] = new("Nothing was read. Scan again.", "Hiçbir şey okunmadı. Yeniden okutun."),
        ["TooLong"] = new(
            "This is longer than any code. Scan one code at a time.",
            "Bu, herhangi bir koddan uzun. Kodları tek tek okutun."
        ),
        ["ForbiddenCharacter"] = new(
            "The text holds a character that no code has. Scan again.",
            "Metinde hiçbir kodda bulunmayan bir karakter var. Yeniden okutun."
        ),
        ["LookAlike"] = new(
            "The text holds a letter that only looks like one of a code. Scan the code instead of copying it.",
            "Metinde yalnızca kod harfine benzeyen bir harf var. Kopyalamak yerine kodu okutun."
        ),
        ["Doubled"] = new(
            "The code was read twice in one go. Scan it once.",
            "Kod bir seferde iki kez okundu. Bir kez okutun."
        ),
        ["Joined"] = new(
            "Several different codes were read in one go. Cover the others and scan one.",
            "Bir seferde birkaç farklı kod okundu. Diğerlerini kapatıp bir kod okutun."
        ),
        ["WrongCheck"] = new(
            "One character of this code was read wrong. Scan it again.",
            "Kodun bir karakteri yanlış okundu. Yeniden okutun."
        ),
        ["NotOurs"] = new("This code is of another laboratory.", "Bu kod başka bir laboratuvara ait."),
        ["WrongCharacter"] = new(
            "This code has a character where it cannot stand. Scan it again.",
            "Bu kodda yerinde olamayacak bir karakter var. Yeniden okutun."
        ),
        ["WrongLength"] = new(
            "This code is cut off or too long. Scan it again; if it happens again, use another scanner.",
            "Bu kod kesilmiş ya da fazla uzun. Yeniden okutun; yine olursa başka bir okuyucu kullanın."
        ),
        ["WrongDate"] = new(
            "This code has a date or time that does not exist. Scan it again.",
            "Bu kodda var olmayan bir tarih ya da saat var. Yeniden okutun."
        ),
        ["WrongCount"] = new(
            "A part of this code is missing, or too much was read. Scan it again.",
            "Bu kodun bir parçası eksik ya da fazla okundu. Yeniden okutun."
        ),
        ["UnknownElement"] = new(
            "This code has a part that is not read here. Scan the label of this laboratory.",
            "Bu kodda burada okunmayan bir bölüm var. Bu laboratuvarın etiketini okutun."
        ),
        ["Contradiction"] = new(
            "Parts of this code cannot stand together. Scan one code only.",
            "Bu kodun bölümleri birlikte bulunamaz. Yalnızca bir kod okutun."
        ),
        ["MissingCheck"] = new(
            "A typed donation number needs the check character that is printed in the box behind it.",
            "Elle yazılan bağış numarasında, arkasındaki kutuda basılı denetim karakteri de olmalı."
        ),
        ["WrongSymbology"] = new(
            "The scanner says that this symbol is of another kind than what it holds. Scan it again.",
            "Okuyucunun bildirdiği sembol türü ile içeriği birbirini tutmuyor. Yeniden okutun."
        ),
        ["Unknown"] = new("This is no code that the laboratory uses.", "Bu, laboratuvarın kullandığı bir kod değil."),
        ["LookAlike-at"] = new(
            "Character {at} only looks like one of a code and belongs to another alphabet. Scan the code instead of copying it.",
            "{at}. karakter bir kod harfine yalnızca benziyor, başka bir alfabeden. Kopyalamak yerine kodu okutun."
        ),
        ["WrongCheck-at"] = new(
            "Character {at} of this code was read wrong. Scan it again.",
            "Kodun {at}. karakteri yanlış okundu. Yeniden okutun."
        ),
        ["WrongCharacter-at"] = new(
            "Character {at} cannot stand where it does. Scan the code again.",
            "{at}. karakter bulunduğu yerde olamaz. Kodu yeniden okutun."
        ),
        ["WrongLength-at"] = new(
            "This code is cut off or too long at character {at}. Scan it again; if it happens again, use another scanner.",
            "Bu kod {at}. karakterde kesilmiş ya da fazla uzun. Yeniden okutun; yine olursa başka bir okuyucu kullanın."
        ),
        ["WrongDate-at"] = new(
            "The date or time at character {at} does not exist. Scan the code again.",
            "{at}. karakterdeki tarih ya da saat yok. Kodu yeniden okutun."
        ),
        ["UnknownElement-at"] = new(
            "What begins at character {at} is not read here. Scan the label of this laboratory.",
            "{at}. karakterde başlayan bölüm burada okunmuyor. Bu laboratuvarın etiketini okutun."
        ),
        ["Contradiction-at"] = new(
            "What begins at character {at} does not go with the rest. Scan one code only.",
            "{at}. karakterde başlayan bölüm kodun geri kalanıyla birlikte olamaz. Yalnızca bir kod okutun."
        ),
    };

    /// <summary>The refusal of a text that was not read.</summary>
    public static Broken Refuse(Reading.Unreadable bad)
    {
        ArgumentNullException.ThrowIfNull(bad);
        var why = bad.Why.ToString();
        return bad.At >= 0 && Sentences.ContainsKey(why + Placed)
            ? DeskRules.Unreadable.Broken(why + Placed, ("at", bad.At + 1))
            : DeskRules.Unreadable.Broken(why);
    }
}
