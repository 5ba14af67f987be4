using Medera.Lab.Web.Demonstration;

namespace Medera.Lab.Web.Materials;

/// <summary>Lots of material of the demonstration: in use, not accepted yet, expired, recalled, and some on a tray. Articles and suppliers are made up.</summary>
internal static class DemonstrationMaterials
{
    private const string Medium = "medium";
    private const string Enzyme = "enzyme";
    private const string Flasks = "flasks";
    private const string Cryo = "cryo";

    /// <summary>Codes of labels that are bound to no lot, to receive one under.</summary>
    public static IReadOnlyList<string> FreeLots => [LotCode("free 1"), LotCode("free 2")];

    /// <summary>A code of a tray that nothing was laid on.</summary>
    public static IReadOnlyList<string> FreeTrays => [Tray("free 1")];

    /// <summary>The script: received, accepted, used in two batches that are in process, and one tray laid for today.</summary>
    public static Script Of(DemonstrationDesk does, DateTimeOffset began, Script passages, Script seeded)
    {
        var script = new Script(does, "materials");
        script.At(
            44,
            async () =>
            {
                await Received(
                    script,
                    Medium,
                    "MSC basal medium",
                    "Sample Media",
                    "26B114",
                    "09506000134352",
                    EndOf(began, 200),
                    6_000,
                    MaterialUnit.Millilitre
                );
                await Received(
                    script,
                    Enzyme,
                    "Dissociation enzyme",
                    "Sample Reagents",
                    "E-2207",
                    null,
                    EndOf(began, 150),
                    500,
                    MaterialUnit.Millilitre
                );
                await Received(
                    script,
                    Flasks,
                    "Culture flask 175 cm2",
                    "Sample Plastics",
                    "PL8841",
                    null,
                    EndOf(began, 700),
                    40,
                    MaterialUnit.Piece
                );
                await Received(
                    script,
                    "growth",
                    "Growth factor bFGF",
                    "Sample Reagents",
                    "GF-031",
                    null,
                    EndOf(began, 57),
                    20,
                    MaterialUnit.Milligram
                );
                await Received(
                    script,
                    "serum",
                    "Platelet lysate",
                    "Sample Media",
                    "HPL-77",
                    null,
                    EndOf(began, 180),
                    1_000,
                    MaterialUnit.Millilitre
                );
                foreach (var name in new[] { Medium, Enzyme, Flasks, "growth", "serum" })
                    await script.Do("qa", "qc-1", new AcceptMaterial(LotCode(name), $"CoA-{name}"));
            }
        );
        script.At(
            46.1,
            () => script.Do("technician2", "bench-2", new ConsumeMaterial(LotCode(Medium), passages.Collected, 120))
        );
        script.At(
            46.2,
            () => script.Do("technician2", "bench-2", new ConsumeMaterial(LotCode("serum"), passages.Collected, 12.5m))
        );
        script.At(
            50,
            () => script.Do("technician2", "bench-2", new ConsumeMaterial(LotCode(Enzyme), passages.Vessels[0], null))
        );
        script.At(
            52,
            () => script.Do("qa", "qc-1", new RecallMaterial(LotCode("serum"), "out-of-specification", null))
        );
        script.At(
            56.1,
            () => script.Do("technician", "bench-1", new ConsumeMaterial(LotCode(Flasks), seeded.Collected, 2))
        );
        script.At(
            58,
            () => script.Try("technician", "bench-1", new ConsumeMaterial(LotCode("growth"), seeded.Vessels[0], 1))
        );
        script.At(
            58.2,
            () =>
                Received(
                    script,
                    Cryo,
                    "Cryopreservation medium",
                    "Sample Media",
                    "CR-5512",
                    null,
                    EndOf(began, 300),
                    250,
                    MaterialUnit.Millilitre
                )
        );
        script.At(
            59.1,
            async () =>
            {
                foreach (var name in new[] { Medium, Enzyme, Flasks })
                    await script.Do("technician", "bench-1", new LayOnTray(LotCode(name), Tray("1")));
            }
        );
        return script;
    }

    private static Task Received(
        Script script,
        string name,
        string article,
        string supplier,
        string lot,
        string? gtin,
        DateTimeOffset expiry,
        decimal quantity,
        MaterialUnit unit
    ) =>
        script.Do(
            "technician",
            "bench-1",
            new ReceiveMaterial(LotCode(name), article, supplier, lot, gtin, expiry, quantity, unit)
        );

    /// <summary>23:59 of a day in the zone that a laboratory has unless it says otherwise.</summary>
    private static DateTimeOffset EndOf(DateTimeOffset began, int days) =>
        new DateTimeOffset(began.UtcDateTime.Date, TimeSpan.Zero).AddDays(days).AddHours(20).AddMinutes(59);

    private static string LotCode(string name) => DemonstrationCodes.Of(CodeKind.MaterialLot, $"lot {name}");

    private static string Tray(string name) => DemonstrationCodes.Of(CodeKind.Tray, $"tray {name}");
}
