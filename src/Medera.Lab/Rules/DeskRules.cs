namespace Medera.Lab.Rules;

/// <summary>What the desk asks of any command before the safety rules: that it is understood, allowed and complete.</summary>
public static partial class DeskRules
{
    private static LocalizedText You => new("correct it and send it again", "düzeltip yeniden gönderin");

    private static readonly LocalizedText Anybody = new(
        "scan a code of this laboratory",
        "bu laboratuvara ait bir kodu okutun"
    );

    /// <summary>A well-formed code that names nothing here.</summary>
    public static readonly Rule Unknown = new(
        "scan.unknown",
        RuleKind.Stop,
        "scan",
        Anybody,
        new Dictionary<string, LocalizedText>
        {
            ["unknown"] = new(
                "This laboratory knows nothing with the code {code}.",
                "Bu laboratuvarda {code} kodlu bir şey yok."
            ),
            ["material"] = new(
                "The code {code} is not bound to a lot of material yet. Receive the lot under Materials.",
                "{code} kodu henüz bir malzeme lotuna bağlı değil. Lotu Malzemeler altında teslim alın."
            ),
            ["replaced"] = new(
                "The label {code} was replaced at {at}. The container bears {now} since then: take the old label off.",
                "{code} etiketi {at} tarihinde değiştirildi. Kap o zamandan beri {now} kodunu taşıyor: eski etiketi çıkarın."
            ),
            ["wristband-voided"] = new(
                "This wristband was voided at {at} ({reason}). It opens nothing: take it off and destroy it.",
                "Bu bileklik {at} tarihinde geçersiz kılındı ({reason}). Hiçbir şeyi açmaz: çıkarın ve imha edin."
            ),
            ["roll"] = new(
                "The code {code} is from the roll and not bound to anything yet. Scan the donor's wristband to collect into it.",
                "{code} kodu rulodan ve henüz hiçbir şeye bağlı değil. Toplamak için donörün bilekliğini okutun."
            ),
        },
        Nothing
    );

    /// <summary>A text that is no code.</summary>
    public static readonly Rule Unreadable = new(
        "scan.unreadable",
        RuleKind.Stop,
        "scan",
        Anybody,
        UnreadableTexts.Sentences,
        Nothing
    );

    /// <summary>A known code that has no place in what is going on.</summary>
    public static readonly Rule NotExpected = new(
        "scan.not-expected",
        RuleKind.Stop,
        "scan",
        Anybody,
        new Dictionary<string, LocalizedText>(ForeignSymbols.Sentences)
        {
            ["pair"] = new(
                "{first} and {second} do nothing together here.",
                "{first} ve {second} burada birlikte bir iş yapmaz."
            ),
            ["kind"] = new("A {kind} is not scanned here yet.", "{kind} burada henüz okutulmuyor."),
            ["box"] = new(
                "{path} is a box; {used} of its {places} places are used, {free} are free. Scan one of its positions.",
                "{path} bir kutu; {places} yerden {used} tanesi dolu, {free} tanesi boş. Konumlarından birini okutun."
            ),
            ["badge"] = new(
                "Scan the container first, then the badge of who takes it.",
                "Önce kabı, sonra onu teslim alan kişinin yaka kartını okutun."
            ),
        },
        Nothing
    );

    /// <summary>Typing a code is for what cannot be scanned, and leaves a mark; what says who somebody is, is never typed.</summary>
    public static readonly Rule Typed = new(
        "scan.typed",
        RuleKind.Stop,
        "scan; chain of identity",
        new("scan the code", "kodu okutun"),
        new Dictionary<string, LocalizedText>
        {
            ["reason"] = new(
                "A typed code needs a reason of the list.",
                "Elle yazılan kod için listeden bir neden gerekir."
            ),
            ["person"] = new("A {kind} is scanned, never typed.", "{kind} okutulur, elle yazılmaz."),
            ["bedside"] = new(
                "At the bedside every code is scanned, none is typed.",
                "Hasta başında her kod okutulur, hiçbiri elle yazılmaz."
            ),
            ["label"] = new(
                "Whose label cannot be read is identified by its position, its neighbour, the printed code and a second person: open it from its place under Storage, and choose “Identify without label”.",
                "Etiketi okunamayan kap; konumu, komşusu, basılı kodu ve ikinci bir kişiyle tanımlanır: Depo altındaki yerinden açın ve “Etiketsiz tanımla” adımını seçin."
            ),
        },
        Nothing
    );

    /// <summary>Authority, from the database, for this command, now.</summary>
    public static readonly Rule Role = new(
        "access.role",
        RuleKind.Stop,
        "21 CFR 11.10(g)",
        new("a person with one of these roles: {roles}", "şu rollerden birine sahip bir kişi: {roles}"),
        new Dictionary<string, LocalizedText>
        {
            ["role"] = new(
                "Your account may not do this. It is done by: {roles}.",
                "Hesabınız bunu yapamaz. Bunu yapabilenler: {roles}."
            ),
        },
        Nothing
    );

    /// <summary>A natural key that somebody else took a moment ago.</summary>
    public static readonly Rule Taken = new(
        "desk.taken",
        RuleKind.Stop,
        "desk",
        You,
        new Dictionary<string, LocalizedText>
        {
            ["taken"] = new("{field}: somebody else has it already.", "{field}: başka birinde zaten var."),
            ["there"] = new("{field}: {existing} is there already.", "{field}: {existing} zaten var."),
            ["alike"] = new(
                "{field}: {existing} is there already, and people read the two alike.",
                "{field}: {existing} zaten var ve ikisi aynı okunuyor."
            ),
        },
        Nothing
    );

