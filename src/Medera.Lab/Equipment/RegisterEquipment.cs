namespace Medera.Lab.Equipment;

/// <summary>A new piece, under the code that is stuck on it.</summary>
[Act("equipment.register", Roles.Qa, "Register equipment", "Cihaz kaydet", Offline.Decided)]
[Offered(typeof(Piece), Offer.New, 0)]
public sealed record RegisterEquipment(
    [Binds] EquipmentCode Equipment,
    [property: CodeText(Title = true)] string Name,
    EquipmentKind Kind,
    [property: CodeText(Title = true)] string? Serial,
    [property: CodeText(Title = true)] string Room,
    [property: WholeDay] DateTimeOffset? CalibrationDue,
    [property: WholeDay] DateTimeOffset? CleaningDue
) : EquipmentAct(Equipment), INameNew
{
    /// <inheritdoc/>
    NewName INameNew.NewName => new(typeof(Piece), "name", Name);

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new EquipmentRegistered(
                new(file.Now.Id(0)),
                Equipment.Text,
                Name,
                Kind,
                Serial,
                Room,
                CalibrationDue,
                CleaningDue
            ),
        ];
}

[FactName("equipment.registered")]
[Said(
    "{name} registered: {kind}, {room}[, serial number {serial}], code {code}[; calibration due: {calibrationDue}][; cleaning due: {cleaningDue}].",
    "{name} kaydedildi: {kind}, {room}[, seri numarası {serial}], kod {code}[; kalibrasyon tarihi: {calibrationDue}][; temizlik tarihi: {cleaningDue}]."
)]
public sealed record EquipmentRegistered(
    EquipmentId Equipment,
    string Code,
    string Name,
    EquipmentKind Kind,
    string? Serial,
    string Room,
    DateTimeOffset? CalibrationDue,
    DateTimeOffset? CleaningDue
) : EquipmentFact(Equipment);
