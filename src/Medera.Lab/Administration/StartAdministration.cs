namespace Medera.Lab.Administration;

/// <param name="GivenTo">For the late record of a wrong vial: the code of who really got it. Before the act nobody but the patient it is kept for can be named (rule R3).</param>
[Act(
    "administration.start",
    Roles.Nurse,
    "Start the administration",
    "Uygulamayı başlat",
    Offline.Administration,
    Late = true
)]
public sealed record StartAdministration(
    ContainerCode Container,
    Route Route,
    [property: Unit("µL", MoreThanNone = true)] long VolumeUl,
    string? GivenTo = null
) : AdministrationAct, INameRecipient
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new AdministrationStarted(
                file.TheContainer.Batch,
                file.TheContainer.Id,
                file.GivenAs.Plan,
                file.GivenAs.Session,
                file.GivenAs.Patient,
                Route,
                VolumeUl
            ),
            .. file.OfSession(kept => new SessionStarted(kept.Plan, kept.Patient, kept.Session, file.TheContainer.Id)),
        ];
}

[FactName("administration.started")]
[Claim("the start of the administration", "uygulamanın başlaması")]
[Said(
    "{container}: administration started, session {session}, {route}, {volumeUl} µL.",
    "{container}: uygulama başladı, {session}. seans, {route}, {volumeUl} µL."
)]
public sealed record AdministrationStarted(
    BatchId Batch,
    ContainerId Container,
    PlanId Plan,
    int Session,
    SubjectId Patient,
    Route Route,
    long VolumeUl
) : AdministrationFact(Batch, Container);
