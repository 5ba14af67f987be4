using Medera.Lab.Deciding;
using Medera.Lab.People;

namespace Medera.Lab.Inventory;

/// <summary>The command is about a piece of equipment, by its code.</summary>
public interface INameEquipment { string Equipment { get; } }

/// <summary>Commands about equipment. Dates and the end of a maintenance are QA's: rule R17 judges by them, and an administrator holds no right over product (rule R9).</summary>
public abstract record EquipmentCommand : Command
{
    /// <summary>A new piece, under the code that is stuck on it.</summary>
    [Verb("equipment.register", Roles.Qa)]
    public sealed record Register(
        string Equipment, [property: CodeText(Title = true)] string Name, EquipmentKind Kind, [property: CodeText(Title = true)] string? Serial, [property: CodeText(Title = true)] string Room,
        DateTimeOffset? CalibrationDue, DateTimeOffset? CleaningDue) : EquipmentCommand, INameEquipment;

    [Verb("equipment.calibrate", Roles.Qa)]
    public sealed record Calibrate(string Equipment, DateTimeOffset Due, [property: CodeText] string Certificate) : EquipmentCommand, INameEquipment;

    [Verb("equipment.clean", Roles.Technician | Roles.Qa)]
    public sealed record Clean(string Equipment, DateTimeOffset Due) : EquipmentCommand, INameEquipment;

    /// <summary>Whoever sees that it does not work takes it out of use at once.</summary>
    [Verb("equipment.start-maintenance", Roles.Technician | Roles.Qc | Roles.Qa)]
    public sealed record StartMaintenance(string Equipment, string Reason, [property: Private] string? ReasonText) : EquipmentCommand, INameEquipment, IReasoned;

    [Verb("equipment.end-maintenance", Roles.Qa)]
    public sealed record EndMaintenance(string Equipment) : EquipmentCommand, INameEquipment;

    /// <summary>
    /// The piece is used for the batch of a container. By scans: the two, in either order. A batch's number is never scanned as identity,
    /// so any container of the batch names it, one that has ended too: between two steps there is no other.
    /// </summary>
    [Verb("equipment.use", Roles.Technician)]
    public sealed record Use(string Equipment, string Container) : EquipmentCommand, INameEquipment, INameContainer;
}
