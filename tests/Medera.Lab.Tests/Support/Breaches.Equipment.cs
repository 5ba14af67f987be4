using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

/// <content>Equipment, and the codes of boxes.</content>
internal static partial class Breaches
{
    private static Dictionary<string, Func<Decision>> OfEquipmentAndBoxes =>
        new()
        {
            ["R17 maintenance"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                    {
                        var piece = Piece(j.Lab);
                        j.Lab.Must(Ayse, new StartMaintenance(piece, "equipment-failure", null));
                        return j.Lab.Do(Ayse, new UseEquipment(piece, new(j.Vessels[0])));
                    }
                ),
            ["R17 calibration"] = () =>
                After(
                    Stage.Seeded,
                    j => j.Lab.Do(Ayse, new UseEquipment(Piece(j.Lab, calibrationDays: -1), new(j.Vessels[0])))
                ),
            ["R17 cleaning"] = () =>
                After(
                    Stage.Seeded,
                    j => j.Lab.Do(Ayse, new UseEquipment(Piece(j.Lab, cleaningDays: -1), new(j.Vessels[0])))
                ),
            ["R22 equipment"] = () => InLaboratory(lab => lab.Do(Emre, new EndMaintenance(Piece(lab)))),
            ["R22 due"] = () => InLaboratory(lab => lab.Do(Emre, new CalibrateEquipment(Piece(lab), lab.Now, "CAL-1"))),
            ["R14 no-equipment"] = () =>
                InLaboratory(lab =>
                    lab.Do(
                        Emre,
                        new RegisterEquipment(
                            new(lab.NewCode(CodeKind.Station)),
                            "Incubator",
                            EquipmentKind.Incubator,
                            null,
                            "P1",
                            null,
                            null
                        )
                    )
                ),
            ["R14 no-place"] = () =>
                InLaboratory(lab =>
                    lab.Do(
                        Murat,
                        new RegisterBox(
                            new BoxCode(lab.NewCode(CodeKind.Equipment)),
                            "LN2-A",
                            "R1",
                            "B2",
                            1,
                            1,
                            [.. lab.NewCodes(CodeKind.Position, 1).Select(code => new PositionCode(code))]
                        )
                    )
                ),
            ["R14 place-code"] = () =>
                InLaboratory(lab =>
                    lab.Do(
                        Murat,
                        new RegisterBox(
                            new BoxCode(lab.Positions[0].Code),
                            "LN2-A",
                            "R1",
                            "B2",
                            1,
                            1,
                            [.. lab.NewCodes(CodeKind.Position, 1).Select(code => new PositionCode(code))]
                        )
                    )
                ),
        };

    /// <summary>A piece that Emre registered; its dates so many days from now.</summary>
    public static EquipmentCode Piece(
        Laboratory lab,
        int calibrationDays = 100,
        int cleaningDays = 30,
        EquipmentKind kind = EquipmentKind.Incubator
    )
    {
        var code = new EquipmentCode(lab.NewCode(CodeKind.Equipment));
        lab.Must(
            Emre,
            new RegisterEquipment(
                code,
                $"{kind} {lab.History.Count}",
                kind,
                "SN-1",
                "Room P1",
                lab.Now.AddDays(calibrationDays),
                lab.Now.AddDays(cleaningDays)
            )
        );
        return code;
    }

    private static Decision InLaboratory(Func<Laboratory, Decision> tried) => tried(Laboratory.Opened());
}
