using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

internal static partial class Breaches
{
    private static Dictionary<string, Func<Decision>> Offline =>
        new()
        {
            ["offline.blocked identity"] = () =>
                After(
                    Stage.Thawed,
                    j =>
                        ReadOffline(
                            j,
                            Hande,
                            new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial))
                        )
                ),
            ["offline.blocked administration"] = () =>
                After(Stage.SessionReady, j => ReadOffline(j, Ayse, new StartThaw(new ContainerCode(j.Vial)))),
            ["offline.blocked release"] = () =>
                After(Stage.PutAway, j => ReadOffline(j, Emre, new OpenReview(j.Batch))),
            ["offline.blocked confirmation"] = () =>
                After(
                    Stage.TakenOut,
                    j => ReadOffline(j, Ayse, new DiscardContainer(new ContainerCode(j.Vial), "broken", null))
                ),
            ["offline.blocked label"] = () =>
                After(
                    Stage.TakenOut,
                    j =>
                        ReadOffline(
                            j,
                            Ayse,
                            new RelabelContainer(
                                new ContainerCode(j.Vial),
                                new ContainerCode(j.Lab.NewCode(CodeKind.Container))
                            )
                        )
                ),
            ["offline.blocked signature"] = () =>
                After(Stage.PutAway, j => ReadOffline(j, Deniz, new VerifyResults(j.Batch, ["Sterility"]))),
            ["offline.overtaken overtaken"] = () =>
                After(
                    Stage.PutAway,
                    j =>
                        j.Lab.Ask(
                            Ayse,
                            new TakeOut(new ContainerCode(j.Vial), new PositionCode(j.PlaceOf(j.Vial))),
                            file: f => f with { OfflineAt = j.Of(j.Vial).Since.AddSeconds(-6) }
                        )
                ),
        };

    /// <summary>The same act, scanned a minute ago by a device without a connection.</summary>
    public static Decision ReadOffline(Journey journey, Medera.Lab.People.Person who, Command wanted)
    {
        journey.Lab.Later(1);
        return journey.Lab.Ask(who, wanted, file: f => f with { OfflineAt = f.Now.At.AddMinutes(-1) });
    }
}
