namespace Medera.Lab.Administration;

[Act(
    "reservation.make",
    Roles.Technician | Roles.Clinician,
    "Reserve for a session",
    "Seans için ayır",
    Offline.Administration
)]
public sealed record ReserveContainer(ContainerCode Container, PlanId Plan, int Session) : AdministrationAct, INamePlan
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new ContainerReserved(file.TheContainer.Batch, file.TheContainer.Id, Plan, Session, file.ThePlan.Patient)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file)
    {
        if (file.ThePlan.State != PlanState.Active)
            yield return MoveRules.StepsInOrder.Broken("plan", ("state", file.ThePlan.State));
        if (file.TheContainer.Reserved is not null)
            yield return MoveRules.StepsInOrder.Broken("kept");
    }
}

[FactName("reservation.made")]
[Said("{container}: reserved for session {session}.", "{container}: {session}. seans için ayrıldı.")]
public sealed record ContainerReserved(
    BatchId Batch,
    ContainerId Container,
    PlanId Plan,
    int Session,
    SubjectId Patient
) : AdministrationFact(Batch, Container);
