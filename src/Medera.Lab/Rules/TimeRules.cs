namespace Medera.Lab.Rules;

/// <summary>Expiry, and what a thaw cannot take back. A shelf life is an instant; the server's time judges.</summary>
public static class TimeRules
{
    private static readonly LocalizedText Nobody = new(
        "record it as not given and discard it",
        "verilmedi olarak kaydedin ve imha edin"
    );

    /// <summary>Expired, or past its time after thaw.</summary>
    public static readonly Rule NotExpired = new(
        "R10",
        RuleKind.Stop,
        "21 CFR 211.137; USP <1046>",
        Nobody,
        new Dictionary<string, LocalizedText>
        {
            ["expired"] = new("This product expired at {until}.", "Bu ürünün süresi {until} itibarıyla doldu."),
            ["after-thaw"] = new(
                "The time after thaw ended at {until}.",
                "Çözdürme sonrası süre {until} itibarıyla bitti."
            ),
        },
        (file, wanted, _) =>
            wanted is ReserveContainer or StartThaw or ConfirmAtBedside or StartAdministration ? OfTime(file) : []
    );

    /// <summary>Thawed is never refrozen nor returned to stock; opened is never issued again.</summary>
    public static readonly Rule WithinTimeAfterThaw = new(
        "R11",
        RuleKind.Stop,
        "product stability; the domain, §4",
        Nobody,
        new Dictionary<string, LocalizedText>
        {
            ["thawed"] = new(
                "It was thawed at {at}. What is thawed never goes back into the cold.",
                "{at} tarihinde çözdürüldü. Çözdürülen ürün soğuk depoya dönmez."
            ),
            ["opened"] = new(
                "It was opened and {given} µL of it were given. It is never issued again.",
                "Açıldı ve {given} µL'si verildi. Bir daha çıkarılmaz."
            ),
        },
        (file, wanted, _) =>
            wanted switch
            {
                PutAway or StartThaw or ReserveContainer when file.TheContainer is { ThawedAt: { } at } =>
                [
                    WithinTimeAfterThaw!.Broken("thawed", ("at", at)),
                ],
                ConfirmAtBedside when file.TheContainer is { GivenUl: > 0 } c =>
                [
                    WithinTimeAfterThaw!.Broken("opened", ("given", c.GivenUl)),
                ],
                _ => [],
            }
    );

    private static IEnumerable<Broken> OfTime(CaseFile file)
    {
        if (file.TheBatch.Expiry is { } expiry && expiry <= file.Now.At)
            yield return NotExpired.Broken("expired", ("until", expiry));
        if (
            file.TheContainer is { UsableUntil: { } until, State: ContainerState.Ready or ContainerState.Matched }
            && until <= file.Now.At
        )
            yield return NotExpired.Broken("after-thaw", ("until", until));
    }
}
