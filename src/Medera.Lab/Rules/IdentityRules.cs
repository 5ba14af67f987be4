namespace Medera.Lab.Rules;

/// <summary>The right product, to the right patient, seen by two. No sentence here ever names another patient.</summary>
public static class IdentityRules
{
    private static readonly LocalizedText Nobody = new(
        "keep the product and call the cell laboratory",
        "ürünü saklayın ve hücre laboratuvarını arayın"
    );

    /// <summary>Autologous material goes only to the patient who gave it.</summary>
    public static readonly Rule RightPatient = new(
        "R1",
        RuleKind.Stop,
        "21 CFR 1271.90(c)(1); ISBT 128 collection types 1, X, 8",
        Nobody,
        new Dictionary<string, LocalizedText>
        {
            ["patient"] = new(
                "This product was made from another person. It goes only to the one who gave it.",
                "Bu ürün başka bir kişiden yapıldı. Yalnızca onu veren kişiye verilir."
            ),
        },
        (file, wanted, _) =>
            wanted switch
            {
                ConfirmAtBedside when file.TheBatch.Patient is { } own && file.Wearer?.Id != own =>
                [
                    RightPatient!.Broken("patient"),
                ],
                ReserveContainer when file.TheBatch.Patient is { } own && file.ThePlan.Patient != own =>
                [
                    RightPatient!.Broken("patient"),
                ],
                INameRecipient when file is { TheBatch.Patient: { } own, Recipient: { } got } && got.Id != own =>
                [
                    RightPatient!.Broken("patient"),
                ],
                _ => [],
            }
    );

    /// <summary>Wristband, session and container are one.</summary>
    public static readonly Rule KeptForThisPatient = new(
        "R3",
        RuleKind.Stop,
        "chain of identity; two-person bedside check",
        Nobody,
        new Dictionary<string, LocalizedText>
        {
            ["session"] = new(
                "This product and this wristband are not one session.",
                "Bu ürün ile bu bileklik aynı seansa ait değil."
            ),
            ["not-kept"] = new("This product is not kept for a session.", "Bu ürün bir seans için ayrılmamış."),
            ["not-ready"] = new(
                "The session of this wristband is not confirmed as ready.",
                "Bu bilekliğin seansı hazır olarak onaylanmamış."
            ),
            ["lapsed"] = new(
                "The match lapsed at {until}. Two people scan wristband and product again.",
                "Eşleşme {until} itibarıyla düştü. İki kişi bilekliği ve ürünü yeniden okutur."
            ),
            ["no-match"] = new(
                "Two people have not yet matched this product with a wristband.",
                "İki kişi bu ürünü henüz bir bileklikle eşleştirmedi."
            ),
            ["wearer"] = new(
                "This wristband is not the one of the person whom this screen is about.",
                "Bu bileklik, bu ekranın ait olduğu kişinin bilekliği değil."
            ),
        },
        (file, wanted, _) =>
            wanted switch
            {
                ConfirmAtBedside => AtConfirm(file),
                StartAdministration => AtStart(file).Concat(ToAnother(file)),
                INameRecipient => ToAnother(file),
                ConfirmSession when file.Wearer?.Id != file.ThePlan.Patient => [KeptForThisPatient!.Broken("wearer")],
                _ => [],
            }
    );

    /// <summary>Two different people, each under their own sign-in, each scanning both codes.</summary>
    public static readonly Rule TwoPeopleAtTheBedside = new(
        "R4",
        RuleKind.Stop,
        "two-person bedside check",
        new("a second nurse, under their own sign-in", "kendi hesabıyla ikinci bir hemşire"),
        new Dictionary<string, LocalizedText>
        {
            ["same"] = new(
                "You made the first check yourself. The second one is another person's.",
                "İlk kontrolü siz yaptınız. İkincisini başka biri yapar."
            ),
            ["two"] = new(
                "Only one person has checked wristband and product.",
                "Bilekliği ve ürünü yalnızca bir kişi kontrol etti."
            ),
        },
        (file, wanted, proposed) =>
            wanted switch
            {
                ConfirmAtBedside
                    when file.TheContainer.FirstCheck is { } first
                        && first.By == file.Actor.Id
                        && !proposed.OfType<BedsideMatchLapsed>().Any() => [TwoPeopleAtTheBedside!.Broken("same")],
                StartAdministration
                    when file.TheContainer is { State: ContainerState.Matched } c
                        && (c.SecondCheck is null || c.FirstCheck?.By == c.SecondCheck.By) =>
                [
                    TwoPeopleAtTheBedside!.Broken("two"),
                ],
                _ => [],
            }
    );

