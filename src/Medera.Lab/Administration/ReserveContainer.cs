namespace Medera.Lab.Administration;

[Verb("reservation.make", Roles.Technician | Roles.Clinician)]
public sealed record ReserveContainer(string Container, PlanId Plan, int Session)
    : AdministrationAct,
        INameContainer,
        INamePlan;

[FactName("reservation.made")]
public sealed record ContainerReserved(
    BatchId Batch,
    ContainerId Container,
    PlanId Plan,
    int Session,
    SubjectId Patient
) : AdministrationFact(Batch, Container);
