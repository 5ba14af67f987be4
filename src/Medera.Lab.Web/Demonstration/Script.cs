using Medera.Lab.Web.Desk;
using Route = Medera.Lab.Planning.Route;

namespace Medera.Lab.Web.Demonstration;

/// <summary>One subject's or batch's part of the sixty days: what is done when. Steps run in the order of time over all scripts.</summary>
internal sealed class Script(DemonstrationDesk does, string name)
{
    private readonly List<(TimeSpan At, Func<Task> Act)> steps = [];
    private int codes;

    public IReadOnlyList<(TimeSpan At, Func<Task> Act)> Steps => steps;
    public string Name => name;
    public BatchId Batch { get; set; }
    public string Collected { get; private set; } = "";
    public List<string> Vessels { get; private set; } = [];
    public List<string> Products { get; private set; } = [];

    /// <summary>The next code of the roll that belongs to this script.</summary>
    public string Code() =>
        DemonstrationCodes.Make(
            CodeKind.Container,
            $"{name} {(++codes).ToString(System.Globalization.CultureInfo.InvariantCulture)}"
        );

    public List<string> Codes(int count) => [.. Enumerable.Range(0, count).Select(_ => Code())];

    /// <summary>Does something at a day and hour of the sixty days.</summary>
    public void At(double day, Func<Task> act) => steps.Add((TimeSpan.FromMinutes(Math.Round(day * 24 * 60)), act));

    public Task<Answer> Do(string who, string? at, Command wanted) => does.Do(name, who, at, wanted);

    public Task<Answer> Try(string who, string? at, Command wanted) => does.Try(name, who, at, wanted);

    /// <summary>Collection by wristband and container, then receipt.</summary>
    public void Collect(double day, string wristband)
    {
        At(
            day,
            async () =>
            {
                Collected = Code();
                await Do(
                    "technician",
                    "bench-1",
                    new CompleteCollection(new WristbandCode(wristband), new ContainerCode(Collected))
                );
            }
        );
        At(
            day + 0.08,
            () =>
                Do(
                    "technician2",
                    "bench-1",
                    new ReceiveContainer(new ContainerCode(Collected), 60_000, SealIntact: true, 21.4m, 95)
                )
        );
    }

    /// <summary>Isolation, seeding and passages every five days with medium changes between, until the harvest.</summary>
    public void Grow(double day, int passages, string who = "technician", string bench = "bench-1")
    {
        At(
            day,
            async () =>
            {
                await Do(who, bench, new StartProcessing(Batch, LineCleared: true));
                await Do(who, bench, new IsolateCells(new ContainerCode(Collected), 10_000, 6_000_000, 92.5m));
                Vessels = Codes(2);
                await Do(who, bench, new SeedCells(Batch, ContainerCode.Each(Vessels), 5_000_000));
            }
        );
        long seeded = 5_000_000;
        for (var p = 1; p <= passages; p++)
        {
            var (start, harvested) = (day + (p * 3.5) - 2, seeded * 7);
            foreach (var change in new[] { 0.0, 0.4, 0.8, 1.2, 1.6 })
                At(start + change, () => Do(who, bench, new ChangeMedium(Batch)));
            At(
                start + 2,
                async () =>
                {
                    var old = Vessels;
                    Vessels = Codes(old.Count);
                    await Do(
                        who,
                        bench,
                        new PassageCells(
                            Batch: Batch,
                            From: [.. old.Select(code => new ContainerCode(code))],
                            Lost: null,
                            Vessels: [.. Vessels.Select(code => new ContainerCode(code))],
                            Cells: harvested,
                            Viability: 94.6m,
                            Reseeded: harvested / 6
                        )
                    );
                    await Do(who, bench, new CountCells(Batch, harvested - (harvested / 20), 94.1m));
                }
            );
            seeded = harvested / 6;
        }
    }

