namespace Medera.Lab.Administration;

[Act(
    "reservation.release",
    Roles.Technician | Roles.Clinician,
    "Undo the reservation",
    "Ayırmayı kaldır",
    Offline.Administration
)]
public sealed record ReleaseReservation(ContainerCode Container, string Reason, [property: Private] string? ReasonText)
    : AdministrationAct,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.TheContainer.Reserved is { } kept
            ? [new ReservationReleased(file.TheContainer.Batch, file.TheContainer.Id, kept.Plan)]
            : [];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.TheContainer.Reserved is null ? [MoveRules.StepsInOrder.Broken("not-kept")] : [];
}

[FactName("reservation.released")]
[Said("{container}: no longer reserved.", "{container}: ayırma kaldırıldı.")]
public sealed record ReservationReleased(BatchId Batch, ContainerId Container, PlanId Plan)
    : AdministrationFact(Batch, Container);
