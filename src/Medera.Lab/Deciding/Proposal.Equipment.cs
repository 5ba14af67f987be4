using Medera.Lab.Custody;
using Medera.Lab.Inventory;

namespace Medera.Lab.Deciding;

public static partial class Proposal
{
    private static IReadOnlyList<Fact> OfEquipment(CaseFile file, EquipmentCommand wanted) => wanted switch
    {
        EquipmentCommand.Register c => [new EquipmentFact.Registered(new EquipmentId(file.Now.Id(0)), c.Equipment, c.Name, c.Kind, c.Serial, c.Room, c.CalibrationDue, c.CleaningDue)],
        EquipmentCommand.Calibrate c => [new EquipmentFact.Calibrated(file.TheEquipment.Id, c.Due, c.Certificate)],
        EquipmentCommand.Clean c => [new EquipmentFact.Cleaned(file.TheEquipment.Id, c.Due)],
        EquipmentCommand.StartMaintenance => [new EquipmentFact.MaintenanceStarted(file.TheEquipment.Id)],
        EquipmentCommand.EndMaintenance => [new EquipmentFact.MaintenanceEnded(file.TheEquipment.Id)],
        EquipmentCommand.Use => [new EquipmentUseFact.Used(file.TheBatch.Id, file.TheEquipment.Id, file.TheContainer.Id)],
        _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
    };
}
