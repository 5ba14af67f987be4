namespace Medera.Lab.Equipment;

/// <summary>QA puts a piece to use again.</summary>
[Act("equipment.end-maintenance", Roles.Qa, "End the maintenance", "Bakımı bitir", Offline.Decided)]
[Offered(typeof(Piece), Offer.Daily, 5, EquipmentState.Maintenance)]
public sealed record EndMaintenance(EquipmentCode Equipment) : EquipmentAct(Equipment)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new MaintenanceEnded(file.The(Equipment).Id)];
}

[FactName("equipment.maintenance-ended")]
[Said("Maintenance ended: in use again.", "Bakım bitti: yeniden kullanımda.")]
public sealed record MaintenanceEnded(EquipmentId Equipment) : EquipmentFact(Equipment);
