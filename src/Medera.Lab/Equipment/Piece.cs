using System.Collections.Immutable;
using static Medera.Lab.Equipment.EquipmentState;

namespace Medera.Lab.Equipment;

/// <summary>A piece of equipment.</summary>
public readonly record struct EquipmentId(Guid Value) : IIdOf<Piece>;

/// <summary>The code on a piece of equipment.</summary>
public readonly record struct EquipmentCode(string Text) : ICodeOf<Piece>
{
    /// <inheritdoc/>
    public CodeKind Kind => CodeKind.Equipment;
}

/// <summary>What a piece of equipment is for.</summary>
public enum EquipmentKind
{
    Incubator,
    Cabinet,
    Centrifuge,
    Freezer,
    Tank,
    Shipper,
    Logger,
    Other,
}

/// <summary>Whether a piece may be worked with.</summary>
public enum EquipmentState
{
    InUse,
    Maintenance,
}

/// <summary>What happens to a piece of equipment, in its own stream; what it was used for stands in the batches' own.</summary>
public abstract record EquipmentFact(EquipmentId Equipment) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => new("equipment", Equipment.Value);
}

/// <summary>A piece of equipment, with its own code on it. Nothing is due where no date is given.</summary>
/// <param name="Code">Own code of kind E.</param>
/// <param name="Serial">The maker's number; null: it has none.</param>
/// <param name="CalibrationDue">From this instant on its calibration is overdue (rule R17).</param>
/// <param name="CleaningDue">From this instant on its cleaning is overdue (rule R17).</param>
/// <param name="Since">When the state was reached.</param>
/// <param name="LastBy">Who changed its record last.</param>
public sealed record Piece(
    EquipmentId Id,
    string Code,
    string Name,
    EquipmentKind Kind,
    string? Serial,
    string Room,
    DateTimeOffset? CalibrationDue,
    DateTimeOffset? CleaningDue,
    EquipmentState State,
    DateTimeOffset Since,
    PersonId LastBy
) : IThing<Piece, EquipmentId>, IDeclared
{
    private static readonly Life<Piece, EquipmentState> Life = new Life<Piece, EquipmentState>(
        state: piece => piece.State,
        moved: (piece, to, told) =>
            piece with
            {
                State = to,
                Since = to == piece.State ? piece.Since : told.At,
                LastBy = told.By,
            }
    )
        .Begins<EquipmentRegistered>(
            (fact, told) =>
                new Piece(
                    fact.Equipment,
                    fact.Code,
                    fact.Name,
                    fact.Kind,
                    fact.Serial,
                    fact.Room,
                    fact.CalibrationDue,
                    fact.CleaningDue,
                    InUse,
                    told.At,
                    told.By
                )
        )
        .Moved<MaintenanceStarted>(fact => fact.Equipment, Maintenance, from: [InUse])
        .Moved<MaintenanceEnded>(fact => fact.Equipment, InUse, from: [Maintenance])
        .Changed<EquipmentCalibrated>(
            fact => fact.Equipment,
            [InUse, Maintenance],
            (piece, fact, _) => piece with { CalibrationDue = fact.Due }
        )
        .Changed<EquipmentCleaned>(
            fact => fact.Equipment,
            [InUse, Maintenance],
            (piece, fact, _) => piece with { CleaningDue = fact.Due }
        );

    static Declared IDeclared.Kind { get; } =
        new(
            "equipment",
            new("piece of equipment", "cihaz"),
            Icon: "temp",
            Page: "/equipment",
            CodeKind.Equipment,
            Life
        );

    string? IThing.Called => Name;

    string? IThing<Piece, EquipmentId>.Bears => Code;

    /// <summary>Whether calibration or cleaning is overdue at an instant.</summary>
    public bool IsOverdue(DateTimeOffset at) => CalibrationDue <= at || CleaningDue <= at;

    /// <summary>The earlier of its two dates; null: nothing is due.</summary>
    public DateTimeOffset? NextDue =>
        CalibrationDue is { } calibration && CleaningDue is { } cleaning
            ? calibration < cleaning
                ? calibration
                : cleaning
            : CalibrationDue ?? CleaningDue;
}
