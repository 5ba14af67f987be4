namespace Medera.Lab.Rules;

/// <summary>What the clinic's ethical framework and the day itself ask before anything is taken or given.</summary>
public static class TreatmentRules
{
    /// <summary>A dissent stands for the day; "the day" is the 24 hours before, so that midnight takes nothing away.</summary>
    public static readonly TimeSpan DissentStands = TimeSpan.FromHours(24);

    /// <summary>Ethics approval, consent, suitability, and no dissent of the child.</summary>
    public static readonly Rule Consented = new(
        "R26",
        RuleKind.Stop,
        "the clinic's ethical framework",
        new("the clinician, with the family; the ethics committee", "hekim, aileyle birlikte; etik kurul"),
        new Dictionary<string, LocalizedText>
        {
            ["consent"] = new("No consent to {consent} stands.", "Yürürlükte {consent} onamı yok."),
            ["guardian"] = new(
                "For a minor the guardian signs the consent to {consent}.",
                "Reşit olmayan için {consent} onamını veli veya vasi imzalar."
            ),
            ["ended"] = new(
                "The consent to {consent} ended at {until}.",
                "{consent} onamı {until} itibarıyla sona erdi."
            ),
            ["withdrawn"] = new(
                "The consent to {consent} was withdrawn at {at}.",
                "{consent} onamı {at} tarihinde geri alındı."
            ),
            ["suitability"] = new(
                "No favourable decision of the expert team stands.",
                "Uzman ekibin olumlu kararı yok."
            ),
            ["ethics"] = new("The ethics approval ended at {until}.", "Etik onayı {until} itibarıyla sona erdi."),
            ["dissent"] = new("The patient said no at {at}.", "Hasta {at} tarihinde istemediğini belirtti."),
        },
        (file, wanted, _) =>
            wanted switch
            {
                CompleteCollection when file.Batch is not null => AtCollection(file),
                // At the bedside the wearer is judged; a wearer who is not the session's patient is R1's and R3's matter, not shown here.
                ConfirmAtBedside when file.Subject is { } patient && file.Wearer?.Id == patient.Id => Given(
                    file,
                    patient
                ),
                // Whoever really got it is who must have agreed.
                StartAdministration when file.Recipient is { } got => Given(file, got),
                StartThaw or StartAdministration when file.Subject is { } patient => Given(file, patient),
                ConfirmSession => Given(file, file.TheSubject),
                _ => [],
            }
    );

    /// <summary>A thaw for a patient starts only after that day's bedside confirmation.</summary>
    public static readonly Rule Prepared = new(
        "R28",
        RuleKind.Stop,
        "published infusion practice",
        new("the clinician, at the bedside: session ready", "hekim, hasta başında: seans hazır"),
        new Dictionary<string, LocalizedText>
        {
            ["not-kept"] = new(
                "This product is not kept for a session: reserve it first.",
                "Bu ürün bir seans için ayrılmamış: önce ayırın."
            ),
            ["not-ready"] = new(
                "The clinician has not confirmed session {session} as ready.",
                "Hekim {session}. seansı hazır olarak onaylamadı."
            ),
            ["lapsed"] = new(
                "The confirmation of session {session} ended at {until}.",
                "{session}. seansın onayı {until} itibarıyla sona erdi."
            ),
            ["tick"] = new(
                "The bedside confirmation is not complete: {tick}.",
                "Hasta başı onayı tamam değil: {tick}."
            ),
        },
        (file, wanted, _) =>
            wanted switch
            {
                StartThaw => AtThaw(file),
                ConfirmSession c => Ticks(c).Select(tick => Prepared!.Broken("tick", ("tick", tick))),
                _ => [],
            }
    );

    /// <summary>Dose by the day's weight.</summary>
    public static readonly Rule DoseByWeight = new(
        "R29",
        RuleKind.Stop,
        "dose by weight; the domain, §4",
        new("the clinician, by weighing again and confirming the session", "hekim, yeniden tartıp seansı onaylayarak"),
        new Dictionary<string, LocalizedText>
        {
            ["weight"] = new(
                "The weight was measured at {at}, not within the last {hours} h.",
                "Ağırlık {at} tarihinde ölçüldü, son {hours} saat içinde değil."
            ),
            ["too-little"] = new(
                "The dose is {dose} cells and the container holds {cells}.",
                "Doz {dose} hücre; kapta {cells} hücre var."
            ),
        },
        (file, wanted, _) =>
            wanted switch
            {
                StartAdministration or StartThaw => OfWeight(file),
                ConfirmSession { WeighedAt: { } at }
                    when file.Now.At - at > TimeSpan.FromHours(file.TheProtocol.Content.WeightAgeHours)
                        || at > file.Now.At =>
                [
                    DoseByWeight!.Broken("weight", ("at", at), ("hours", file.TheProtocol.Content.WeightAgeHours)),
                ],
                _ => [],
            }
    );

