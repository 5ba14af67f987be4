namespace Medera.Lab.Equipment;

/// <summary>Whoever sees that it does not work takes it out of use at once.</summary>
[Act(
    "equipment.start-maintenance",
    Roles.Technician | Roles.Qc | Roles.Qa,
    "Start the maintenance",
    "Bakıma al",
    Offline.Decided
)]
[Offered(typeof(Piece), Offer.Daily, 4, EquipmentState.InUse)]
public sealed record StartMaintenance(EquipmentCode Equipment, string Reason, [property: Private] string? ReasonText)
    : EquipmentAct(Equipment),
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new MaintenanceStarted(file.The(Equipment).Id)];
}

[FactName("equipment.maintenance-started")]
[Said("Maintenance started: not in use until QA ends it.", "Bakıma alındı: KG bitirene kadar kullanılmaz.")]
public sealed record MaintenanceStarted(EquipmentId Equipment) : EquipmentFact(Equipment);
