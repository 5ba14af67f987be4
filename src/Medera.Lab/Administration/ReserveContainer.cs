namespace Medera.Lab.Administration;

[Act(
    "reservation.make",
    Roles.Technician | Roles.Clinician,
    "Reserve for a session",
    "Seans için ayır",
    Offline.Administration
)]
public sealed record ReserveContainer(string Container, PlanId Plan, int Session)
    : AdministrationAct,
        INameContainer,
        INamePlan;

[FactName("reservation.made")]
[Said("{container}: reserved for session {session}.", "{container}: {session}. seans için ayrıldı.")]
public sealed record ContainerReserved(
    BatchId Batch,
    ContainerId Container,
    PlanId Plan,
    int Session,
    SubjectId Patient
) : AdministrationFact(Batch, Container);