    /// <summary>Harvest, fill, freeze, and each vial into its position.</summary>
    public void FillAndFreeze(
        double day,
        int vials,
        IEnumerable<string> positions,
        string who = "technician",
        string bench = "bench-1"
    )
    {
        At(
            day,
            async () =>
            {
                await Do(
                    who,
                    bench,
                    new HarvestCells(
                        Batch,
                        ContainerCode.Each(Vessels),
                        null,
                        (vials * 5_000) + 4_000,
                        ((vials * 5_000L) + 4_000) * 6_000,
                        93.1m
                    )
                );
                await Do(who, bench, new CountCells(Batch, ((vials * 5_000L) + 4_000) * 6_000, 93.4m));
                Products = Codes(vials);
                await Do(
                    who,
                    bench,
                    new FillContainers(
                        Batch: Batch,
                        Products: [.. Products.Select(code => new ContainerCode(code))],
                        ProductUl: 5_000,
                        Samples: [new ContainerCode(Code())],
                        SampleUl: 2_000,
                        Retentions: [new ContainerCode(Code())],
                        RetentionUl: 1_000,
                        LossUl: 1_000
                    )
                );
                await Do(who, "tank-1", new FreezeBatch(Batch));
            }
        );
        At(
            day + 0.1,
            async () =>
            {
                foreach (var (vial, place) in Products.Zip(positions))
                    await Do("technician2", "tank-1", new PutAway(new ContainerCode(vial), new PositionCode(place)));
            }
        );
    }

    /// <summary>Results entered by one and verified by another.</summary>
    public void Test(double day, params (string Test, string Value)[] but)
    {
        At(
            day,
            async () =>
            {
                foreach (var (test, value) in DemonstrationProtocols.Passing)
                    await Do(
                        "qc",
                        "qc-1",
                        new EnterResult(Batch, test, but.FirstOrDefault(b => b.Test == test).Value ?? value)
                    );
            }
        );
        At(
            day + 0.1,
            () => Do("qc2", "qc-1", new VerifyResults(Batch, [.. DemonstrationProtocols.Passing.Select(p => p.Test)]))
        );
    }

    /// <summary>Review opened and the trail read; signed by as many releasers as named.</summary>
    public void Release(double day, params string[] signers)
    {
        At(
            day,
            async () =>
            {
                await Do("qa", "qc-1", new OpenReview(Batch));
                await Do("qa", "qc-1", new ReviewTrail(Batch));
            }
        );
        foreach (var signer in signers)
            At(day + 0.05, () => Do(signer, "qc-1", new SignRelease(Batch)));
    }

    /// <summary>One session at the bedside, from the reservation to the discarded remainder.</summary>
    public void Give(double day, Therapy therapy, int session, Func<string> vial, Func<string> position)
    {
        At(
            day,
            async () =>
            {
                await Do(
                    "technician",
                    "tank-1",
                    new ReserveContainer(new ContainerCode(vial()), therapy.Plan, session)
                );
                await Do(
                    "clinician",
                    "bedside-1",
                    new ConfirmSession(
                        therapy.Plan,
                        session,
                        new WristbandCode(therapy.Wristband),
                        20_000,
                        null,
                        NoFever: true,
                        AccessWorking: true,
                        ConsentReconfirmed: true,
                        Go: true
                    )
                );
                await Do("technician", "tank-1", new TakeOut(new ContainerCode(vial()), new PositionCode(position())));
                await Do("technician", "bench-2", new StartThaw(new ContainerCode(vial())));
            }
        );
        At(
            day + 0.004,
            async () =>
            {
                await Do("technician", "bench-2", new CompleteThaw(new ContainerCode(vial())));
                await Do(
                    "nurse",
                    "bedside-1",
                    new ConfirmAtBedside(new WristbandCode(therapy.Wristband), new ContainerCode(vial()))
                );
                await Try(
                    "nurse",
                    "bedside-1",
                    new ConfirmAtBedside(new WristbandCode(therapy.Wristband), new ContainerCode(vial()))
                );
                await Do(
                    "nurse2",
                    "bedside-1",
                    new ConfirmAtBedside(new WristbandCode(therapy.Wristband), new ContainerCode(vial()))
                );
                await Do(
                    "nurse",
                    "bedside-1",
                    new StartAdministration(new ContainerCode(vial()), therapy.Route, 3_333)
                );
            }
        );
        At(
            day + 0.02,
            async () =>
            {
                await Do("nurse", "bedside-1", new CompleteAdministration(new ContainerCode(vial()), 3_333));
                await Do("nurse", "bedside-1", new DiscardResidual(new ContainerCode(vial())));
            }
        );
    }
}

/// <summary>A patient's plan in the demonstration.</summary>
internal sealed class Therapy(string wristband, Route route)
{
    public string Wristband => wristband;
    public Route Route => route;
    public PlanId Plan { get; set; }
    public SubjectId Patient { get; set; }
}
