using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>How batches end, and how somebody is forgotten.</summary>
internal static class GoldenEnds
{
    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await RevokeAsync(lab, things.Lot);
        await DepleteAsync(lab, things.Lot);
        await RejectAsync(lab, things.Own);
        await TerminateAsync(lab, things);
        await ForgetAsync(lab, things);
    }

    private static async Task RevokeAsync(GoldenLaboratory lab, BatchId lot)
    {
        var revoke = new RevokeRelease(lot, "other", "the supplier recalled the medium");
        await lab.Stops("access.role role", "releaser", revoke, "qc-1");
        await lab.Does("qa", revoke, "qc-1");
        await lab.Stops("R22 batch", "qa", revoke, "qc-1");
        await lab.Stops(
            "R7 not-released, R22 container, R28 not-kept",
            "technician",
            new StartThaw(new ContainerCode(Vials[6]))
        );
        await GoldenQuality.CloseAsync(lab, lot);
        await lab.Does("qa", new OpenReview(lot), "qc-1");
        await lab.Does("qa", new ReviewTrail(lot), "qc-1");
        await lab.Does("releaser", new SignRelease(lot), "qc-1");
        await lab.Does("releaser2", new SignRelease(lot), "qc-1");
    }

    private static async Task DepleteAsync(GoldenLaboratory lab, BatchId lot)
    {
        await lab.Stops("R22 batch, R22 custodian", "qa", new CloseBatch(lot), "qc-1");
        await lab.Does(
            "technician",
            new DiscardContainer(new ContainerCode(Vials[2]), "end-of-programme", null),
            "tank-1"
        );
        // The last of the lot: with it the lot is at its end.
        await lab.Does(
            "technician",
            new DiscardContainer(new ContainerCode(Vials[6]), "end-of-programme", null),
            "tank-1"
        );
        await lab.Does("qa", new CloseBatch(lot), "qc-1");
        await lab.Stops("R22 batch", "qa", new CloseBatch(lot), "qc-1");
    }

    private static async Task RejectAsync(GoldenLaboratory lab, BatchId own)
    {
        var reject = new RejectBatch(own, "out-of-specification", null);
        await lab.Stops("R20 proof", "qa", reject, "qc-1", signed: false);
        await lab.Does("releaser", reject, "qc-1");
        await lab.Stops("R22 custodian", "qa", new CloseBatch(own), "qc-1");
        await lab.Does("technician", new DiscardContainer(new ContainerCode(OwnVial), "out-of-specification", null));
        await lab.Does("qa", new CloseBatch(own), "qc-1");
    }

    private static async Task TerminateAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var plan = new PlanBatch("MSC-26-0006", things.Donor, things.Cord);
        var batch = new BatchId(await lab.Makes("batch", "technician", plan));
        await lab.Does(
            "technician",
            new CompleteCollection(new WristbandCode(DonorsBand), new ContainerCode(Roll("cold tube")))
        );
        await lab.Stops(
            "desk.incomplete reason, desk.incomplete field",
            "technician",
            new TerminateBatch(batch, "", null)
        );
        await lab.Does("technician", new TerminateBatch(batch, "contamination", null));
        await lab.Stops("R22 batch", "technician", new StartProcessing(batch, true));
    }

    private static async Task ForgetAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var forget = new EraseSubject(things.Adult, "family-decision", null, "Mert Demir", "100 000 001 46");
        await lab.Stops("access.role role", "admin", forget, null);
        await lab.Stops("R25 plan", "qa", forget, "qc-1");
        await lab.Does("clinician", new CancelPlan(things.OwnPlan, "end-of-programme", null));
        await lab.Stops("R25 short", "qa", forget with { Names = "Me" }, "qc-1");
        await lab.Stops(
            "R25 reason",
            "qa",
            forget with
            {
                Reason = "other",
                ReasonText = "Mert Demir asked for it",
            },
            "qc-1"
        );
        await lab.Stops("R20 proof", "qa", forget, "qc-1", signed: false);
        await lab.Does("qa", forget, "qc-1");
        await lab.Stops("R25 erased", "clinician", new InformSubject(things.Adult, ConsentKind.Research, "tr"));
        await lab.Refuses("scan.unknown wristband-voided", "nurse", "bedside-1", AdultsBand);
    }
}
