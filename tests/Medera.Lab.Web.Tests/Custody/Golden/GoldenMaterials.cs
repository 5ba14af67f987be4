using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Lots of material from the receipt to the tray. They are used at the bench.</summary>
internal static class GoldenMaterials
{
    public static async Task WalkAsync(GoldenLaboratory lab)
    {
        await ReceiveAsync(lab);
        await LayAsync(lab);
        await PutAsideAsync(lab);
    }

    private static async Task ReceiveAsync(GoldenLaboratory lab)
    {
        var expiry = new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero);
        var medium = new ReceiveMaterial(
            new MaterialCode(LotOf("medium")),
            "MSC basal medium",
            "Acme & Co.",
            "LOT-7",
            "09506000134352",
            expiry,
            500,
            MaterialUnit.Millilitre
        );
        await lab.Does("technician", medium);
        await lab.Does(
            "technician",
            medium with
            {
                Material = new MaterialCode(LotOf("enzyme")),
                Article = "Enzyme",
                Lot = "LOT-8",
                Gtin = null,
                Quantity = 50.5m,
            }
        );
        await lab.Does(
            "technician",
            medium with
            {
                Material = new MaterialCode(LotOf("flasks")),
                Article = "Flask T75",
                Quantity = 10,
                Unit = MaterialUnit.Piece,
            }
        );
        await lab.Does(
            "technician",
            medium with
            {
                Material = new MaterialCode(LotOf("serum")),
                Article = "Serum (human)",
            }
        );
        await lab.Does(
            "technician",
            medium with
            {
                Material = new MaterialCode(LotOf("spare")),
                Article = "Serum (human)",
            }
        );
        await lab.Does(
            "technician",
            medium with
            {
                Material = new MaterialCode(LotOf("short")),
                Expiry = lab.Now.AddMinutes(5),
            }
        );
        await lab.Stops("access.role role", "qa", medium with { Material = new MaterialCode(LotOf("other")) }, "qc-1");
        await lab.Stops("R14 material-bound", "technician", medium);
        await lab.Stops("R14 material-kind", "technician", medium with { Material = new MaterialCode(Roll("no lot")) });
        await lab.Stops(
            "desk.incomplete range",
            "technician",
            medium with
            {
                Material = new MaterialCode(LotOf("other")),
                Quantity = 0,
            }
        );
        await lab.Stops(
            "desk.incomplete field",
            "technician",
            medium with
            {
                Material = new MaterialCode(LotOf("other")),
                Gtin = "09506000134353",
            }
        );

        await lab.Stops("R22 material", "technician", new OpenMaterial(new MaterialCode(LotOf("medium"))));
        await lab.Stops(
            "access.role role",
            "technician",
            new AcceptMaterial(new MaterialCode(LotOf("medium")), "CoA-1")
        );
        foreach (var name in new[] { "medium", "flasks", "serum" })
            await lab.Does("qa", new AcceptMaterial(new MaterialCode(LotOf(name)), "CoA-1"), "qc-1");
        await lab.Stops("R22 material", "qa", new AcceptMaterial(new MaterialCode(LotOf("medium")), "CoA-2"), "qc-1");
        lab.Later(TimeSpan.FromMinutes(10));
        await lab.Stops("R17 expired", "qa", new AcceptMaterial(new MaterialCode(LotOf("short")), "CoA-3"), "qc-1");
        await lab.Does("technician", new OpenMaterial(new MaterialCode(LotOf("medium"))));
    }

    private static async Task LayAsync(GoldenLaboratory lab)
    {
        await lab.Refuses("scan.unknown material", "technician", "bench-1", LotOf("nobody's"));
        await lab.Waits("technician", "bench-1", LotOf("enzyme"));
        await lab.Refuses("R17 quarantined", "technician", "bench-1", FirstTray);
        await lab.Does("qa", new AcceptMaterial(new MaterialCode(LotOf("enzyme")), "CoA-4"), "qc-1");
        // The tray was scanned last and begins the next pair.
        await lab.Scans("technician", "bench-1", LotOf("enzyme"));
        await lab.Waits("technician", "bench-1", FirstTray);
        await lab.Scans("technician", "bench-1", LotOf("flasks"));

        await lab.Stops(
            "R22 tray-there",
            "technician",
            new LayOnTray(new MaterialCode(LotOf("enzyme")), new TrayCode(FirstTray))
        );
        await lab.Stops(
            "R22 tray-not-there",
            "technician",
            new TakeOffTray(new MaterialCode(LotOf("medium")), new TrayCode(FirstTray))
        );
        await lab.Stops(
            "R14 tray-kind",
            "technician",
            new LayOnTray(new MaterialCode(LotOf("medium")), new TrayCode(Roll("no tray")))
        );
        await lab.Does("technician", new TakeOffTray(new MaterialCode(LotOf("flasks")), new TrayCode(FirstTray)));
        await lab.Does("technician2", new LayOnTray(new MaterialCode(LotOf("flasks")), new TrayCode(FirstTray)));
    }

    private static async Task PutAsideAsync(GoldenLaboratory lab)
    {
        var aside = new QuarantineMaterial(new MaterialCode(LotOf("serum")), "other", "cloudy");
        await lab.Stops("desk.incomplete reason", "technician", aside with { Reason = "because" });
        await lab.Does("technician", aside);
        await lab.Does("qa", new AcceptMaterial(new MaterialCode(LotOf("serum")), "CoA-5"), "qc-1");
        await lab.Does("qa", new RecallMaterial(new MaterialCode(LotOf("serum")), "contamination", null), "qc-1");
        await lab.Stops("R22 material", "qa", new AcceptMaterial(new MaterialCode(LotOf("serum")), "CoA-6"), "qc-1");
        await lab.Stops(
            "R17 recalled",
            "technician",
            new LayOnTray(new MaterialCode(LotOf("serum")), new TrayCode(FirstTray))
        );
        await lab.Does("technician", new UseUpMaterial(new MaterialCode(LotOf("spare")), "broken", null));
        await lab.Stops(
            "R17 used-up",
            "technician",
            new LayOnTray(new MaterialCode(LotOf("spare")), new TrayCode(FirstTray))
        );
        await lab.Stops(
            "R22 material",
            "technician",
            new UseUpMaterial(new MaterialCode(LotOf("spare")), "broken", null)
        );
    }
}
