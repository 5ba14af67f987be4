using Medera.Lab.Web.Demonstration;

namespace Medera.Lab.Web.Equipment;

/// <summary>Equipment of the demonstration: most of it in order, one piece in maintenance, one overdue, and used by two of the batches.</summary>
internal static class DemonstrationEquipment
{
    private const string InMaintenance = "Incubator 2";
    private const string Overdue = "Centrifuge 1";

    private static readonly IReadOnlyList<(
        string Name,
        EquipmentKind Kind,
        string? Serial,
        string Room,
        int? Calibration,
        int? Cleaning
    )> Pieces =
    [
        ("Incubator 1", EquipmentKind.Incubator, "INC-2207", "Room P1", 240, 75),
        (InMaintenance, EquipmentKind.Incubator, "INC-2208", "Room P2", 240, 80),
        ("Cabinet 1", EquipmentKind.Cabinet, "BSC-0113", "Room P1", 300, 68),
        ("Cabinet 2", EquipmentKind.Cabinet, "BSC-0114", "Room P2", 300, 70),
        (Overdue, EquipmentKind.Centrifuge, "CF-4410", "Room P1", 50, 90),
        ("Freezer 1", EquipmentKind.Freezer, "CRF-0092", "Room C1", 200, null),
        ("Tank LN2-A", EquipmentKind.Tank, "B4075M-0093", "Room C1", null, null),
        ("Logger 3", EquipmentKind.Logger, "TL-30031", "Room C1", 120, null),
        ("Shipper 1", EquipmentKind.Shipper, null, "Room C1", 400, 100),
    ];

    /// <summary>The code that is stuck on a piece.</summary>
    public static EquipmentCode CodeOf(string name) => new(DemonstrationCodes.Make(CodeKind.Equipment, name));

    public static async Task RegisterAsync(DemonstrationDesk does, DateTimeOffset began)
    {
        foreach (var (name, kind, serial, room, calibration, cleaning) in Pieces)
            await does.Do(
                "equipment",
                "qa",
                "qc-1",
                new RegisterEquipment(
                    Equipment: CodeOf(name),
                    Name: name,
                    Kind: kind,
                    Serial: serial,
                    Room: room,
                    CalibrationDue: Day(calibration),
                    CleaningDue: Day(cleaning)
                )
            );

        DateTimeOffset? Day(int? day) => day is { } days ? began.AddDays(days) : null;
    }

    /// <summary>What befell the equipment itself.</summary>
    public static Script Days(DemonstrationDesk does, DateTimeOffset began)
    {
        var script = new Script(does, "equipment in sixty days");
        script.At(
            31,
            () => script.Do("technician", "bench-1", new CleanEquipment(CodeOf("Incubator 1"), began.AddDays(106)))
        );
        script.At(
            33,
            () => script.Do("qa", "qc-1", new CalibrateEquipment(CodeOf("Logger 3"), began.AddDays(398), "CAL-26-0311"))
        );
        script.At(
            57,
            () =>
                script.Do(
                    "technician2",
                    "bench-2",
                    new StartMaintenance(CodeOf(InMaintenance), "equipment-failure", null)
                )
        );
        return script;
    }

    /// <summary>A batch that was made with what was in order.</summary>
    public static void InOrder(Script batch)
    {
        batch.At(2.01, () => Use(batch, "Cabinet 1", batch.Collected));
        batch.At(2.02, () => Use(batch, "Incubator 1", batch.Vessels[0]));
        batch.At(10.01, () => Use(batch, Overdue, batch.Products[0]));
        batch.At(10.02, () => Use(batch, "Freezer 1", batch.Products[0]));
    }

    /// <summary>A batch that was worked with overdue: its deviation waits for QA. What is in maintenance is refused.</summary>
    public static void OutOfOrder(Script batch)
    {
        batch.At(46.01, () => Use(batch, "Cabinet 2", batch.Collected));
        batch.At(46.02, () => Use(batch, InMaintenance, batch.Vessels[0]));
        batch.At(53.01, () => Use(batch, Overdue, batch.Vessels[0]));
        batch.At(
            57.2,
            () => batch.Try("technician2", "bench-2", new UseEquipment(CodeOf(InMaintenance), new(batch.Vessels[0])))
        );
    }

    private static Task Use(Script batch, string name, string container) =>
        batch.Do("technician2", "bench-2", new UseEquipment(CodeOf(name), new(container)));
}
