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
                        return j.Lab.Do(
                            Ayse,
                            new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Vessels[0]), null)
                        );
                    }
                ),
            ["R17 recalled"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new ConsumeMaterial(
                                new MaterialCode(Recalled(j.Lab)),
                                new ContainerCode(j.Vessels[0]),
                                null
                            )
                        )
                ),
            ["R17 used-up"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new ConsumeMaterial(new MaterialCode(UsedUp(j.Lab)), new ContainerCode(j.Vessels[0]), null)
                        )
                ),
            ["R17 quarantined"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new ConsumeMaterial(
                                new MaterialCode(Received(j.Lab)),
                                new ContainerCode(j.Vessels[0]),
                                null
                            )
                        )
                ),
            ["R14 material-kind"] = () => InStore(lab => lab.Do(Ayse, ReceiptOf(lab, lab.NewCode(CodeKind.Container)))),
            ["R14 material-bound"] = () => InStore(lab => lab.Do(Ayse, ReceiptOf(lab, Received(lab)))),
            ["R14 tray-kind"] = () =>
                InStore(lab =>
                    lab.Do(Ayse, new LayOnTray(new MaterialCode(Accepted(lab)), new TrayCode(lab.Positions[0].Code)))
                ),
            ["R15 more-used"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new ConsumeMaterial(
                                new MaterialCode(Accepted(j.Lab)),
                                new ContainerCode(j.Vessels[0]),
                                Much + 0.001m
                            )
                        )
                ),
            ["R22 material"] = () => InStore(lab => lab.Do(Ayse, new OpenMaterial(new MaterialCode(Received(lab))))),
            ["R22 tray-empty"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                    {
                        var tray = Laid(j.Lab, Accepted(j.Lab));
                        j.Lab.Must(Ayse, new ConsumeTray(new TrayCode(tray), new ContainerCode(j.Vessels[0])));
                        return j.Lab.Do(Ayse, new ConsumeTray(new TrayCode(tray), new ContainerCode(j.Vessels[0])));
                    }
                ),
            ["R22 tray-there"] = () =>
                InStore(lab =>
                {
                    var lot = Accepted(lab);
                    return lab.Do(Ayse, new LayOnTray(new MaterialCode(lot), new TrayCode(Laid(lab, lot))));
                }),
            ["R22 tray-not-there"] = () =>
                InStore(lab =>
                    lab.Do(
                        Ayse,
                        new TakeOffTray(new MaterialCode(Accepted(lab)), new TrayCode(Laid(lab, Accepted(lab))))
                    )
                ),
            ["R22 tray-full"] = () =>
                InStore(lab =>
                    lab.Do(
                        Ayse,
                        new LayOnTray(
                            new MaterialCode(Accepted(lab)),
                            new TrayCode(Laid(lab, [.. Enumerable.Range(0, Tray.MostLots).Select(_ => Accepted(lab))]))
                        )
                    )
                ),
            ["offline.blocked material"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                        ReadOffline(
                            j,
                            Ayse,
                            new ConsumeMaterial(
                                new MaterialCode(Accepted(j.Lab)),
                                new ContainerCode(j.Vessels[0]),
                                null
                            )
                        )
                ),
        };

    private static Decision InStore(Func<Laboratory, Decision> tried) => tried(Laboratory.Opened());
}
