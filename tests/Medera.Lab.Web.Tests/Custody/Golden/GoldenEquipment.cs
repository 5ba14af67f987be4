using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Pieces of equipment, before the first batch is made with them.</summary>
internal static class GoldenEquipment
{
    public static async Task WalkAsync(GoldenLaboratory lab)
    {
        var (soon, later) = (lab.Now.AddDays(1), lab.Now.AddDays(120));
        var incubator = Register("Incubator 1", EquipmentKind.Incubator, later);
        await lab.Does("qa", incubator, "qc-1");
        await lab.Does("qa", Register("Centrifuge 1", EquipmentKind.Centrifuge, soon), "qc-1");
        await lab.Does("qa", Register("Freezer 1", EquipmentKind.Freezer, later), "qc-1");
        await lab.Stops("access.role role", "technician", Register("Cabinet 1", EquipmentKind.Cabinet, later));
        await lab.Stops("R14 no-equipment", "qa", incubator with { Equipment = new(Roll("no piece")) }, "qc-1");
        await lab.Stops("desk.taken taken", "qa", incubator with { Name = "Incubator 2" }, "qc-1");
        await lab.Stops(
            "desk.incomplete title",
            "qa",
            incubator with
            {
                Equipment = new(PieceCode("Cabinet 1")),
                Name = "Cabinet!",
            },
            "qc-1"
        );

        await lab.Does(
            "qa",
            new CalibrateEquipment(new(PieceCode("Incubator 1")), later.AddDays(30), "CAL-26-0311"),
            "qc-1"
        );
        await lab.Stops(
            "R22 due",
            "qa",
            new CalibrateEquipment(new(PieceCode("Incubator 1")), lab.Now, "CAL-26-0312"),
            "qc-1"
        );
        await lab.Does("technician", new CleanEquipment(new(PieceCode("Incubator 1")), later.AddDays(-30)));
        await lab.Stops("scan.unknown unknown", "technician", new CleanEquipment(new(PieceCode("Cabinet 1")), later));

        var freezer = PieceCode("Freezer 1");
        var broken = new StartMaintenance(new(freezer), "other", "the door does not close");
        await lab.Stops("R22 equipment", "qa", new EndMaintenance(new(freezer)), "qc-1");
        await lab.Stops("desk.incomplete reason", "technician", broken with { ReasonText = null });
        await lab.Does("technician", broken);
        await lab.Stops("R22 equipment", "technician2", broken with { ReasonText = "it still does not" });
        await lab.Does("qa", new EndMaintenance(new(freezer)), "qc-1");
        await lab.Does("technician", broken with { Reason = "equipment-failure", ReasonText = null });

        RegisterEquipment Register(string name, EquipmentKind kind, DateTimeOffset due) =>
            new(
                new(PieceCode(name)),
                name,
                kind,
                "SN-" + name[^1],
                "Room P1",
                due,
                due.AddDays(-30) is var clean && clean > lab.Now ? clean : null
            );
    }
}
