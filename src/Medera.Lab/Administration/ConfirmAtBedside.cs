namespace Medera.Lab.Administration;

/// <summary>One nurse's check. By scans: the wristband and the container, in either order.</summary>
[Act("bedside.confirm", Roles.Nurse, "Check at the bedside", "Hasta başında kontrol et", Offline.Identity)]
[WaitedFor(12, ContainerState.Ready, ContainerState.Matched)]
public sealed record ConfirmAtBedside(WristbandCode Wristband, ContainerCode Container) : AdministrationAct
{
    /// <summary>The first check is a confirmation; the second one also makes the match. What lapsed before begins anew.</summary>
    public override IReadOnlyList<Fact> Propose(CaseFile file)
    {
        var container = file.TheContainer;
        var kept = container.Reserved ?? new Reservation(default, 0, file.Wearer?.Id ?? default);
        var facts = new List<Fact>();
        var lapsed =
            container.FirstCheck is { } first && file.Now.At - (container.SecondCheck ?? first).At > Dose.MatchStands;
        if (lapsed)
            facts.Add(new BedsideMatchLapsed(container.Batch, container.Id));
        facts.Add(new BedsideConfirmed(container.Batch, container.Id, kept.Plan, kept.Session, kept.Patient));
        if (container.FirstCheck is { } before && !lapsed && container.State == ContainerState.Ready)
            facts.Add(
                new BedsideMatched(
                    container.Batch,
                    container.Id,
                    kept.Plan,
                    kept.Session,
                    kept.Patient,
                    before.By,
                    file.Actor.Id
                )
            );
        return facts;
    }
}

[FactName("bedside.confirmed")]
[Scanned("One person’s check", "Bir kişinin kontrolü")]
[Said(
    "{container}: first bedside check, session {session}.",
    "{container}: hasta başında ilk kontrol, {session}. seans."
)]
public sealed record BedsideConfirmed(BatchId Batch, ContainerId Container, PlanId Plan, int Session, SubjectId Patient)
    : AdministrationFact(Batch, Container);

[FactName("bedside.matched")]
[Scanned("Match", "Eşleşme")]
[Said(
    "{container}: matched with the wristband by two people, session {session}: {first} and {second}.",
    "{container}: iki kişi bileklikle eşleştirdi, {session}. seans: {first} ve {second}."
)]
public sealed record BedsideMatched(
    BatchId Batch,
    ContainerId Container,
    PlanId Plan,
    int Session,
    SubjectId Patient,
    PersonId First,
    PersonId Second
) : AdministrationFact(Batch, Container);

[FactName("bedside.lapsed")]
[Said(
    "{container}: the match lapsed; two people check again.",
    "{container}: eşleşme düştü; iki kişi yeniden kontrol eder."
)]
public sealed record BedsideMatchLapsed(BatchId Batch, ContainerId Container) : AdministrationFact(Batch, Container);
