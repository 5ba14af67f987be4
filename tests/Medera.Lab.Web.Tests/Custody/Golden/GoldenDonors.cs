using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Donor and patients: who they are, what they agreed to, and the tests of the donor's blood.</summary>
internal static class GoldenDonors
{
    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await RegisterAsync(lab, things);
        await AgreeAsync(lab, things);
        await TestAsync(lab, things);
    }

    private static async Task RegisterAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var donor = new RegisterSubject("D-1", true, false, false, "Ayşe Yılmaz", "1990-01-01");
        things.Donor = new(await lab.Makes("subject", "clinician", donor));
        things.Child = new(
            await lab.Makes(
                "subject",
                "clinician",
                new RegisterSubject("P-1", false, true, true, "Elif Kaya", "2019-04-23")
            )
        );
        things.Adult = new(
            await lab.Makes("subject", "clinician", new RegisterSubject("P-2", true, true, false, "Mert Demir", null))
        );
        await lab.Stops("access.role role", "nurse", donor with { Code = "D-2" }, "bedside-1");
        await lab.Stops("desk.incomplete code", "clinician", donor with { Code = "Ayşe Yılmaz" });
        await lab.Stops("desk.incomplete field", "clinician", donor with { Code = "" });
        await lab.Stops("desk.taken there", "clinician", donor);

        var first = Of(CodeKind.Wristband, "golden P-1");
        await lab.Does("clinician", new BindWristband(things.Donor, new WristbandCode(DonorsBand)));
        await lab.Does("nurse", new BindWristband(things.Child, new WristbandCode(first)), "bedside-1");
        await lab.Stops("R14 worn", "nurse", new BindWristband(things.Adult, new WristbandCode(first)), "bedside-1");
        await lab.Stops(
            "R14 no-wristband",
            "nurse",
            new BindWristband(things.Adult, new WristbandCode("Mert Demir")),
            "bedside-1"
        );
        await lab.Stops("R22 wearer", "nurse", new VoidWristband(things.Adult, "broken", null), "bedside-1");
        await lab.Does("nurse", new BindWristband(things.Adult, new WristbandCode(AdultsBand)), "bedside-1");
        await lab.Stops(
            "R14 wristband",
            "nurse",
            new BindWristband(things.Child, new WristbandCode(ChildsBand)),
            "bedside-1"
        );
        await lab.Does("nurse", new VoidWristband(things.Child, "other", "Elif bit through it"), "bedside-1");
        await lab.Does("nurse", new BindWristband(things.Child, new WristbandCode(ChildsBand)), "bedside-1");

        await lab.Stops("R22 patient", "clinician", new AssignCoi(things.Donor, "COI-D1"));
        await lab.Does("clinician", new AssignCoi(things.Child, "COI-P1"));
        await lab.Stops("R22 coi-there", "clinician", new AssignCoi(things.Child, "COI-P1b"));
        await lab.Stops("desk.taken taken", "clinician", new AssignCoi(things.Adult, "COI-P1"));
        await lab.Records(desk => desk.Reveal(things.Child, lab.Lab.As("nurse", "bedside-1"), "administration"));
    }

    private static async Task AgreeAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var until = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        var donates = new GiveConsent(
            things.Donor,
            ConsentKind.Donation,
            "F-12 (2026)",
            "tr",
            ConsentSigner.Self,
            until
        );
        await lab.Stops("R22 talk", "clinician", donates);
        await lab.Does("clinician", new InformSubject(things.Donor, ConsentKind.Donation, "tr"));
        await lab.Stops("R20 proof", "clinician", donates, signed: false);
        // The child signs for herself at first: the rules of the bedside find it.
        var treated = donates with
        {
            Subject = things.Child,
            Kind = ConsentKind.Treatment,
        };
        await lab.Does("clinician", new InformSubject(things.Child, ConsentKind.Treatment, "tr"));
        await lab.Does("clinician", treated);
        await lab.Does("nurse", new GiveAssent(things.Child), "bedside-1");
        await lab.Does("clinician", new InformSubject(things.Child, ConsentKind.Research, "en"));
        await lab.Does("clinician", treated with { Kind = ConsentKind.Research, SignedBy = ConsentSigner.Guardian });
        var withdraws = new WithdrawConsent(things.Child, ConsentKind.Research, "family-decision", null);
        await lab.Does("clinician", withdraws);
        await lab.Stops("R22 consent", "clinician", withdraws);

        await lab.Does("clinician", new InformSubject(things.Adult, ConsentKind.Donation, "en"));
        await lab.Does("clinician", donates with { Subject = things.Adult, Language = "en" });
        await lab.Stops("R22 patient", "clinician", new DecideSuitability(things.Donor, SuitabilityOutcome.Favourable));
        await lab.Does("clinician", new DecideSuitability(things.Child, SuitabilityOutcome.NotNow));
        await lab.Does("clinician", new DecideSuitability(things.Child, SuitabilityOutcome.Favourable));
    }

    private static async Task TestAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var tests = Tests(things.Donor, DonorTestOutcome.NonReactive, lab.Now);
        await lab.Stops("access.role role", "qa", tests, "qc-1");
        await lab.Stops("R22 donor", "qc", tests with { Subject = things.Child }, "qc-1");
        await lab.Stops("desk.incomplete field", "qc", tests with { Tests = [] }, "qc-1");
        await lab.Stops("donor.sound future", "qc", tests with { DrawnOn = lab.Now.AddDays(1) }, "qc-1");
        await lab.Stops("donor.sound twice", "qc", tests with { Tests = [.. tests.Tests, tests.Tests[0]] }, "qc-1");

        var eligible = new DetermineEligibility(things.Donor, things.Cord, DonorOutcome.Eligible, false);
        await lab.Stops("donor.sound missing", "qa", eligible, "qc-1");
        await lab.Does("qc", Tests(things.Donor, DonorTestOutcome.Reactive, lab.Now), "qc-1");
        await lab.Stops("donor.sound outcomes", "qa", eligible, "qc-1");
        await lab.Does("qc", tests, "qc-1");
        await lab.Stops("donor.sound risk", "qa", eligible with { RiskFactors = true }, "qc-1");
        await lab.Does("qa", eligible with { Outcome = DonorOutcome.Incomplete, RiskFactors = true }, "qc-1");
    }

    private static RecordDonorTests Tests(SubjectId donor, DonorTestOutcome syphilis, DateTimeOffset drawn) =>
        new(
            donor,
            [
                .. DonorTesting.Always.Select(t => new DonorResult(
                    t,
                    t == DonorTest.Syphilis ? syphilis : DonorTestOutcome.NonReactive
                )),
            ],
            drawn
        );
}
