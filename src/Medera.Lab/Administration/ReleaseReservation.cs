namespace Medera.Lab.Administration;

[Act(
    "reservation.release",
    Roles.Technician | Roles.Clinician,
    "Undo the reservation",
    "Ayırmayı kaldır",
    Offline.Administration
)]
public sealed record ReleaseReservation(string Container, string Reason, [property: Private] string? ReasonText)
    : AdministrationAct,
        INameContainer,
        IReasoned;

[FactName("reservation.released")]
[Said("{container}: no longer reserved.", "{container}: ayırma kaldırıldı.")]
public sealed record ReservationReleased(BatchId Batch, ContainerId Container, PlanId Plan)
    : AdministrationFact(Batch, Container);
