using Medera.Lab.Custody;
using Medera.Lab.Processing;

namespace Medera.Lab.Inventory;

/// <summary>What happens to a piece of equipment, in its own stream.</summary>
public abstract record EquipmentFact(EquipmentId Equipment) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Equipment);

    [FactName("equipment.registered")]
    public sealed record Registered(
        EquipmentId Equipment, string Code, string Name, EquipmentKind Kind, string? Serial, string Room, DateTimeOffset? CalibrationDue, DateTimeOffset? CleaningDue) : EquipmentFact(Equipment);

    /// <param name="Due">When the next one is due.</param>
    [FactName("equipment.calibrated")]
    public sealed record Calibrated(EquipmentId Equipment, DateTimeOffset Due, string Certificate) : EquipmentFact(Equipment);

    /// <param name="Due">When the next one is due.</param>
    [FactName("equipment.cleaned")]
    public sealed record Cleaned(EquipmentId Equipment, DateTimeOffset Due) : EquipmentFact(Equipment);

    [FactName("equipment.maintenance-started")]
    public sealed record MaintenanceStarted(EquipmentId Equipment) : EquipmentFact(Equipment);

    [FactName("equipment.maintenance-ended")]
    public sealed record MaintenanceEnded(EquipmentId Equipment) : EquipmentFact(Equipment);
}

/// <summary>
/// A piece of equipment at work for a batch: processing, in the batch's stream, so that its timeline tells it and its trail review
/// covers it. Whoever worked with it is a maker of the batch (rule R9).
/// </summary>
public abstract record EquipmentUseFact(BatchId Batch) : ProcessingFact(Batch)
{
    /// <param name="Container">The one that was scanned for the batch; nothing happens to it.</param>
    [FactName("equipment.used")]
    public sealed record Used(BatchId Batch, EquipmentId Equipment, ContainerId Container) : EquipmentUseFact(Batch);
}
