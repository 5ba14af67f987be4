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
        await lab.Scans("technician", "tank-1", CardOf(CommandCard.Undo));
        await lab.Waits("technician", "tank-1", Vials[1]);
        await lab.Scans("technician", "tank-1", Places[1]);
        for (var n = 2; n < Vials.Count; n++)
            await lab.Does(
                "technician2",
                new PutAway(new ContainerCode(Vials[n]), new PositionCode(Places[n])),
                "tank-1"
            );
        await lab.Does("technician2", new PutAway(new ContainerCode(QcSample), new PositionCode(Places[7])), "tank-1");
        await lab.Stops(
            "R14 occupied",
            "technician2",
            new PutAway(new ContainerCode(QcSample), new PositionCode(Places[7])),
            "tank-1"
        );
        await lab.Stops(
            "access.role role",
            "nurse",
            new PutAway(new ContainerCode(Retained), new PositionCode(Places[8])),
            "tank-1"
        );
        await lab.Stops(
            "R22 container",
            "technician",
            new PutAway(new ContainerCode(FirstTube), new PositionCode(Places[8])),
            "tank-1"
        );
        await lab.Stops(
            "scan.unknown unknown",
            "technician",
            new PutAway(new ContainerCode(Retained), new PositionCode(TankBox)),
            "tank-1"
        );
        await lab.Does("technician2", new PutAway(new ContainerCode(Vials[6]), new PositionCode(Places[8])), "tank-1");
    }

    private static async Task TakeAsync(GoldenLaboratory lab)
    {
        await lab.Waits("technician", "tank-1", Places[1]);
        await lab.Refuses("R14 elsewhere", "technician", "tank-1", Vials[0]);
        await lab.Scans("technician", "tank-1", CardOf(CommandCard.Undo));
        await lab.Waits("technician", "tank-1", Places[1]);
        await lab.Scans("technician", "tank-1", Vials[1]);
        await lab.Does("technician", new PutAway(new ContainerCode(Vials[1]), new PositionCode(Places[1])), "tank-1");
        await lab.Stops(
            "R14 not-stored",
            "technician",
            new TakeOut(new ContainerCode(Retained), new PositionCode(Places[6])),
            "tank-1"
        );
        await lab.Stops(
            "R14 elsewhere, R22 container",
            "technician",
            new HandOver(new ContainerCode(Vials[0]), new BadgeCode(BadgeOf("technician2"))),
            "tank-1"
        );
        await lab.Waits("technician", "tank-1", TankBox);
        await lab.Refuses("scan.not-expected box", "technician", "tank-1", Vials[0]);
        await lab.Scans("technician", "tank-1", CardOf(CommandCard.Undo));
    }

    private static async Task KnowAsync(GoldenLaboratory lab)
    {
        var known = new IdentifyContainer(
            new ContainerCode(Vials[1]),
            new PositionCode(Places[1]),
            new ContainerCode(Vials[0]),
            new BadgeCode(BadgeOf("technician2")),
            LabelTrouble.Frosted
        );
        await lab.Does("technician", known, "tank-1");
        await lab.Stops("R14 neighbour", "technician", known with { Neighbour = null }, "tank-1");
        await lab.Stops("R14 second", "technician2", known, "tank-1");
        await lab.Stops(
            "R14 beside",
            "technician",
            known with
            {
                Neighbour = new ContainerCode(QcSample),
                Trouble = LabelTrouble.Torn,
            },
            "tank-1"
        );
        await lab.Stops(
            "R14 elsewhere, R14 neighbour",
            "technician",
            known with
            {
                Position = new PositionCode(Places[3]),
                Neighbour = null,
            },
            "tank-1"
        );

        await lab.Waits("technician", "bench-1", Retained);
        await lab.Waits("technician", "bench-1", Roll("retention again"));
        await lab.Scans("technician", "bench-1", CardOf(CommandCard.Confirm));
        await lab.Refuses("scan.unknown replaced", "technician", "bench-1", Retained);
        var own = new RelabelContainer(
            new ContainerCode(Roll("own retention")),
            new ContainerCode(Roll("own retention again"))
        );
        await lab.Does("technician2", own, "bench-2");
        await lab.Stops(
            "R14 bound",
            "technician",
            new RelabelContainer(new ContainerCode(QcSample), new ContainerCode(Retained))
        );
        await lab.Waits("technician", "tank-1", CardOf(CommandCard.WhatIsThis));
        await lab.Scans("technician", "tank-1", Vials[0]);
    }

    private static async Task LoseAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await lab.Does("technician", new ReportDamage(new ContainerCode(Vials[4]), "broken", null), "tank-1");
        await lab.Stops(
            "R22 container",
            "technician",
            new ReportLoss(new ContainerCode(Vials[4]), "not-found", null),
            "tank-1"
        );
        await lab.Stops(
            "R22 container",
            "technician",
            new ReportFind(new ContainerCode(Vials[2]), "documentation", null),
            "tank-1"
        );
        await lab.Does(
            "technician",
            new ReportLoss(new ContainerCode(Vials[2]), "other", "Mert Demir had it last"),
            "tank-1"
        );
        things.Found = new(
            await lab.Makes(
                "deviation",
                "technician",
                new ReportFind(new ContainerCode(Vials[2]), "documentation", null),
                "tank-1"
            )
        );
        await lab.Does("technician", new PutAway(new ContainerCode(Vials[2]), new PositionCode(Places[2])), "tank-1");
        await lab.Does("qa", new DiscardContainer(new ContainerCode(Vials[4]), "broken", null), "tank-1");
        await lab.Stops(
            "R22 container",
            "technician",
            new DiscardContainer(new ContainerCode(Vials[4]), "broken", null),
            "tank-1"
        );
    }
}
