namespace Medera.Lab.Equipment;

/// <summary>A piece was cleaned, and is to be cleaned again.</summary>
[Act("equipment.clean", Roles.Technician | Roles.Qa, "Record a cleaning", "Temizliği kaydet", Offline.Decided)]
[Offered(typeof(Piece), Offer.Daily, 3)]
public sealed record CleanEquipment(EquipmentCode Equipment, [property: WholeDay] DateTimeOffset Due)
    : EquipmentAct(Equipment)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new EquipmentCleaned(file.The(Equipment).Id, Due)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => EquipmentRules.DueAhead(file, Due);
}

/// <param name="Due">When the next one is due.</param>
[FactName("equipment.cleaned")]
[Said("Cleaned; next due at {due}.", "Temizlendi; sonraki tarih {due}.")]
public sealed record EquipmentCleaned(EquipmentId Equipment, DateTimeOffset Due) : EquipmentFact(Equipment);
