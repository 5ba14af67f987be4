namespace Medera.Lab.Rules;

/// <summary>Records and signatures that can be trusted.</summary>
public static class RecordRules
{
    /// <summary>A corrected result is a new version with a reason; the old one stays visible.</summary>
    public static readonly Rule R19 = new(
        "R19",
        RuleKind.Stop,
        "21 CFR 11.10(e)",
        new("you: correct the result, with a reason", "siz: sonucu nedeniyle birlikte düzeltin"),
        new Dictionary<string, Say>
        {
            ["there"] = new(
                "{test} has a result already. Correct it, with a reason; the old one stays visible.",
                "{test} için zaten bir sonuç var. Nedeniyle düzeltin; eskisi görünür kalır."
            ),
            ["none"] = new(
                "{test} has no result yet that could be corrected.",
                "{test} için düzeltilecek bir sonuç henüz yok."
            ),
            ["reason"] = new("A correction needs its reason.", "Düzeltme için neden gerekir."),
            ["verified"] = new(
                "{test} has no result, or it is verified already.",
                "{test} için sonuç yok ya da zaten doğrulandı."
            ),
            ["not-tested"] = new("{test} is no test of the protocol.", "{test} protokolün bir testi değil."),
        },
        OfResults
    );

    /// <summary>A signature needs proof of who signs, and stands for what was read.</summary>
    public static readonly Rule R20 = new(
        "R20",
        RuleKind.Stop,
        "21 CFR 11.50, .70, .200",
        new("you: sign with your password", "siz: parolanızla imzalayın"),
        new Dictionary<string, Say>
        {
            ["proof"] = new("This is signed: give your password.", "Bu işlem imzalanır: parolanızı girin."),
        },
        (file, wanted, _) =>
            CommandCatalogue.Of(wanted).Signs is { } meaning
            && (file.Signed is null || file.Signed.Signer != file.Actor.Id || file.Signed.Meaning != meaning)
                ? [R20!.Broken("proof")]
                : []
    );

    /// <summary>Held by the database alone: rights and triggers refuse what would change the log. No decision can break it, so it judges nothing.</summary>
    public static readonly Rule R21 = new(
        "R21",
        RuleKind.Stop,
        "21 CFR 11.10(e)",
        new("nobody", "hiç kimse"),
        new Dictionary<string, Say>
        {
            ["log"] = new(
                "The log cannot be switched off, updated, deleted from or truncated.",
                "Kayıt defteri kapatılamaz, değiştirilemez, silinemez veya kısaltılamaz."
            ),
        },
        (_, _, _) => []
    );

    private static IEnumerable<Broken> OfResults(CaseFile file, Command wanted, IReadOnlyList<Custody.Fact> proposed)
    {
        switch (wanted)
        {
            case EnterResult c:
                if (file.TheProtocol.Content.Specification.All(l => l.Test != c.Test))
                    yield return R19.Broken("not-tested", ("test", CodeTexts.Shown(c.Test)));
                if (file.Results.Any(r => r.Test == c.Test))
                    yield return R19.Broken("there", ("test", c.Test));
                break;
            case CorrectResult c:
                if (file.Results.All(r => r.Test != c.Test))
                    yield return R19.Broken("none", ("test", CodeTexts.Shown(c.Test)));
                if (!Reasons.Complete(c))
                    yield return R19.Broken("reason");
                break;
            case VerifyResults c:
                foreach (var test in c.Tests.Where(t => !file.Results.Any(r => r.Test == t && r.VerifiedBy is null)))
                    yield return R19.Broken(
                        "verified",
                        ("test", file.Results.Any(r => r.Test == test) ? test : CodeTexts.Shown(test))
                    );
                break;
            case CorrectRecord c when c.Event < 1 || c.Event > file.BatchVersion:
                yield return R19.Broken("none", ("test", c.Event));
                break;
        }
    }
}
