namespace Medera.Lab.Administration;

[Verb("reservation.release", Roles.Technician | Roles.Clinician)]
public sealed record ReleaseReservation(string Container, string Reason, [property: Private] string? ReasonText)
    : AdministrationAct,
        INameContainer,
        IReasoned;

[FactName("reservation.released")]
public sealed record ReservationReleased(BatchId Batch, ContainerId Container, PlanId Plan)
    : AdministrationFact(Batch, Container);
