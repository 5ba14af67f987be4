namespace Medera.Lab.Inventory;

/// <summary>What a piece of equipment is for.</summary>
public enum EquipmentKind { Incubator, Cabinet, Centrifuge, Freezer, Tank, Shipper, Logger, Other }

/// <summary>Whether a piece may be worked with.</summary>
public enum EquipmentState { InUse, Maintenance }

/// <summary>A piece of equipment, with its own code on it. Nothing is due where no date is given.</summary>
/// <param name="Code">Own code of kind E.</param>
/// <param name="Serial">The maker's number; null: it has none.</param>
/// <param name="CalibrationDue">From this instant on its calibration is overdue (rule R17).</param>
/// <param name="CleaningDue">From this instant on its cleaning is overdue (rule R17).</param>
/// <param name="Since">When the state was reached.</param>
/// <param name="LastBy">Who changed its record last.</param>
public sealed record Equipment(
    EquipmentId Id, string Code, string Name, EquipmentKind Kind, string? Serial, string Room, DateTimeOffset? CalibrationDue, DateTimeOffset? CleaningDue,
    EquipmentState State, DateTimeOffset Since, PersonId LastBy)
{
    /// <summary>Whether calibration or cleaning is overdue at an instant.</summary>
    public bool IsOverdue(DateTimeOffset at) => CalibrationDue <= at || CleaningDue <= at;

    /// <summary>The earlier of its two dates; null: nothing is due.</summary>
    public DateTimeOffset? NextDue => CalibrationDue is { } calibration && CleaningDue is { } cleaning ? (calibration < cleaning ? calibration : cleaning) : CalibrationDue ?? CleaningDue;
}
