namespace Medera.Lab.Rules;

/// <summary>Records and signatures that can be trusted.</summary>
public static class RecordRules
{
    /// <summary>A signature needs proof of who signs, and stands for what was read.</summary>
    public static readonly Rule Signed = new(
        "R20",
        RuleKind.Stop,
        "21 CFR 11.50, .70, .200",
        new("sign with your password", "parolanızla imzalayın"),
        new Dictionary<string, LocalizedText>
        {
            ["proof"] = new(
                "The password is missing or wrong. Nothing is signed.",
                "Parola eksik ya da yanlış. Hiçbir şey imzalanmadı."
            ),
        },
        (file, wanted, _) =>
            CommandCatalogue.Find(wanted).Signs is { } meaning
            && (file.Signed is null || file.Signed.Signer != file.Actor.Id || file.Signed.Meaning != meaning)
                ? [Signed!.Broken("proof")]
                : []
    );

    /// <summary>Held by the database alone: rights and triggers refuse what would change the log. No decision can break it, so it judges nothing.</summary>
    public static readonly Rule NothingIsChanged = new(
        "R21",
        RuleKind.Stop,
        "21 CFR 11.10(e)",
        new("leave it as it is", "olduğu gibi bırakın"),
        new Dictionary<string, LocalizedText>
        {
            ["log"] = new(
                "The log cannot be switched off, updated, deleted from or truncated.",
                "Kayıt defteri kapatılamaz, değiştirilemez, silinemez veya kısaltılamaz."
            ),
        },
        (_, _, _) => []
    );
}
