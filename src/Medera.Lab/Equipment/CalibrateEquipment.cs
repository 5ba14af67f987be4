namespace Medera.Lab.Equipment;

/// <summary>A calibration belongs to many a maintenance, and ends none.</summary>
[Act("equipment.calibrate", Roles.Qa, "Record a calibration", "Kalibrasyonu kaydet", Offline.Decided)]
[Offered(typeof(Piece), Offer.Daily, 2)]
public sealed record CalibrateEquipment(
    EquipmentCode Equipment,
    [property: WholeDay] DateTimeOffset Due,
    [property: CodeText] string Certificate
) : EquipmentAct(Equipment)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new EquipmentCalibrated(file.The(Equipment).Id, Due, Certificate)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => EquipmentRules.DueAhead(file, Due);
}

/// <param name="Due">When the next one is due.</param>
[FactName("equipment.calibrated")]
[Said(
    "Calibrated, certificate {certificate}; next due at {due}.",
    "Kalibre edildi, sertifika {certificate}; sonraki tarih {due}."
)]
public sealed record EquipmentCalibrated(EquipmentId Equipment, DateTimeOffset Due, string Certificate)
    : EquipmentFact(Equipment);
