using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

internal static partial class Breaches
{
    private static Dictionary<string, Func<Decision>> RecordedLate =>
        new()
        {
            ["record.late second"] = () => After(Stage.Seeded, j => Late(j, new ChangeMedium(j.Batch), second: Ayse)),
            ["record.late before"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new ChangeMedium(j.Batch),
                            new LateRecord(j.Lab.Now.AddYears(-10), "power-failure"),
                            Burak
                        )
                ),
            ["record.late order"] = () =>
            {
                var j = Journey.To(Stage.Frozen);
                var before = j.Lab.Past(TimeSpan.FromHours(3));
                j.GoOn(Stage.PutAway, Stage.PutAway);
                return j.Lab.Do(
                    Ayse,
                    new ReportDamage(new ContainerCode(j.Vial), "broken", null),
                    new LateRecord(before.AddMinutes(30), "power-failure"),
                    Burak
                );
            },
            ["record.late performed"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new ChangeMedium(j.Batch),
                            new LateRecord(j.Lab.Now, "power-failure", Leyla),
                            Burak
                        )
                ),
            ["record.late time"] = () => After(Stage.Seeded, j => Late(j, new ChangeMedium(j.Batch), minutesAgo: -1)),
            ["record.late kind"] = () =>
                After(Stage.TrailReviewed, j => Late(j, new ReturnReview(j.Batch, "clinical", null))),
            ["record.late reason"] = () =>
                After(Stage.Seeded, j => Late(j, new ChangeMedium(j.Batch), reason: "forgot")),
        };

    /// <summary>Recorded after the act: by Ayşe, an hour ago, with Burak beside her.</summary>
    public static Decision Late(
        Journey journey,
        Command wanted,
        Person? second = null,
        int minutesAgo = 60,
        string reason = "power-failure"
    ) =>
        journey.Lab.Do(
            Ayse,
            wanted,
            new LateRecord(
                minutesAgo > 0
                    ? journey.Lab.Past(TimeSpan.FromMinutes(minutesAgo))
                    : journey.Lab.Now.AddMinutes(-minutesAgo),
                reason
            ),
            second ?? Burak
        );
}
