namespace Medera.Lab.Materials;

/// <summary>What goes into cells is in date, accepted and not recalled; codes of lots and trays are bound once.</summary>
public static class MaterialRules
{
    private static readonly LocalizedText You = new(
        "scan another one, or correct the record",
        "başka birini okutun ya da kaydı düzeltin"
    );

    /// <summary>What cannot be used any more, whoever decides.</summary>
    public static readonly Rule MayBeUsed = new(
        "R17",
        RuleKind.Stop,
        "GMP for ATMP; the domain, §4",
        new("take another lot", "başka bir lot alın"),
        new Dictionary<string, LocalizedText>
        {
            ["expired"] = new(
                "{article}, lot {lot} ({code}), expired at {until}.",
                "{article}, lot {lot} ({code}): süresi {until} itibarıyla doldu."
            ),
            ["recalled"] = new(
                "{article}, lot {lot} ({code}), was recalled at {at}.",
                "{article}, lot {lot} ({code}): {at} tarihinde geri çağrıldı."
            ),
            ["used-up"] = new(
                "Nothing is left of {article}, lot {lot} ({code}), since {at}.",
                "{article}, lot {lot} ({code}): {at} tarihinden beri kalmadı."
            ),
        },
        (file, wanted, _) =>
            Lots(file, wanted)
                .SelectMany(lot => OfLot(file, lot))
                .Concat(
                    wanted is AcceptMaterial or OpenMaterial && file.TheMaterial.ExpiredAt(file.Now.At)
                        ? [Expired(file.TheMaterial)]
                        : []
                )
    );

    /// <summary>What QA has not accepted, or has put aside again.</summary>
    public static readonly Rule OutOfQuarantine = new(
        "R17",
        RuleKind.QaStop,
        "GMP for ATMP; the domain, §4",
        new("QA, by accepting the lot with its certificate", "KG, lotu sertifikasıyla kabul ederek"),
        new Dictionary<string, LocalizedText>
        {
            ["quarantined"] = new(
                "{article}, lot {lot} ({code}), is in quarantine since {at}.",
                "{article}, lot {lot} ({code}): {at} tarihinden beri karantinada."
            ),
        },
        (file, wanted, _) =>
            Lots(file, wanted)
                .Where(lot => lot.State == MaterialState.Quarantined)
                .Select(lot => Breach(OutOfQuarantine!, "quarantined", lot, ("at", lot.Since)))
    );

    /// <summary>One code a lot, one code a tray. Part of rule R14; the database holds it as well.</summary>
    public static readonly Rule CodeBoundOnce = new(
        "R14",
        RuleKind.Stop,
        "chain of custody",
        You,
        new Dictionary<string, LocalizedText>
        {
            ["material-kind"] = new("{code} is not a material lot's code.", "{code} bir malzeme lotu kodu değil."),
            ["material-bound"] = new(
                "The code {code} is bound to a lot already: {article}, lot {lot}.",
                "{code} kodu zaten bir lota bağlı: {article}, lot {lot}."
            ),
            ["tray-kind"] = new("{code} is not a tray's code.", "{code} bir tepsi kodu değil."),
        },
        (file, wanted, _) =>
            wanted switch
            {
                ReceiveMaterial c => OfCode(file, c),
                LayOnTray c when !IsOf(CodeKind.Tray, c.Tray.Text) =>
                [
                    CodeBoundOnce!.Broken("tray-kind", ("code", CustodyRules.Redacted(c.Tray.Text))),
                ],
                _ => [],
            }
    );

    /// <summary>No more is used than there is. Part of rule R15.</summary>
    public static readonly Rule NoMoreThanIsLeft = new(
        "R15",
        RuleKind.Stop,
        "chain of custody; the domain, §4",
        new("count again", "yeniden sayın"),
        new Dictionary<string, LocalizedText>
        {
            ["more-used"] = new(
                "{remaining} ({unit}) are left of {article}, lot {lot}; {quantity} cannot be used.",
                "{article}, lot {lot}: {remaining} ({unit}) kaldı; {quantity} kullanılamaz."
            ),
        },
        (file, wanted, _) =>
            wanted is ConsumeMaterial { Quantity: { } quantity }
            && quantity > file.TheMaterial.Remaining
            && file.TheMaterial.State != MaterialState.Consumed
                ?
                [
                    NoMoreThanIsLeft!.Broken(
                        "more-used",
                        ("article", file.TheMaterial.Article),
                        ("lot", file.TheMaterial.Lot),
                        ("remaining", file.TheMaterial.Remaining),
                        ("unit", file.TheMaterial.Unit),
                        ("quantity", quantity)
                    ),
                ]
                : []
    );

