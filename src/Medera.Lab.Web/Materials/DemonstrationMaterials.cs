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
    public static Script Write(DemonstrationDesk does, DateTimeOffset began, Script passages, Script seeded)
    {
        var script = new Script(does, "materials");
        script.At(
            44,
            async () =>
            {
                await Received(
                    script: script,
                    name: Medium,
                    article: "MSC basal medium",
                    supplier: "Sample Media",
                    lot: "26B114",
                    gtin: "09506000134352",
                    expiry: EndOf(began, 200),
                    quantity: 6_000,
                    unit: MaterialUnit.Millilitre
                );
                await Received(
                    script: script,
                    name: Enzyme,
                    article: "Dissociation enzyme",
                    supplier: "Sample Reagents",
                    lot: "E-2207",
                    gtin: null,
                    expiry: EndOf(began, 150),
                    quantity: 500,
                    unit: MaterialUnit.Millilitre
                );
                await Received(
                    script: script,
                    name: Flasks,
                    article: "Culture flask 175 cm2",
                    supplier: "Sample Plastics",
                    lot: "PL8841",
                    gtin: null,
                    expiry: EndOf(began, 700),
                    quantity: 40,
                    unit: MaterialUnit.Piece
                );
                await Received(
                    script: script,
                    name: "growth",
                    article: "Growth factor bFGF",
                    supplier: "Sample Reagents",
                    lot: "GF-031",
                    gtin: null,
                    expiry: EndOf(began, 57),
                    quantity: 20,
                    unit: MaterialUnit.Milligram
                );
                await Received(
                    script: script,
                    name: "serum",
                    article: "Platelet lysate",
                    supplier: "Sample Media",
                    lot: "HPL-77",
                    gtin: null,
                    expiry: EndOf(began, 180),
                    quantity: 1_000,
                    unit: MaterialUnit.Millilitre
                );
                foreach (var name in new[] { Medium, Enzyme, Flasks, "growth", "serum" })
                    await script.Do("qa", "qc-1", new AcceptMaterial(new MaterialCode(LotCode(name)), $"CoA-{name}"));
            }
        );
        script.At(
            46.1,
            () =>
                script.Do(
                    "technician2",
                    "bench-2",
                    new ConsumeMaterial(new MaterialCode(LotCode(Medium)), new ContainerCode(passages.Collected), 120)
                )
        );
        script.At(
            46.2,
            () =>
                script.Do(
                    "technician2",
                    "bench-2",
                    new ConsumeMaterial(
                        new MaterialCode(LotCode("serum")),
                        new ContainerCode(passages.Collected),
                        12.5m
                    )
                )
        );
        script.At(
            50,
            () =>
                script.Do(
                    "technician2",
                    "bench-2",
                    new ConsumeMaterial(new MaterialCode(LotCode(Enzyme)), new ContainerCode(passages.Vessels[0]), null)
                )
        );
        script.At(
            52,
            () =>
                script.Do(
                    "qa",
                    "qc-1",
                    new RecallMaterial(new MaterialCode(LotCode("serum")), "out-of-specification", null)
                )
        );
        script.At(
            56.1,
            () =>
                script.Do(
                    "technician",
                    "bench-1",
                    new ConsumeMaterial(new MaterialCode(LotCode(Flasks)), new ContainerCode(seeded.Collected), 2)
                )
        );
        script.At(
            58,
            () =>
                script.Try(
                    "technician",
                    "bench-1",
                    new ConsumeMaterial(new MaterialCode(LotCode("growth")), new ContainerCode(seeded.Vessels[0]), 1)
                )
        );
        script.At(
            58.2,
            () =>
                Received(
                    script: script,
                    name: Cryo,
                    article: "Cryopreservation medium",
                    supplier: "Sample Media",
                    lot: "CR-5512",
                    gtin: null,
                    expiry: EndOf(began, 300),
                    quantity: 250,
                    unit: MaterialUnit.Millilitre
                )
        );
        script.At(
            59.1,
            async () =>
            {
                foreach (var name in new[] { Medium, Enzyme, Flasks })
                    await script.Do(
                        "technician",
                        "bench-1",
                        new LayOnTray(new MaterialCode(LotCode(name)), new TrayCode(Tray("1")))
                    );
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
            new ReceiveMaterial(
                Material: new MaterialCode(LotCode(name)),
                Article: article,
                Supplier: supplier,
                Lot: lot,
                Gtin: gtin,
                Expiry: expiry,
                Quantity: quantity,
                Unit: unit
            )
        );

    /// <summary>23:59 of a day in the zone that a laboratory has unless it says otherwise.</summary>
    private static DateTimeOffset EndOf(DateTimeOffset began, int days) =>
        new DateTimeOffset(began.UtcDateTime.Date, TimeSpan.Zero).AddDays(days).AddHours(20).AddMinutes(59);

    private static string LotCode(string name) => DemonstrationCodes.Make(CodeKind.MaterialLot, $"lot {name}");

    private static string Tray(string name) => DemonstrationCodes.Make(CodeKind.Tray, $"tray {name}");
}
