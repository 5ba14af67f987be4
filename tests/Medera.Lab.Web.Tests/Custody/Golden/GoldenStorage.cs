using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Into the tank, about it, out of it; and what befalls a vial there.</summary>
internal static class GoldenStorage
{
    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await PutAsync(lab);
        await TakeAsync(lab);
        await KnowAsync(lab);
        await LoseAsync(lab, things);
    }

    private static async Task PutAsync(GoldenLaboratory lab)
    {
        await lab.Waits("technician", "tank-1", "]d1" + Vials[0]);
        await lab.Scans(
            "technician",
            "tank-1",
            "]C0" + Places[0],
            new ScannedAs(Source: Medera.Lab.Custody.ScanSource.Camera)
        );
        await lab.Waits("technician", "tank-1", Vials[1]);
        await lab.Refuses("R14 occupied", "technician", "tank-1", Places[0]);
        await lab.Scans("technician", "tank-1", Places[1]);
        for (var n = 2; n < Vials.Count; n++)
            await lab.Does("technician2", new PutAway(Vials[n], Places[n]), "tank-1");
        await lab.Does("technician2", new PutAway(QcSample, Places[7]), "tank-1");
        await lab.Stops("R14 occupied", "technician2", new PutAway(QcSample, Places[7]), "tank-1");
        await lab.Stops("access.role role", "nurse", new PutAway(Retained, Places[8]), "tank-1");
        await lab.Stops("R22 container", "technician", new PutAway(FirstTube, Places[8]), "tank-1");
        await lab.Stops("scan.unknown unknown", "technician", new PutAway(Retained, TankBox), "tank-1");
        await lab.Does("technician2", new PutAway(Vials[6], Places[8]), "tank-1");
    }

    private static async Task TakeAsync(GoldenLaboratory lab)
    {
        await lab.Waits("technician", "tank-1", Places[1]);
        await lab.Refuses("R14 elsewhere", "technician", "tank-1", Vials[0]);
        await lab.Scans("technician", "tank-1", Vials[1]);
        await lab.Does("technician", new PutAway(Vials[1], Places[1]), "tank-1");
        await lab.Stops("R14 not-stored", "technician", new TakeOut(Retained, Places[6]), "tank-1");
        await lab.Stops(
            "R14 elsewhere, R22 container",
            "technician",
            new HandOver(Vials[0], BadgeOf("technician2")),
            "tank-1"
        );
        await lab.Waits("technician", "tank-1", TankBox);
        await lab.Refuses("scan.not-expected box", "technician", "tank-1", Vials[0]);
        await lab.Scans("technician", "tank-1", CardOf(CommandCard.Undo));
    }

    private static async Task KnowAsync(GoldenLaboratory lab)
    {
        var known = new IdentifyContainer(Vials[1], Places[1], Vials[0], BadgeOf("technician2"), LabelTrouble.Frosted);
        await lab.Does("technician", known, "tank-1");
        await lab.Stops("R14 neighbour", "technician", known with { Neighbour = null }, "tank-1");
        await lab.Stops("R14 second", "technician2", known, "tank-1");
        await lab.Stops(
            "R14 beside",
            "technician",
            known with
            {
                Neighbour = QcSample,
                Trouble = LabelTrouble.Torn,
            },
            "tank-1"
        );
        await lab.Stops(
            "R14 elsewhere, R14 neighbour",
            "technician",
            known with
            {
                Position = Places[3],
                Neighbour = null,
            },
            "tank-1"
        );

        await lab.Waits("technician", "bench-1", Retained);
        await lab.Waits("technician", "bench-1", Roll("retention again"));
        await lab.Scans("technician", "bench-1", CardOf(CommandCard.Confirm));
        await lab.Refuses("scan.unknown replaced", "technician", "bench-1", Retained);
        var own = new RelabelContainer(Roll("own retention"), Roll("own retention again"));
        await lab.Does("technician2", own, "bench-2");
        await lab.Stops("R14 bound", "technician", new RelabelContainer(QcSample, Retained));
        await lab.Waits("technician", "tank-1", CardOf(CommandCard.WhatIsThis));
        await lab.Scans("technician", "tank-1", Vials[0]);
    }

    private static async Task LoseAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await lab.Does("technician", new ReportDamage(Vials[4], "broken", null), "tank-1");
        await lab.Stops("R22 container", "technician", new ReportLoss(Vials[4], "not-found", null), "tank-1");
        await lab.Stops("R22 container", "technician", new ReportFind(Vials[2], "documentation", null), "tank-1");
        await lab.Does("technician", new ReportLoss(Vials[2], "other", "Mert Demir had it last"), "tank-1");
        things.Found = new(
            await lab.Makes("deviation", "technician", new ReportFind(Vials[2], "documentation", null), "tank-1")
        );
        await lab.Does("technician", new PutAway(Vials[2], Places[2]), "tank-1");
        await lab.Does("qa", new DiscardContainer(Vials[4], "broken", null), "tank-1");
        await lab.Stops("R22 container", "technician", new DiscardContainer(Vials[4], "broken", null), "tank-1");
    }
}
