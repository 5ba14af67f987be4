using Medera.Lab.Custody;
using Medera.Lab.Deciding;
using Medera.Lab.Inventory;
using Medera.Lab.Scanning;

namespace Medera.Lab.Rules;

/// <summary>Nothing is made with what is in maintenance; what is overdue is told, and QA looks at it before the release.</summary>
public static class EquipmentRules
{
    /// <summary>A piece in maintenance.</summary>
    public static readonly Rule R17Maintenance = new("R17", RuleKind.QaStop, "equipment in order; the domain, §4", new("QA, by ending the maintenance", "KG, bakımı sona erdirerek"),
        new Dictionary<string, Say>
        {
            ["maintenance"] = new("{name} is in maintenance since {at}, by {who}. Take another one.", "{name}, {at} tarihinden beri bakımda; işlemi yapan {who}. Başka bir cihaz kullanın."),
        },
        (file, wanted, _) => wanted is EquipmentCommand.Use && file.TheEquipment is { State: EquipmentState.Maintenance } piece
            ? [R17Maintenance!.Broken("maintenance", ("name", piece.Name), ("at", piece.Since), ("who", piece.LastBy))] : []);

    /// <summary>A piece whose calibration or cleaning is overdue. Cells do not wait for a certificate: the act goes through, and a deviation is opened.</summary>
    public static readonly Rule R17Overdue = new("R17", RuleKind.Flag, "equipment in order; the domain, §4", new("QA, by assessing the deviation", "KG, sapmayı değerlendirerek"),
        new Dictionary<string, Say>
        {
            ["calibration"] = new("The calibration of {name} was due at {until}.", "{name} için kalibrasyon {until} tarihinde yapılmalıydı."),
            ["cleaning"] = new("The cleaning of {name} was due at {until}.", "{name} için temizlik {until} tarihinde yapılmalıydı."),
        },
        (file, wanted, _) => wanted is EquipmentCommand.Use ? OfDates(file, file.TheEquipment) : []);

    /// <summary>Where the table of equipment has no move, and dates that lie behind. Part of rule R22.</summary>
    internal static IEnumerable<Broken> Moves(CaseFile file, Command wanted, IReadOnlyList<Fact> proposed)
    {
        foreach (var fact in proposed.OfType<EquipmentFact>())
            if (fact is not EquipmentFact.Registered && Batches.Moves.Next(file.TheEquipment.State, fact) is null)
                yield return MoveRules.R22.Broken("equipment", ("name", file.TheEquipment.Name), ("state", file.TheEquipment.State), ("at", file.TheEquipment.Since), ("who", file.TheEquipment.LastBy));
        var due = wanted switch { EquipmentCommand.Calibrate c => c.Due, EquipmentCommand.Clean c => c.Due, _ => DateTimeOffset.MaxValue };
        if (due <= file.Now.At) yield return MoveRules.R22.Broken("due");
    }

    /// <summary>The code stuck on a new piece is one for equipment. Part of rule R14.</summary>
    internal static IEnumerable<Broken> OfCode(Command wanted) => wanted is EquipmentCommand.Register { Equipment: var code } && !IsEquipment(code)
        ? [CustodyRules.R14.Broken("no-equipment", ("code", CustodyRules.Shown(code)))] : [];

    private static IEnumerable<Broken> OfDates(CaseFile file, Equipment piece)
    {
        if (piece.CalibrationDue is { } calibration && calibration <= file.Now.At) yield return R17Overdue.Broken("calibration", ("name", piece.Name), ("until", calibration));
        if (piece.CleaningDue is { } cleaning && cleaning <= file.Now.At) yield return R17Overdue.Broken("cleaning", ("name", piece.Name), ("until", cleaning));
    }

    private static bool IsEquipment(string code) => OwnCode.IsOne(code) && new OwnCode(code).Kind == CodeKind.Equipment;
}
