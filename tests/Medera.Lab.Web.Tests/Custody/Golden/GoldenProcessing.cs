using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>At the bench: from the cleared line to the freezer, with equipment and materials.</summary>
internal static class GoldenProcessing
{
    private static readonly IReadOnlyList<string> Vessels = [Roll("vessel 1"), Roll("vessel 2")];
    private static readonly IReadOnlyList<string> Passaged = [Roll("vessel 5"), Roll("vessel 6")];

    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await BeginAsync(lab, things.Lot);
        await UseAsync(lab);
        await SeedAsync(lab, things.Lot);
        await MakeOwnAsync(lab, things.Own);
        await GrowAsync(lab, things.Lot);
        await FillAsync(lab, things.Lot);
    }

    private static async Task BeginAsync(GoldenLaboratory lab, BatchId lot)
    {
        await lab.Stops("access.role role", "qa", new StartProcessing(lot, true), "qc-1");
        await lab.Stops("R22 line", "technician", new StartProcessing(lot, false));
        await lab.Does("technician", new StartProcessing(lot, true));
        await lab.Stops("R22 batch", "technician", new StartProcessing(lot, true));
        await lab.Stops("R22 no-cells", "technician", new CountCells(lot, 1_000_000, 90m));
        await lab.Stops("R22 no-cells", "technician", new SeedCells(lot, ContainerCode.Each(Vessels), 5_000_000));
        await lab.Stops("scan.unknown unknown", "technician", new ChangeMedium(new(Guid.Empty)));
        var isolate = new IsolateCells(new ContainerCode(FirstTube), 10_000, 6_000_000, 92.5m);
        await lab.Stops("R15 negative", "technician", isolate with { Viability = 100.5m });
        await lab.Does("technician", isolate);
        await lab.Stops("R15 ended, R22 container", "technician", isolate);
    }

    private static async Task UseAsync(GoldenLaboratory lab)
    {
        await lab.Waits("technician", "bench-1", PieceCode("Incubator 1"));
        await lab.Scans("technician", "bench-1", FirstTube);
        // Overdue since yesterday: it goes through, and a deviation is opened.
        await lab.Waits("technician", "bench-1", FirstTube);
        await lab.Scans("technician", "bench-1", PieceCode("Centrifuge 1"));
        await lab.Does("technician2", new UseEquipment(new(PieceCode("Incubator 1")), new(FirstTube)), "bench-2");
        await lab.Waits("technician", "bench-1", PieceCode("Freezer 1"));
        await lab.Refuses("R17 maintenance", "technician", "bench-1", FirstTube);
        await lab.Scans("technician", "bench-1", CardOf(CommandCard.Undo));

        await lab.Waits("technician", "bench-1", LotOf("medium"));
        await lab.Scans("technician", "bench-1", FirstTube);
        var use = new ConsumeMaterial(new MaterialCode(LotOf("medium")), new ContainerCode(FirstTube), 120.5m);
        await lab.Does("technician", use);
        await lab.Stops("R15 more-used", "technician", use with { Quantity = 400 });
        await lab.Stops("desk.incomplete field", "technician", use with { Quantity = 0.0001m });
        await lab.Stops(
            "R17 recalled",
            "technician",
            use with
            {
                Material = new MaterialCode(LotOf("serum")),
                Quantity = null,
            }
        );
        await lab.Stops(
            "R17 expired, R17 quarantined",
            "technician",
            use with
            {
                Material = new MaterialCode(LotOf("short")),
                Quantity = null,
            }
        );
        await lab.Waits("technician", "bench-1", FirstTray);
        await lab.Scans("technician", "bench-1", FirstTube);
        await lab.Stops(
            "R22 tray-empty",
            "technician",
            new ConsumeTray(new TrayCode(FirstTray), new ContainerCode(FirstTube))
        );
        await lab.Does("technician", new LayOnTray(new MaterialCode(LotOf("medium")), new TrayCode(FirstTray)));
        await lab.Does("technician", new ConsumeTray(new TrayCode(FirstTray), new ContainerCode(FirstTube)));
        // The last of a lot: with the use it is told that nothing is left.
        await lab.Does("technician", use with { Material = new MaterialCode(LotOf("flasks")), Quantity = 10 });
        await lab.Stops(
            "R17 used-up",
            "technician",
            use with
            {
                Material = new MaterialCode(LotOf("flasks")),
                Quantity = 1,
            }
        );
    }

    private static async Task SeedAsync(GoldenLaboratory lab, BatchId lot)
    {
        var seed = new SeedCells(lot, ContainerCode.Each(Vessels), 5_000_000);
        await lab.Stops("R22 no-vessel", "technician", seed with { Vessels = [] });
        await lab.Stops("R15 more-cells", "technician", seed with { Cells = 7_000_000 });
        await lab.Stops("R14 bound", "technician", seed with { Vessels = [new ContainerCode(FirstTube)] });
        await lab.Stops(
            "R14 twice",
            "technician",
            seed with
            {
                Vessels = [new ContainerCode(Vessels[0]), new ContainerCode(Vessels[0])],
            }
        );
        await lab.Stops("R14 kind", "technician", seed with { Vessels = [new ContainerCode(Places[0])] });
        await lab.Does("technician", seed);
        await lab.Stops("R22 in-culture", "technician", seed with { Vessels = ContainerCode.Each(Passaged) });
        await lab.Does("technician2", new ChangeMedium(lot));

        await lab.Waits("technician", "bench-1", Vessels[0]);
        await lab.Waits("technician", "bench-1", Roll("vessel 3"));
        await lab.Scans("technician", "bench-1", CardOf(CommandCard.Confirm));
        await lab.Waits("technician", "bench-1", Vessels[1]);
        await lab.Waits("technician", "bench-1", Vessels[0]);
        await lab.Scans("technician", "bench-1", CardOf(CommandCard.Confirm));
        await lab.Does(
            "technician",
            new DivideVessel(new ContainerCode(Vessels[0]), new ContainerCode(Roll("vessel 4")))
        );
        await lab.Does(
            "technician",
            new PoolVessels(new ContainerCode(Roll("vessel 4")), new ContainerCode(Vessels[0]))
        );
        await lab.Stops(
            "R15 itself",
            "technician",
            new PoolVessels(new ContainerCode(Vessels[0]), new ContainerCode(Vessels[0]))
        );
        await lab.Stops(
            "R15 ended, R22 container",
            "technician",
            new PoolVessels(new ContainerCode(Vessels[1]), new ContainerCode(Vessels[0]))
        );
    }

    /// <summary>The adult's own cells, as far as the freezer: one vial.</summary>
    private static async Task MakeOwnAsync(GoldenLaboratory lab, BatchId own)
    {
        await lab.Does("technician2", new StartProcessing(own, true), "bench-2");
        await lab.Does("technician2", new IsolateCells(new ContainerCode(OwnTube), 2_000, 900_000, 88m), "bench-2");
        await lab.Does("technician2", new SeedCells(own, [new ContainerCode(OwnVessel)], 800_000), "bench-2");
        await lab.Stops(
            "R16 autologous",
            "technician",
            new PoolVessels(new ContainerCode(Vessels[0]), new ContainerCode(OwnVessel))
        );
        await lab.Stops(
            "R15 foreign, R15 vessels",
            "technician2",
            new PassageCells(
                own,
                [new ContainerCode(OwnVessel), new ContainerCode(Vessels[0])],
                null,
                [new ContainerCode(Roll("v"))],
                2,
                90m,
                1
            ),
            "bench-2"
        );
        lab.Later(TimeSpan.FromDays(4));
        await lab.Does(
            "technician2",
            new HarvestCells(own, [new ContainerCode(OwnVessel)], null, 7_000, 42_000_000, 95m),
            "bench-2"
        );
        await lab.Does(
            "technician2",
            new FillContainers(
                own,
                [new ContainerCode(OwnVial)],
                5_000,
                [new ContainerCode(Roll("own sample"))],
                1_000,
                [new ContainerCode(Roll("own retention"))],
                500,
                500
            ),
            "bench-2"
        );
        await lab.Does("technician2", new FreezeBatch(own), "bench-2");
    }

    private static async Task GrowAsync(GoldenLaboratory lab, BatchId lot)
    {
        var all = new[] { Vessels[0], Roll("vessel 3") };
        var passage = new PassageCells(
            lot,
            ContainerCode.Each(all),
            null,
            ContainerCode.Each(Passaged),
            20_000_000,
            91.25m,
            8_000_000
        );
        await lab.Stops("R15 vessels", "technician", passage with { From = [new ContainerCode(all[0])] });
        await lab.Stops("R15 more-cells", "technician", passage with { Reseeded = 20_000_001 });
        await lab.Does("technician", passage);
        await lab.Stops(
            "R22 passage",
            "technician",
            passage with
            {
                From = ContainerCode.Each(Passaged),
                Vessels = [new ContainerCode(Roll("vessel 7"))],
            }
        );
        lab.Later(TimeSpan.FromDays(3));
        // Far from the last count: it goes through, and a deviation is opened.
        await lab.Does("technician", new CountCells(lot, 30_000_000, 90m));
        await lab.Does("technician", new CountCells(lot, 31_000_000, 90.5m));
        var harvest = new HarvestCells(
            lot,
            [new ContainerCode(Passaged[0])],
            [new ContainerCode(Passaged[1])],
            39_000,
            234_000_000,
            93.1m
        );
        await lab.Stops("R15 vessels, R22 no-vessel", "technician", harvest with { From = [], Lost = null });
        await lab.Stops("R15 volume, R22 vessels", "technician", Fill(lot));
        await lab.Does("technician", harvest);
    }

    private static async Task FillAsync(GoldenLaboratory lab, BatchId lot)
    {
        var fill = Fill(lot);
        await lab.Stops("R15 volume", "technician", fill with { LossUl = 999 });
        await lab.Stops("R22 samples", "technician", fill with { Samples = [], LossUl = 3_000 });
        await lab.Stops("R14 twice", "technician", fill with { Samples = [new ContainerCode(Retained)] });
        await lab.Stops("R22 batch", "technician", new FreezeBatch(lot));
        await lab.Does("technician", fill);
        await lab.Does("technician", new FreezeBatch(lot));
        await lab.Stops("R22 batch", "technician", new ChangeMedium(lot));
    }

    private static FillContainers Fill(BatchId lot) =>
        new(
            lot,
            ContainerCode.Each(Vials),
            5_000,
            [new ContainerCode(QcSample)],
            2_000,
            [new ContainerCode(Retained)],
            1_000,
            1_000
        );
}
