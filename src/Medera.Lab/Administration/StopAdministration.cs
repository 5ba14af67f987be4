namespace Medera.Lab.Administration;

[Act(
    "administration.stop",
    Roles.Nurse,
    "Stop the administration",
    "Uygulamayı durdur",
    Offline.Administration,
    Late = true
)]
public sealed record StopAdministration(
    ContainerCode Container,
    [property: Unit("µL")] long GivenUl,
    string Reason,
    [property: Private] string? ReasonText,
    string? GivenTo = null
) : AdministrationAct, IReasoned, INameRecipient
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            .. file.Ending(
                new AdministrationCompletedInPart(
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

[FactName("administration.completed-in-part")]
[Claim("an administration in part", "kısmi uygulama")]
[Said(
    "{container}: given in part, session {session}: {givenUl} µL, {givenCells} cells.",
    "{container}: kısmen verildi, {session}. seans: {givenUl} µL, {givenCells} hücre."
)]
public sealed record AdministrationCompletedInPart(
    BatchId Batch,
    ContainerId Container,
    PlanId Plan,
    int Session,
    SubjectId Patient,
    long GivenUl,
    long GivenCells
) : AdministrationFact(Batch, Container);