    /// <summary>Only the moves of the table, and what lies on a tray. Part of rule R22.</summary>
    public static readonly Rule Moves = new(
        "R22",
        RuleKind.Stop,
        "21 CFR 11.10(f)",
        new("do the step before it", "önce bir önceki adımı yapın"),
        new Dictionary<string, LocalizedText>
        {
            ["material"] = new(
                "This cannot follow: {article}, lot {lot}, is {state} since {at}, by {who}.",
                "Bu adım atılamaz: {article}, lot {lot}, {at} tarihinden beri {state}; işlemi yapan {who}."
            ),
            ["tray-empty"] = new("Nothing lies on the tray {code}.", "{code} tepsisinde hiçbir şey yok."),
            ["tray-there"] = new(
                "{article}, lot {lot}, lies on this tray already.",
                "{article}, lot {lot}, zaten bu tepside."
            ),
            ["tray-not-there"] = new(
                "{article}, lot {lot}, does not lie on this tray.",
                "{article}, lot {lot}, bu tepside değil."
            ),
            ["tray-full"] = new(
                "{most} lots lie on the tray {code}: it takes no more.",
                "{code} tepsisinde {most} lot var: daha fazlasını almaz."
            ),
        },
        (file, wanted, proposed) =>
            wanted is TrayAct tray
                ? OfTray(file, tray)
                : proposed
                    .OfType<MaterialFact>()
                    .Where(f => wanted is not (ReceiveMaterial or ConsumeMaterial) && !Things.CanFollow(file.Lives, f))
                    .Select(_ =>
                        Breach(
                            Moves!,
                            "material",
                            file.TheMaterial,
                            ("state", file.TheMaterial.State),
                            ("at", file.TheMaterial.Since),
                            ("who", file.TheMaterial.LastBy)
                        )
                    )
    );

    /// <summary>The lots that would go into cells; and what is laid on a tray is meant to: it is told there, and not at the batch alone.</summary>
    private static IReadOnlyList<Material> Lots(CaseFile file, Command wanted) =>
        wanted switch
        {
            ConsumeMaterial or LayOnTray => [file.TheMaterial],
            ConsumeTray => file.OnTray,
            _ => [],
        };

    private static IEnumerable<Broken> OfLot(CaseFile file, Material lot)
    {
        if (lot.ExpiredAt(file.Now.At))
            yield return Expired(lot);
        if (lot.State == MaterialState.Recalled)
            yield return Breach(MayBeUsed, "recalled", lot, ("at", lot.Since));
        if (lot.State == MaterialState.Consumed)
            yield return Breach(MayBeUsed, "used-up", lot, ("at", lot.Since));
    }

    private static IEnumerable<Broken> OfCode(CaseFile file, ReceiveMaterial wanted)
    {
        if (!IsOf(CodeKind.MaterialLot, wanted.Material.Text))
            yield return CodeBoundOnce.Broken("material-kind", ("code", CustodyRules.Redacted(wanted.Material.Text)));
        if (file.Material is { } other)
            yield return Breach(CodeBoundOnce, "material-bound", other);
    }

    private static IEnumerable<Broken> OfTray(CaseFile file, TrayAct wanted)
    {
        switch (wanted)
        {
            case ConsumeTray when file.Tray is { Lots.Count: 0 } empty:
                yield return Moves.Broken("tray-empty", ("code", empty.Code));
                break;
            case LayOnTray when file.Tray is { } tray && tray.Lots.Contains(file.TheMaterial.Id):
                yield return Breach(Moves, "tray-there", file.TheMaterial);
                break;
            case LayOnTray when file.Tray is { Lots.Count: >= Tray.MostLots } full:
                yield return Moves.Broken("tray-full", ("code", full.Code), ("most", Tray.MostLots));
                break;
            case TakeOffTray when file.Tray?.Lots.Contains(file.TheMaterial.Id) == false:
                yield return Breach(Moves, "tray-not-there", file.TheMaterial);
                break;
        }
    }

    private static bool IsOf(CodeKind kind, string code) =>
        Barcode.Read(code) is Reading.Own own && own.Code.Kind == kind && own.Code.Text == code;

    private static Broken Expired(Material lot) => Breach(MayBeUsed, "expired", lot, ("until", lot.Expiry));

    private static Broken Breach(
        Rule rule,
        string variant,
        Material lot,
        params ReadOnlySpan<(string Name, object Value)> more
    ) => rule.Broken(variant, [("article", lot.Article), ("lot", lot.Lot), ("code", lot.Code), .. more]);
}
