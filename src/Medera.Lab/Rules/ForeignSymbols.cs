namespace Medera.Lab.Rules;

/// <summary>
/// What is told of a symbol that can be read but that no step asks for: which it is, and what to scan instead. Of what it holds only
/// a product code or an expiry is named, as whatever is named stays in the log for ever; numbers of people never are.
/// </summary>
public static class ForeignSymbols
{
    private static readonly (Type Symbol, string Variant, string En, string Tr)[] Kinds =
    [
        (typeof(Reading.Din), "isbt-donation", "an ISBT 128 donation number", "bağış numarası"),
        (typeof(Reading.Product), "isbt-product", "an ISBT 128 product code: {product}", "ürün kodu: {product}"),
        (typeof(Reading.Expiry), "isbt-expiry", "an ISBT 128 expiry date: {date}", "son kullanma tarihi: {date}"),
        (typeof(Reading.Collected), "isbt-collected", "an ISBT 128 collection date", "toplama tarihi"),
        (typeof(Reading.Produced), "isbt-produced", "an ISBT 128 production date", "üretim tarihi"),
        (
            typeof(Reading.ContainerArticle),
            "isbt-container-article",
            "an ISBT 128 catalogue number of a container",
            "kap katalog numarası"
        ),
        (
            typeof(Reading.ContainerLot),
            "isbt-container-lot",
            "an ISBT 128 lot number of a container",
            "kap lot numarası"
        ),
        (typeof(Reading.OtherArticle), "isbt-article", "an ISBT 128 catalogue number", "üretici katalog numarası"),
        (typeof(Reading.OtherLot), "isbt-lot", "an ISBT 128 lot number", "üretici lot numarası"),
        (typeof(Reading.DonorNumber), "isbt-donor", "an ISBT 128 donor number", "donör numarası"),
        (typeof(Reading.StaffNumber), "isbt-staff", "an ISBT 128 staff number", "personel numarası"),
        (typeof(Reading.PatientNumber), "isbt-patient", "an ISBT 128 patient number", "hasta numarası"),
        (typeof(Reading.Divisions), "isbt-divisions", "an ISBT 128 division code", "ürün bölümü kodu"),
        (typeof(Reading.EuropeanCode), "isbt-european", "a Single European Code", "Tek Avrupa Kodu"),
        (
            typeof(Reading.ChainOfIdentity),
            "isbt-coi",
            "an ISBT 128 chain of identity identifier",
            "kimlik zinciri numarası"
        ),
        (typeof(Reading.Compound), "isbt-compound", "an ISBT 128 compound message", "bileşik mesaj"),
        (
            typeof(Reading.Concatenated),
            "isbt-concatenated",
            "an ISBT 128 label of which two codes were read together",
            "etiketi; iki kodu birlikte okundu"
        ),
    ];

    private static readonly LocalizedText Gs1 = new(
        "This is a GS1 code, as suppliers print it. Scan the label of this laboratory.",
        "Bu, tedarikçilerin bastığı bir GS1 kodu. Bu laboratuvarın etiketini okutun."
    );

    /// <summary>The sentence of each, by the variant that the log keeps.</summary>
    public static readonly IReadOnlyDictionary<string, LocalizedText> Sentences = Kinds
        .Select(kind =>
            (
                kind.Variant,
                Say: new LocalizedText(
                    $"This is {kind.En}. Scan the container's own code.",
                    $"Bu bir ISBT 128 {kind.Tr}. Kabın kendi kodunu okutun."
                )
            )
        )
        .Append((Variant: "gs1", Say: Gs1))
        .ToDictionary(kind => kind.Variant, kind => kind.Say, StringComparer.Ordinal);

    /// <summary>The refusal of a symbol that is none of our own codes.</summary>
    /// <exception cref="ArgumentException">It is one of our own codes, or was not read at all.</exception>
    public static Broken Refuse(Reading symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return symbol switch
        {
            Reading.Own or Reading.Unreadable => throw new ArgumentException("Not a foreign symbol.", nameof(symbol)),
            Reading.Gs1 => DeskRules.NotExpected.Broken("gs1"),
            Reading.Product product => DeskRules.NotExpected.Broken("isbt-product", ("product", product.Code)),
            Reading.Expiry expiry => DeskRules.NotExpected.Broken(
                "isbt-expiry",
                ("date", expiry.On.Closing.ToString())
            ),
            _ => DeskRules.NotExpected.Broken(Array.Find(Kinds, kind => kind.Symbol == symbol.GetType()).Variant),
        };
    }
}
