using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Batches from the plan to the receipt, and those that never come so far.</summary>
internal static class GoldenCollection
{
    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await PlanAsync(lab, things);
        await CollectAsync(lab, things);
        await ReceiveAsync(lab, things);
        await FailAsync(lab, things);
        await HandOverAsync(lab);
    }

    private static async Task PlanAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var plan = new PlanBatch("MSC-26-0001", things.Donor, things.Cord);
        await lab.Stops("access.role role", "nurse", plan, "bedside-1");
        await lab.Stops("R22 protocol", "clinician", plan with { Protocol = things.Retired }, null);
        await lab.Stops("R22 donor", "clinician", plan with { Subject = things.Child }, null);
        await lab.Stops("R22 origin, R22 coi", "clinician", plan with { Protocol = things.Fat }, null);
        await lab.Stops("R22 coi", "clinician", plan with { Subject = things.Adult, Protocol = things.Fat }, null);
        await lab.Stops("scan.unknown unknown", "clinician", plan with { Protocol = new(Guid.Empty) }, null);
        things.Lot = new(await lab.Makes("batch", "clinician", plan, null));
        await lab.Stops("desk.taken there", "clinician", plan, null);
        await lab.Does("clinician", new AssignCoi(things.Adult, "COI-P2"));
        things.Own = new(
            await lab.Makes("batch", "clinician", new PlanBatch("MSC-26-0002", things.Adult, things.Fat), null)
        );
    }

    private static async Task CollectAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var twin = new BatchId(
            await lab.Makes("batch", "clinician", new PlanBatch("MSC-26-0003", things.Donor, things.Cord), null)
        );
        await lab.Waits("technician", "bench-1", DonorsBand);
        await lab.Refuses("R22 several, R26 consent", "technician", "bench-1", FirstTube);
        var cancel = new CancelBatch(twin, "documentation", null);
        await lab.Stops("desk.incomplete reason", "clinician", cancel with { Reason = "other" }, null);
        await lab.Does("clinician", cancel, null);
        // The tube waits now, and the donor's wristband is scanned after it.
        await lab.Refuses("R26 consent", "technician", "bench-1", DonorsBand);
        var until = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        await lab.Does(
            "clinician",
            new GiveConsent(things.Donor, ConsentKind.Donation, "F-12", "tr", ConsentSigner.Self, until)
        );
        await lab.Does("nurse", new ExpressDissent(things.Donor), "bedside-1");
        await lab.Stops(
            "R26 dissent",
            "technician",
            new CompleteCollection(new WristbandCode(DonorsBand), new ContainerCode(FirstTube))
        );
        lab.Later(TimeSpan.FromHours(25));
        await lab.Stops(
            "R14 kind",
            "technician",
            new CompleteCollection(new WristbandCode(DonorsBand), new ContainerCode(Places[0]))
        );
        await lab.Stops(
            "R22 no-batch",
            "technician",
            new CompleteCollection(new WristbandCode(ChildsBand), new ContainerCode(FirstTube))
        );
        await lab.Waits("technician", "bench-1", DonorsBand);
        await lab.Scans("technician", "bench-1", FirstTube);
        await lab.Stops(
            "R26 suitability",
            "technician",
            new CompleteCollection(new WristbandCode(AdultsBand), new ContainerCode(OwnTube))
        );
        await lab.Does("clinician", new DecideSuitability(things.Adult, SuitabilityOutcome.Favourable));
        await lab.Stops(
            "R14 bound",
            "technician",
            new CompleteCollection(new WristbandCode(AdultsBand), new ContainerCode(FirstTube))
        );
        await lab.Waits("technician2", "bench-2", OwnTube);
        await lab.Scans("technician2", "bench-2", AdultsBand);
    }

    private static async Task ReceiveAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var receive = new ReceiveContainer(new ContainerCode(FirstTube), 60_000, true, 21.4m, 95);
        await lab.Stops(
            "scan.unknown unknown",
            "technician",
            receive with
            {
                Container = new ContainerCode(Roll("nobody's")),
            }
        );
        await lab.Stops(
            "scan.unknown unknown",
            "technician",
            receive with
            {
                Container = new ContainerCode("the tube of Ayşe"),
            }
        );
        await lab.Stops("R22 seal", "technician", receive with { SealIntact = false });
        await lab.Stops("R15 negative", "technician", receive with { VolumeUl = -1 });
        await lab.Stops("desk.incomplete field, R15 negative", "technician", receive with { VolumeUl = long.MinValue });
        await lab.Does("technician", receive);
        await lab.Stops("R22 batch", "technician", receive);
        await lab.Does("technician", new ReceiveContainer(new ContainerCode(OwnTube), 25_500, true, -4.05m, 30));
        await lab.Stops("R22 batch", "technician", new CancelBatch(things.Lot, "documentation", null));
    }

    private static async Task FailAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var failed = new BatchId(
            await lab.Makes("batch", "clinician", new PlanBatch("MSC-26-0004", things.Donor, things.Cord), null)
        );
        await lab.Does("technician", new FailCollection(failed, "other", "the cord was torn"));
        await lab.Stops("R22 batch", "technician", new FailCollection(failed, "clinical", null));
        await lab.Does("qa", new CloseBatch(failed), "qc-1");
        await lab.Makes("batch", "clinician", new PlanBatch("MSC-26-0005", things.Donor, things.Cord), null);
        await lab.Does(
            "technician",
            new CompleteCollection(new WristbandCode(DonorsBand), new ContainerCode(Roll("warm tube")))
        );
        await lab.Does("technician", new RejectReceipt(new ContainerCode(Roll("warm tube")), "transport", null));
        await lab.Stops(
            "R22 batch",
            "technician",
            new RejectReceipt(new ContainerCode(Roll("warm tube")), "transport", null)
        );
    }

    private static async Task HandOverAsync(GoldenLaboratory lab)
    {
        await lab.Waits("technician", "bench-1", FirstTube);
        await lab.Scans("technician", "bench-1", BadgeOf("technician2"));
        await lab.Stops(
            "R14 holder",
            "technician",
            new HandOver(new ContainerCode(FirstTube), new BadgeCode(BadgeOf("nurse")))
        );
        await lab.Stops(
            "R14 yours",
            "technician2",
            new HandOver(new ContainerCode(FirstTube), new BadgeCode(BadgeOf("technician2"))),
            "bench-2"
        );
        await lab.Stops(
            "R14 receiver",
            "technician2",
            new HandOver(new ContainerCode(FirstTube), new BadgeCode(BadgeOf("auditor"))),
            "bench-2"
        );
        await lab.Stops(
            "scan.unknown unknown",
            "technician2",
            new HandOver(new ContainerCode(FirstTube), new BadgeCode(BadgeOf("nobody"))),
            "bench-2"
        );
        await lab.Does(
            "technician2",
            new HandOver(new ContainerCode(FirstTube), new BadgeCode(BadgeOf("technician"))),
            "bench-2"
        );
    }
}
