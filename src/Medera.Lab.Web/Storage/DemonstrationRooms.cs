using Medera.Lab.Web.Demonstration;

namespace Medera.Lab.Web.Storage;

/// <summary>Two rooms of the demonstration: one cleaned in time, with a spill among its cleanings, and one that waits for its cleaning.</summary>
internal static class DemonstrationRooms
{
    private const string Processing = "Room P1";
    private const string Cold = "Room C1";

    /// <summary>The code at the door of a room.</summary>
    public static RoomCode CodeOf(string name) => new(DemonstrationCodes.Make(CodeKind.Room, name));

    /// <summary>QA opens them.</summary>
    public static async Task OpenAsync(DemonstrationDesk does)
    {
        await Open(Processing, CleanlinessGrade.GradeB, 7);
        await Open(Cold, CleanlinessGrade.GradeD, 14);

        Task Open(string name, CleanlinessGrade grade, int days) =>
            does.Do("rooms", "qa", "qc-1", new OpenRoom(CodeOf(name), name, grade, days));
    }

    /// <summary>Who cleaned them when, and with what.</summary>
    public static Script Days(DemonstrationDesk does)
    {
        var script = new Script(does, "rooms in sixty days");
        for (var day = 3; day < 60; day += 7)
            Clean(day + 0.7, Processing, day % 4 == 0 ? CleaningKind.Thorough : CleaningKind.Daily, "Klercide 70/30");
        Clean(33.3, Processing, CleaningKind.AfterSpill, "Spor-Klenz RTU");
        foreach (var day in new[] { 5, 19, 33 })
            Clean(day + 0.8, Cold, CleaningKind.Daily, "Klercide 70/30");
        return script;

        void Clean(double day, string room, CleaningKind kind, string agent) =>
            script.At(day, () => script.Do("technician2", "bench-2", new CleanRoom(CodeOf(room), kind, agent)));
    }
}
