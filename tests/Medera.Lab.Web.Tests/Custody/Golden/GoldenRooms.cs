using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>A room is opened, cleaned, and closed.</summary>
internal static class GoldenRooms
{
    public static async Task WalkAsync(GoldenLaboratory lab)
    {
        var door = new RoomCode(Of(CodeKind.Room, "golden room"));
        var open = new OpenRoom(door, "Clean room 2", CleanlinessGrade.GradeB, 7);
        var clean = new CleanRoom(door, CleaningKind.Daily, "Klercide 70/30");
        await lab.Stops("access.role role", "technician", open);
        await lab.Stops("R14 not-of-kind", "qa", open with { Room = new(Roll("no room")) }, "qc-1");
        await lab.Stops("desk.incomplete range", "qa", open with { CleaningDays = 0 }, "qc-1");
        await lab.Stops("scan.unknown unknown", "technician", clean);
        await lab.Does("qa", open, "qc-1");
        await lab.Stops("desk.taken taken", "qa", open with { Name = "Clean room 3" }, "qc-1");

        await lab.Does("technician", clean);
        await lab.Scans("technician", "bench-1", door.Text);
        await lab.Stops("access.role role", "nurse", clean, "bedside-1");
        await lab.Stops("desk.incomplete title", "technician", clean with { Agent = "something; see below" });
        var late = new LateRequest(
            lab.Now.AddHours(-1),
            "documentation",
            "sheet at the door",
            "technician2",
            TestLaboratory.Password
        );
        await lab.Does("technician", clean with { Kind = CleaningKind.AfterSpill }, late: late);
        await lab.Stops("record.late kind", "qa", new CloseRoom(door, "clinical", null), "qc-1", late: late);

        await lab.Does("qa", new CloseRoom(door, "other", "the wing is rebuilt"), "qc-1");
        await lab.Stops("R22 thing", "technician", clean);
    }
}
