namespace Medera.Lab.Administration;

[Act(
    "administration.complete",
    Roles.Nurse,
    "Complete the administration",
    "Uygulamayı tamamla",
    Offline.Administration,
    Late = true
)]
[WaitedFor(13, ContainerState.Administering)]
public sealed record CompleteAdministration(
    ContainerCode Container,
    [property: Unit("µL")] long GivenUl,
    string? GivenTo = null
) : AdministrationAct, INameRecipient
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            .. file.Ending(
                new AdministrationCompleted(
                    file.TheContainer.Batch,
                    file.TheContainer.Id,
                    file.GivenAs.Plan,
                    file.GivenAs.Session,
                    file.GivenAs.Patient,
                    GivenUl,
                    CellArithmetic.CellsIn(file.TheContainer, GivenUl)
                )
            ),
            .. file.OfSession(kept => new SessionGiven(
                kept.Plan,
                kept.Patient,
                kept.Session,
                file.TheContainer.Id,
                GivenUl
            )),
        ];
}

[FactName("administration.completed")]
[Claim("an administration in full", "tam uygulama")]
[Said(
    "{container}: given in full, session {session}: {givenUl} µL, {givenCells} cells.",
    "{container}: tamamı verildi, {session}. seans: {givenUl} µL, {givenCells} hücre."
)]
public sealed record AdministrationCompleted(
    BatchId Batch,
    ContainerId Container,
    PlanId Plan,
    int Session,
    SubjectId Patient,
    long GivenUl,
    long GivenCells
) : AdministrationFact(Batch, Container);
