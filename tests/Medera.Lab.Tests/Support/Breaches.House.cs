using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

/// <content>Things of the house, told with the first kind of them: rooms.</content>
internal static partial class Breaches
{
    private static Dictionary<string, Func<Decision>> OfTheHouse =>
        new()
        {
            ["R14 not-of-kind"] = () =>
                InLaboratory(lab =>
                    lab.Do(
                        Emre,
                        new OpenRoom(new(lab.NewCode(CodeKind.Position)), "Room P1", CleanlinessGrade.GradeB, 7)
                    )
                ),
            ["R22 thing"] = () =>
                InLaboratory(lab =>
                {
                    var room = new RoomCode(lab.NewCode(CodeKind.Room));
                    lab.Must(Emre, new OpenRoom(room, "Room P1", CleanlinessGrade.GradeB, 7));
                    lab.Must(Emre, new CloseRoom(room, "end-of-programme", null));
                    return lab.Do(Ayse, new CleanRoom(room, CleaningKind.Daily, "Klercide 70/30"));
                }),
        };
}