    /// <summary>Product, route, session and dose as the plan says.</summary>
    public static readonly Rule RightRoute = new(
        "R5",
        RuleKind.Stop,
        "wrong-route deaths in the literature (Gilbar 2014)",
        new("the clinician, by a changed plan", "hekim, değiştirilmiş bir planla"),
        new Dictionary<string, LocalizedText>
        {
            ["product"] = new(
                "This product is not the one of the plan's protocol.",
                "Bu ürün, planın protokolündeki ürün değil."
            ),
            ["session"] = new(
                "The next session of the plan is {next}, and this product is kept for session {kept}.",
                "Planın sıradaki seansı {next}; bu ürün {kept}. seans için ayrılmış."
            ),
            ["route"] = new("The plan says {planned}, not {route}.", "Plan {planned} diyor, {route} değil."),
            ["dose"] = new(
                "The planned volume is {planned} µL, at most {tolerance} % away; {volume} µL is not.",
                "Planlanan hacim {planned} µL, en fazla % {tolerance} sapmayla; {volume} µL bunun dışında."
            ),
            ["volume"] = new(
                "The protocol allows at most {most} µL by this route.",
                "Protokol bu yolla en fazla {most} µL'ye izin verir."
            ),
            ["window"] = new(
                "This session is planned from {from} until {until}.",
                "Bu seans {from} ile {until} arasında planlandı."
            ),
        },
        (file, wanted, _) =>
            wanted switch
            {
                ReserveContainer c => AtReserve(file, c),
                ConfirmAtBedside or StartThaw => OfSession(file),
                StartAdministration c => OfDose(file, c),
                ConfirmSession c => OfWindow(file, c.Session),
                _ => [],
            }
    );

    /// <summary>Whether a refusal has stopped a mix-up (R1 to R5): such a one is an event of its own, whatever else was refused beside it.</summary>
    public static bool IsOfIdentity(Broken broken) =>
        new[] { RightPatient, KeptForThisPatient, TwoPeopleAtTheBedside, RightRoute }.Any(rule =>
            rule.Id == broken.Rule
        );

    private static IEnumerable<Broken> AtConfirm(CaseFile file)
    {
        var kept = file.TheContainer.Reserved;
        if (kept is null)
        {
            yield return KeptForThisPatient.Broken("not-kept");
            yield break;
        }
        if (file.Wearer?.Id != kept.Patient)
        {
            yield return KeptForThisPatient.Broken("session");
            yield break;
        }
        if (!IsOpen(file))
            yield return KeptForThisPatient.Broken("not-ready");
    }

    private static IEnumerable<Broken> AtStart(CaseFile file)
    {
        var c = file.TheContainer;
        if (c.State is not ContainerState.Matched)
        {
            yield return KeptForThisPatient.Broken("no-match");
            yield break;
        }
        if (c.SecondCheck is { } second && file.Now.At - second.At > Dose.MatchStands)
            yield return KeptForThisPatient.Broken("lapsed", ("until", second.At + Dose.MatchStands));
        // Put off, cancelled, or begun with another container since the match: one session gets one dose.
        if (!IsOpen(file))
            yield return KeptForThisPatient.Broken("not-ready");
    }

    /// <summary>Given to somebody whom it was not kept for: that can only be told of what has happened.</summary>
    private static IEnumerable<Broken> ToAnother(CaseFile file) =>
        file.Recipient is { } got && got.Id != file.TheContainer.Reserved?.Patient
            ? [KeptForThisPatient.Broken("session")]
            : [];

    private static bool IsOpen(CaseFile file) =>
        file is { Plan.State: PlanState.Active, Session.State: SessionState.Ready };

    private static IEnumerable<Broken> AtReserve(CaseFile file, ReserveContainer wanted)
    {
        if (file.TheBatch.Protocol != file.ThePlan.Protocol)
            yield return RightRoute.Broken("product");
        if (file.ThePlan.Session(wanted.Session) is null)
            yield return RightRoute.Broken(
                "session",
                ("next", file.ThePlan.Current?.Number ?? 0),
                ("kept", wanted.Session)
            );
    }

    private static IEnumerable<Broken> OfSession(CaseFile file)
    {
        if (file.TheContainer.Reserved is not { } kept || file.Plan is not { } plan)
            yield break;
        if (file.TheBatch.Protocol != plan.Protocol)
            yield return RightRoute.Broken("product");
        if (plan.Current is { } next && next.Number != kept.Session)
            yield return RightRoute.Broken("session", ("next", next.Number), ("kept", kept.Session));
    }

    private static IEnumerable<Broken> OfDose(CaseFile file, StartAdministration wanted)
    {
        foreach (var broken in OfSession(file))
            yield return broken;
        if (file.Session is not { } session)
            yield break;
        if (wanted.Route != session.Route)
            yield return RightRoute.Broken("route", ("planned", session.Route), ("route", wanted.Route));
        var protocol = file.TheProtocol.Content;
        if (
            protocol.Routes.FirstOrDefault(r => r.Route == wanted.Route) is { } limit
            && wanted.VolumeUl > limit.MaxVolumeUl
        )
            yield return RightRoute.Broken("volume", ("most", limit.MaxVolumeUl));
        if (
            Dose.VolumeIn(file.TheContainer, session) is { } planned
            && Math.Abs(wanted.VolumeUl - (decimal)planned) * 100m > protocol.TolerancePercent * planned
        )
            yield return RightRoute.Broken(
                "dose",
                ("planned", planned),
                ("tolerance", protocol.TolerancePercent),
                ("volume", wanted.VolumeUl)
            );
    }

    private static IEnumerable<Broken> OfWindow(CaseFile file, int number)
    {
        if (
            file.ThePlan.Session(number) is { } session
            && (file.Now.At < session.Earliest || file.Now.At > session.Latest)
        )
            yield return RightRoute.Broken("window", ("from", session.Earliest), ("until", session.Latest));
    }
}