    private static IEnumerable<Broken> AtCollection(CaseFile file)
    {
        foreach (var broken in Standing(file, file.TheDonor, ConsentKind.Donation))
            yield return broken;
        if (file.TheBatch.Origin == Origin.Autologous && file.TheDonor.Suitability != SuitabilityOutcome.Favourable)
            yield return Consented.Broken("suitability");
        foreach (var broken in Ethics(file))
            yield return broken;
        foreach (var broken in Dissent(file, file.TheDonor))
            yield return broken;
    }

    private static IEnumerable<Broken> Given(CaseFile file, Subject patient)
    {
        foreach (var broken in Standing(file, patient, ConsentKind.Treatment))
            yield return broken;
        if (patient.Suitability != SuitabilityOutcome.Favourable)
            yield return Consented.Broken("suitability");
        foreach (var broken in Ethics(file))
            yield return broken;
        foreach (var broken in Dissent(file, patient))
            yield return broken;
    }

    private static IEnumerable<Broken> Standing(CaseFile file, Subject subject, ConsentKind kind)
    {
        switch (subject.ConsentOf(kind))
        {
            case { WithdrawnAt: { } at }:
                yield return Consented.Broken("withdrawn", ("consent", kind), ("at", at));
                break;
            case { GivenAt: not null, ValidUntil: { } until } when until <= file.Now.At:
                yield return Consented.Broken("ended", ("consent", kind), ("until", until));
                break;
            case { GivenAt: not null, SignedBy: ConsentSigner.Self } when subject.Minor:
                yield return Consented.Broken("guardian", ("consent", kind));
                break;
            case { GivenAt: not null }:
                break;
            default:
                yield return Consented.Broken("consent", ("consent", kind));
                break;
        }
    }

    private static IEnumerable<Broken> Ethics(CaseFile file)
    {
        if (file.TheProtocol.Content.EthicsUntil <= file.Now.At)
            yield return Consented.Broken("ethics", ("until", file.TheProtocol.Content.EthicsUntil));
    }

    private static IEnumerable<Broken> Dissent(CaseFile file, Subject subject)
    {
        if (subject.DissentedAt is { } at && file.Now.At - at < DissentStands)
            yield return Consented.Broken("dissent", ("at", at));
    }

    private static IEnumerable<Broken> AtThaw(CaseFile file)
    {
        if (file.TheContainer.Reserved is not { } kept)
        {
            yield return Prepared.Broken("not-kept");
            yield break;
        }
        if (
            file.Plan is not { State: PlanState.Active }
            || file.Session is not { State: SessionState.Ready, ReadyUntil: { } until }
        )
            yield return Prepared.Broken("not-ready", ("session", kept.Session));
        else if (until <= file.Now.At)
            yield return Prepared.Broken("lapsed", ("session", kept.Session), ("until", until));
    }

    private static IEnumerable<string> Ticks(ConfirmSession wanted)
    {
        if (!wanted.NoFever)
            yield return "noFever";
        if (!wanted.AccessWorking)
            yield return "accessWorking";
        if (!wanted.ConsentReconfirmed)
            yield return "consentReconfirmed";
        if (!wanted.Go)
            yield return "go";
    }

    private static IEnumerable<Broken> OfWeight(CaseFile file)
    {
        if (file.Session is not { } session)
            yield break;
        var hours = file.TheProtocol.Content.WeightAgeHours;
        if (session.WeightAt is { } at && file.Now.At - at > TimeSpan.FromHours(hours))
            yield return DoseByWeight.Broken("weight", ("at", at), ("hours", hours));
        if (session.DoseCells is { } dose && file.TheContainer.Cells is { } cells && dose > cells)
            yield return DoseByWeight.Broken("too-little", ("dose", dose), ("cells", cells));
    }
}