    /// <summary>A new password that would soon be guessed.</summary>
    public static readonly Rule Password = new(
        "desk.password",
        RuleKind.Stop,
        "desk",
        You,
        new Dictionary<string, LocalizedText>
        {
            ["length"] = new(
                "A password has {least} to {most} characters: a sentence that only you would say is a good one.",
                "Parola {least}–{most} karakter olur: yalnızca sizin kuracağınız bir cümle iyi bir paroladır."
            ),
            ["names"] = new(
                "The account's and the laboratory's names stand in no password.",
                "Hesabın ve laboratuvarın adı parolada yer almaz."
            ),
            ["same"] = new(
                "The new password is the one that was given to you. Choose another that nobody else knows.",
                "Yeni parola size verilenle aynı. Başkasının bilmediği bir parola seçin."
            ),
            ["easy"] = new(
                "This password is on a guesser's list or follows a pattern. Take words that have nothing to do with each other.",
                "Bu parola tahmin listelerinde var ya da bir düzeni izliyor. Birbiriyle ilgisi olmayan sözcükler seçin."
            ),
        },
        Nothing
    );

    /// <summary>A text that may have to be forgotten is kept under a key or not at all.</summary>
    public static readonly Rule Keys = new(
        "desk.keys",
        RuleKind.Stop,
        "desk",
        new(
            "the administrator, by bringing the folder of the subject keys back",
            "yönetici: kişi anahtarları klasörünü yerine koyarak"
        ),
        new Dictionary<string, LocalizedText>
        {
            ["keys"] = new(
                "The folder of the subject keys is not there, so nothing private can be written: no name, no reason in words, no signature.",
                "Kişi anahtarları klasörü yerinde değil; bu yüzden özel bir metin yazılamaz: ad, açıklama ve imza kaydedilemez."
            ),
        },
        Nothing
    );

    /// <summary>Fields that are missing or cannot be.</summary>
    public static readonly Rule Incomplete = new(
        "desk.incomplete",
        RuleKind.Stop,
        "desk",
        You,
        new Dictionary<string, LocalizedText>
        {
            ["reason"] = new(
                "A reason is asked: one of the list, with text where it is \"other\".",
                "Bir neden gerekli: listeden biri; \"diğer\" ise açıklamasıyla."
            ),
            ["field"] = new("The field {field} is empty or cannot be.", "{field} alanı boş ya da olamaz."),
            ["code"] = new(
                "{field}: only the letters A to Z, digits and - _ . / stand here, at most {most} in all.",
                "{field}: burada yalnızca A–Z harfleri, rakamlar ve - _ . / bulunur, toplam en fazla {most} karakter."
            ),
            ["title"] = new(
                "{field}: only letters, digits, spaces and - _ . / + % & ( ) stand here, at most {most} in all.",
                "{field}: burada yalnızca harf, rakam, boşluk ve - _ . / + % & ( ) bulunur, toplam en fazla {most} karakter."
            ),
            ["account"] = new(
                "An account's name begins with a letter and has 2 to {most} letters A–Z, digits, - _ and dots; none is called system.",
                "Hesap adı harfle başlar; 2–{most} karakterdir: A–Z harfleri, rakam, - _ ve nokta; “system” olamaz."
            ),
            ["national"] = new(
                "{field}: this is a national identity number, which the log would keep for ever. Give a code of the house.",
                "{field}: bu bir T.C. kimlik numarası; kayıt defteri onu sonsuza dek saklardı. Kurumun kendi kodunu girin."
            ),
            ["year"] = new(
                "{field}: a year has four digits, from {least} to {most}.",
                "{field}: yıl dört basamaklıdır, {least} ile {most} arasında olur."
            ),
            ["range"] = new("{field} lies between {least} and {most}.", "{field}, {least} ile {most} arasında olur."),
        },
        (_, wanted, _) => OfFields(wanted)
    );

    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    /// <summary>The largest whole number that the log can hold, 2^53 − 1, either side of nought.</summary>
    public const long LargestNumber = Limits.Numbers.Whole;

    private static IEnumerable<Broken> Nothing(CaseFile file, Command wanted, IReadOnlyList<Fact> proposed) => [];

    private static IEnumerable<Broken> OfFields(Command wanted)
    {
        if (wanted is IReasoned reasoned and not CorrectResult && !Reasons.Complete(reasoned))
            yield return Incomplete.Broken("reason");
        foreach (var field in CommandFields.MissingIn(wanted))
            yield return Incomplete.Broken("field", ("field", field));
        foreach (
            var field in CommandFields
                .List(wanted.GetType())
                .Where(f => f.Property.GetValue(wanted) is long and (< -LargestNumber or > LargestNumber))
        )
            yield return Incomplete.Broken("field", ("field", field.Name));
        foreach (
            var field in CommandFields
                .List(wanted.GetType())
                .Where(f => f.Property.GetValue(wanted) is DateTimeOffset { Year: var year } && !IsOurTime(year))
        )
            yield return Incomplete.Broken("year", ("field", field.Name), ("least", FirstYear), ("most", LastYear));
        foreach (var broken in CodeTextRules.Check(wanted))
            yield return broken;
    }

    /// <summary>Whether a year is one in which a laboratory, its people or what it keeps can be.</summary>
    public static bool IsOurTime(int year) => year is >= FirstYear and <= LastYear;
}
