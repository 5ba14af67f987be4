using Medera.Lab.Custody;
using Medera.Lab.Inventory;

namespace Medera.Lab.Batches;

public static partial class Apply
{
    private static Lives ToEquipment(Lives lives, Recorded recorded, EquipmentFact fact)
    {
        if (fact is EquipmentFact.Registered f)
            return lives.With(new Equipment(f.Equipment, f.Code, f.Name, f.Kind, f.Serial, f.Room, f.CalibrationDue, f.CleaningDue, EquipmentState.InUse, recorded.At, recorded.By));
        var before = lives.Equipment[fact.Equipment];
        var state = Moves.Next(before.State, fact) ?? throw new ImpossibleMoveException($"{fact.GetType().Name} cannot follow on {before.State} of {before.Name}.");
        var piece = before with { State = state, Since = state == before.State ? before.Since : recorded.At, LastBy = recorded.By };
        return lives.With(fact switch
        {
            EquipmentFact.Calibrated c => piece with { CalibrationDue = c.Due },
            EquipmentFact.Cleaned c => piece with { CleaningDue = c.Due },
            EquipmentFact.MaintenanceStarted or EquipmentFact.MaintenanceEnded => piece,
            _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
        });
    }
}
