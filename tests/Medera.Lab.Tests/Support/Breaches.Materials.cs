using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.Tests.Support.MaterialsOfTests;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

internal static partial class Breaches
{
    private static Dictionary<string, Func<Decision>> Materials =>
        new()
        {
            ["R17 expired"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                    {
                        var lot = Accepted(j.Lab);
                        j.Lab.Now = LotOf(j.Lab, lot).Expiry;
                        return j.Lab.Do(Ayse, new ConsumeMaterial(lot, j.Vessels[0], null));
                    }
                ),
            ["R17 recalled"] = () =>
                After(Stage.Seeded, j => j.Lab.Do(Ayse, new ConsumeMaterial(Recalled(j.Lab), j.Vessels[0], null))),
            ["R17 used-up"] = () =>
                After(Stage.Seeded, j => j.Lab.Do(Ayse, new ConsumeMaterial(UsedUp(j.Lab), j.Vessels[0], null))),
            ["R17 quarantined"] = () =>
                After(Stage.Seeded, j => j.Lab.Do(Ayse, new ConsumeMaterial(Received(j.Lab), j.Vessels[0], null))),
            ["R14 material-kind"] = () => InStore(lab => lab.Do(Ayse, ReceiptOf(lab, lab.NewCode(CodeKind.Container)))),
            ["R14 material-bound"] = () => InStore(lab => lab.Do(Ayse, ReceiptOf(lab, Received(lab)))),
            ["R14 tray-kind"] = () => InStore(lab => lab.Do(Ayse, new LayOnTray(Accepted(lab), lab.Positions[0].Code))),
            ["R15 more-used"] = () =>
                After(
                    Stage.Seeded,
                    j => j.Lab.Do(Ayse, new ConsumeMaterial(Accepted(j.Lab), j.Vessels[0], Much + 0.001m))
                ),
            ["R22 material"] = () => InStore(lab => lab.Do(Ayse, new OpenMaterial(Received(lab)))),
            ["R22 tray-empty"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                    {
                        var tray = Laid(j.Lab, Accepted(j.Lab));
                        j.Lab.Must(Ayse, new ConsumeTray(tray, j.Vessels[0]));
                        return j.Lab.Do(Ayse, new ConsumeTray(tray, j.Vessels[0]));
                    }
                ),
            ["R22 tray-there"] = () =>
                InStore(lab =>
                {
                    var lot = Accepted(lab);
                    return lab.Do(Ayse, new LayOnTray(lot, Laid(lab, lot)));
                }),
            ["R22 tray-not-there"] = () =>
                InStore(lab => lab.Do(Ayse, new TakeOffTray(Accepted(lab), Laid(lab, Accepted(lab))))),
            ["R22 tray-full"] = () =>
                InStore(lab =>
                    lab.Do(
                        Ayse,
                        new LayOnTray(
                            Accepted(lab),
                            Laid(lab, [.. Enumerable.Range(0, Tray.MostLots).Select(_ => Accepted(lab))])
                        )
                    )
                ),
            ["offline.blocked material"] = () =>
                After(
                    Stage.Seeded,
                    j => ReadOffline(j, Ayse, new ConsumeMaterial(Accepted(j.Lab), j.Vessels[0], null))
                ),
        };

    private static Decision InStore(Func<Laboratory, Decision> tried) => tried(Laboratory.Opened());
}
