namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Review and release of the lot, by two who neither made nor tested it.</summary>
internal static class GoldenRelease
{
    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var (lot, sign) = (things.Lot, new SignRelease(things.Lot));
        // Two who worked on the lot may sign releases from now on, and not this one.
        await lab.Does(
            "admin",
            new ChangeRoles(lab.Lab.People["technician2"], Roles.Technician | Roles.Releaser, true),
            null
        );
        await lab.Does("admin", new ChangeRoles(lab.Lab.People["qc2"], Roles.Qc | Roles.Releaser, true), null);
        await lab.Does("qa", new OpenReview(lot), "qc-1");
        await lab.Stops("R20 proof", "qa", new ReviewTrail(lot), "qc-1", signed: false);
        await lab.Does("qa", new ReviewTrail(lot), "qc-1");
        await DetermineAsync(lab, things);

        await lab.Stops("access.role role", "nurse", sign, "bedside-1");
        await lab.Stops("R20 proof", "releaser", sign, "qc-1", signed: false);
        await lab.Stops("R9 made", "technician2", sign, "qc-1");
        await lab.Stops("R9 tested", "qc2", sign, "qc-1");
        await lab.Does("releaser", sign, "qc-1");
        await lab.Stops("R9 twice", "releaser", sign, "qc-1");
        // What comes between two signatures was not read by the first: review and signatures begin anew.
        await lab.Does("technician", new OpenDeviation(lot, false, "a scratch on the lid of the box"));
        await lab.Stops("R8a trail", "releaser2", sign, "qc-1");
        await lab.Does("qa", new ReviewTrail(lot), "qc-1");
        await lab.Does("releaser2", sign, "qc-1");
        await lab.Does("releaser", sign, "qc-1");
        await lab.Stops("R22 batch", "releaser", new RejectBatch(lot, "clinical", null), "qc-1");
        await lab.Stops("R22 batch", "technician", new TerminateBatch(lot, "clinical", null));
    }

    /// <summary>The donor is determined; and a test that is recorded after it asks for another determination.</summary>
    private static async Task DetermineAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var sign = new SignRelease(things.Lot);
        var eligible = new DetermineEligibility(things.Donor, things.Cord, DonorOutcome.Eligible, false);
        await lab.Stops("R12 not-eligible", "releaser", sign, "qc-1");
        await lab.Stops("R20 proof", "qa", eligible, "qc-1", signed: false);
        await lab.Does("qa", eligible, "qc-1");
        var more = new RecordDonorTests(things.Donor, [new(DonorTest.Cmv, DonorTestOutcome.NonReactive)], lab.Now);
        await lab.Does("qc", more, "qc-1");
        await lab.Stops("R12 outdated", "releaser", sign, "qc-1");
        await lab.Does("qa", eligible, "qc-1");
    }
}
