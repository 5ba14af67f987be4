namespace Medera.Lab.QualityControl;

/// <summary>What is entered, verified and corrected of a batch.</summary>
public static class ResultRules
{
    /// <summary>A corrected result is a new version with a reason; the old one stays visible.</summary>
    public static readonly Rule Corrected = new(
        "R19",
        RuleKind.Stop,
        "21 CFR 11.10(e)",
        new("correct the result, with a reason", "sonucu nedeniyle birlikte düzeltin"),
        new Dictionary<string, LocalizedText>
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

    private static IEnumerable<Broken> OfResults(CaseFile file, Command wanted, IReadOnlyList<Custody.Fact> proposed)
    {
        switch (wanted)
        {
            case EnterResult c:
                if (file.TheProtocol.Content.Specification.All(l => l.Test != c.Test))
                    yield return Corrected.Broken("not-tested", ("test", CodeTextRules.Redacted(c.Test)));
                if (file.Results.Any(r => r.Test == c.Test))
                    yield return Corrected.Broken("there", ("test", c.Test));
                break;
            case CorrectResult c:
                if (file.Results.All(r => r.Test != c.Test))
                    yield return Corrected.Broken("none", ("test", CodeTextRules.Redacted(c.Test)));
                if (!Reasons.Complete(c))
                    yield return Corrected.Broken("reason");
                break;
            case VerifyResults c:
                foreach (var test in c.Tests.Where(t => !file.Results.Any(r => r.Test == t && r.VerifiedBy is null)))
                    yield return Corrected.Broken(
                        "verified",
                        ("test", file.Results.Any(r => r.Test == test) ? test : CodeTextRules.Redacted(test))
                    );
                break;
            case CorrectRecord c when c.Event < 1 || c.Event > file.BatchVersion:
                yield return Corrected.Broken("none", ("test", c.Event));
                break;
        }
    }
}
