namespace Medera.Lab.Equipment;

/// <summary>Nothing is made with what is in maintenance; what is overdue is told, and QA looks at it before the release.</summary>
public static class EquipmentRules
{
    /// <summary>A piece in maintenance.</summary>
    public static readonly Rule InMaintenance = new(
        "R17",
        RuleKind.QaStop,
        "equipment in order; the domain, §4",
        new("QA, by ending the maintenance", "KG, bakımı sona erdirerek"),
        new Dictionary<string, LocalizedText>
        {
            ["maintenance"] = new(
                "{name} is in maintenance since {at}, by {who}. Take another one.",
                "{name}, {at} tarihinden beri bakımda; işlemi yapan {who}. Başka bir cihaz kullanın."
            ),
        },
        (file, wanted, _) =>
            wanted is UseEquipment use && file.The(use.Equipment) is { State: EquipmentState.Maintenance } piece
                ?
                [
                    InMaintenance!.Broken(
                        "maintenance",
                        ("name", piece.Name),
                        ("at", piece.Since),
                        ("who", piece.LastBy)
                    ),
                ]
                : []
    );

    /// <summary>A piece whose calibration or cleaning is overdue. Cells do not wait for a certificate: the act goes through, and a deviation is opened.</summary>
    public static readonly Rule Overdue = new(
        "R17",
        RuleKind.Flag,
        "equipment in order; the domain, §4",
        new("QA, by assessing the deviation", "KG, sapmayı değerlendirerek"),
        new Dictionary<string, LocalizedText>
        {
            ["calibration"] = new(
                "The calibration of {name} was due at {until}.",
                "{name} için kalibrasyon {until} tarihinde yapılmalıydı."
            ),
            ["cleaning"] = new(
                "The cleaning of {name} was due at {until}.",
                "{name} için temizlik {until} tarihinde yapılmalıydı."
            ),
        },
        (file, wanted, _) => wanted is UseEquipment use ? OfDates(file, file.The(use.Equipment)) : []
    );

    /// <summary>Only the moves of the table, and dates that lie ahead. Part of rule R22.</summary>
    public static readonly Rule Moves = new(
        "R22",
        RuleKind.Stop,
        "21 CFR 11.10(f)",
        new("do the step before it", "önce bir önceki adımı yapın"),
        new Dictionary<string, LocalizedText>
        {
            ["equipment"] = new(
                "{name} is {state} since {at}, by {who}.",
                "{name}, {at} tarihinden beri {state}; işlemi yapan {who}."
            ),
            ["due"] = new("The next date lies ahead, not behind.", "Sonraki tarih geçmişte değil, ileride olur."),
        },
        (file, wanted, proposed) =>
            wanted is EquipmentAct act
            && proposed.Any(f => !Things.CanFollow<Piece>(file.Lives, f))
            && file.The(act.Equipment) is var piece
                ?
                [
                    Moves!.Broken(
                        "equipment",
                        ("name", piece.Name),
                        ("state", piece.State),
                        ("at", piece.Since),
                        ("who", piece.LastBy)
                    ),
                ]
                : []
    );

    /// <summary>The code stuck on a new piece is one for equipment. Part of rule R14.</summary>
    public static readonly Rule Code = new(
        "R14",
        RuleKind.Stop,
        "chain of custody",
        new("scan another one, or correct the record", "başka birini okutun ya da kaydı düzeltin"),
        new Dictionary<string, LocalizedText>
        {
            ["no-equipment"] = new("{code} is not a code for equipment.", "{code} bir cihaz kodu değil."),
        },
        (_, wanted, _) =>
            wanted is RegisterEquipment { Equipment.Text: var code }
            && !(OwnCode.IsOne(code) && new OwnCode(code).Kind == CodeKind.Equipment)
                ? [Code!.Broken("no-equipment", ("code", CustodyRules.Redacted(code)))]
                : []
    );

    /// <summary>A date that lies behind is no next one.</summary>
    internal static IEnumerable<Broken> DueAhead(CaseFile file, DateTimeOffset due) =>
        due <= file.Now.At ? [Moves.Broken("due")] : [];

    private static IEnumerable<Broken> OfDates(CaseFile file, Piece piece)
    {
        if (piece.CalibrationDue is { } calibration && calibration <= file.Now.At)
            yield return Overdue.Broken("calibration", ("name", piece.Name), ("until", calibration));
        if (piece.CleaningDue is { } cleaning && cleaning <= file.Now.At)
            yield return Overdue.Broken("cleaning", ("name", piece.Name), ("until", cleaning));
    }
}
