using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>From the tank to the vein: three sessions of the child, one of them stopped, one never given.</summary>
internal static class GoldenBedside
{
    private const long Dose = 3_333;

    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await lab.Stops(
            "release.sealed unsealed",
            "technician",
            new TakeOut(new ContainerCode(Vials[0]), new PositionCode(Places[0])),
            "tank-1"
        );
        await lab.Lab.SealAsync();
        await ThawAsync(lab, things);
        await MatchAsync(lab);
        await GiveAsync(lab);
        await StopAsync(lab, things);
        await WaitTooLongAsync(lab, things);
    }

    private static async Task ThawAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var thaw = new StartThaw(new ContainerCode(Vials[0]));
        await lab.Waits("technician", "tank-1", Places[0]);
        await lab.Scans("technician", "tank-1", Vials[0]);
        await lab.Stops("R28 not-ready", "technician", thaw);
        await lab.Does("clinician", GoldenPlans.Ready(things, 1), "bedside-1");
        lab.Later(TimeSpan.FromHours(3));
        await lab.Stops("R28 lapsed", "technician", thaw);
        await lab.Stops(
            "R22 container, R28 not-kept",
            "technician",
            thaw with
            {
                Container = new ContainerCode(Vials[5]),
            }
        );
        await lab.Does(
            "clinician",
            GoldenPlans.Ready(things, 1) with
            {
                WeighedAt = lab.Now.AddMinutes(-30),
            },
            "bedside-1"
        );
        await lab.Stops("access.role role", "nurse", thaw, "bedside-1");
        await lab.Does("technician", thaw);
        await lab.Stops("R11 thawed, R22 container", "technician", thaw);
        await lab.Stops(
            "R11 thawed, R22 container",
            "technician",
            new PutAway(new ContainerCode(Vials[0]), new PositionCode(Places[0])),
            "tank-1"
        );
        await lab.Does("technician", new CompleteThaw(new ContainerCode(Vials[0])));
        await lab.Stops("R22 container", "technician", new CompleteThaw(new ContainerCode(Vials[0])));
    }

    private static async Task MatchAsync(GoldenLaboratory lab)
    {
        await lab.Waits("nurse", "bedside-1", Vials[0]);
        await lab.Refuses("R3 session", "nurse", "bedside-1", AdultsBand);
        await lab.Waits("nurse", "bedside-1", ChildsBand);
        await lab.Scans("nurse", "bedside-1", Vials[0]);
        await lab.Stops(
            "R4 same",
            "nurse",
            new ConfirmAtBedside(new WristbandCode(ChildsBand), new ContainerCode(Vials[0])),
            "bedside-1"
        );
        await lab.Stops("R3 no-match, R22 container", "nurse", Start(Dose), "bedside-1");
        lab.Later(TimeSpan.FromMinutes(31));
        // The first check lapsed: the same nurse begins anew.
        await lab.Does(
            "nurse",
            new ConfirmAtBedside(new WristbandCode(ChildsBand), new ContainerCode(Vials[0])),
            "bedside-1"
        );
        await lab.Waits("nurse2", "bedside-1", ChildsBand);
        await lab.Scans("nurse2", "bedside-1", Vials[0]);
    }

    private static async Task GiveAsync(GoldenLaboratory lab)
    {
        await lab.Stops("access.role role", "technician", Start(Dose), "bedside-1");
        await lab.Stops("R5 route", "nurse", Start(Dose) with { Route = Route.Intrathecal }, "bedside-1");
        await lab.Stops("R5 dose", "nurse", Start(1_000), "bedside-1");
        await lab.Stops("R5 dose, R15 more-given", "nurse", Start(5_500), "bedside-1");
        await lab.Stops("R3 session, R26 consent", "nurse", Start(Dose) with { GivenTo = "P-2" }, "bedside-1");
        await lab.Stops("scan.unknown unknown", "nurse", Start(Dose) with { GivenTo = "Mert" }, "bedside-1");
        await lab.Does("nurse", Start(Dose), "bedside-1");
        var end = new CompleteAdministration(new ContainerCode(Vials[0]), 3_000);
        await lab.Stops("R15 more-given", "nurse", end with { GivenUl = 6_000 }, "bedside-1");
        // Less than planned: what was given cannot be refused, and a deviation is opened.
        await lab.Does("nurse", end, "bedside-1");
        await lab.Stops("R15 more-given, R22 container", "nurse", end, "bedside-1");
        await lab.Does("nurse", new DiscardResidual(new ContainerCode(Vials[0])), "bedside-1");
        await lab.Stops("R15 nothing", "nurse", new DiscardResidual(new ContainerCode(Vials[0])), "bedside-1");
        var again = new ConfirmAtBedside(new WristbandCode(ChildsBand), new ContainerCode(Vials[0]));
        await lab.Stops("R3 not-ready, R4 same, R5 session, R11 opened, R22 container", "nurse", again, "bedside-1");
    }

    private static async Task StopAsync(GoldenLaboratory lab, GoldenThings things)
    {
        lab.Later(TimeSpan.FromDays(7));
        await lab.Does("clinician", GoldenPlans.Ready(things, 2), "bedside-1");
        await lab.Does("clinician", new PostponeSession(things.Plan, 2, "other", "Elif has a fever"), "bedside-1");
        await lab.Does("nurse", new ExpressDissent(things.Child), "bedside-1");
        await lab.Stops("R26 dissent", "clinician", GoldenPlans.Ready(things, 2), "bedside-1");
        lab.Later(TimeSpan.FromDays(2));
        await lab.Does("clinician", GoldenPlans.Ready(things, 2), "bedside-1");
        await MatchedAsync(lab, 1);
        await lab.Does("nurse", Start(Dose) with { Container = new ContainerCode(Vials[1]) }, "bedside-1");
        var stop = new StopAdministration(new ContainerCode(Vials[1]), 1_500, "other", "she pulled the line");
        await lab.Stops("desk.incomplete reason", "nurse", stop with { ReasonText = " " }, "bedside-1");
        await lab.Does("nurse", stop, "bedside-1");
        await lab.Does("technician", new DiscardResidual(new ContainerCode(Vials[1])), "bedside-1");
    }

    private static async Task WaitTooLongAsync(GoldenLaboratory lab, GoldenThings things)
    {
        lab.Later(TimeSpan.FromDays(7));
        await lab.Does("technician", new ReserveContainer(new ContainerCode(Vials[3]), things.Plan, 3));
        await lab.Does("clinician", GoldenPlans.Ready(things, 3), "bedside-1");
        await MatchedAsync(lab, 3);
        lab.Later(TimeSpan.FromHours(1));
        var late = Start(Dose) with { Container = new ContainerCode(Vials[3]) };
        await lab.Stops("R3 lapsed, R10 after-thaw", "nurse", late, "bedside-1");
        await lab.Does("nurse", new WithholdContainer(new ContainerCode(Vials[3]), "expired", null), "bedside-1");
        await lab.Stops(
            "R11 thawed, R22 container",
            "technician",
            new PutAway(new ContainerCode(Vials[3]), new PositionCode(Places[3])),
            "tank-1"
        );
        await lab.Does("technician", new DiscardContainer(new ContainerCode(Vials[3]), "expired", null));
    }

    /// <summary>Out of its place, thawed, and matched by two.</summary>
    private static async Task MatchedAsync(GoldenLaboratory lab, int vial)
    {
        await lab.Does(
            "technician",
            new TakeOut(new ContainerCode(Vials[vial]), new PositionCode(Places[vial])),
            "tank-1"
        );
        await lab.Does("technician", new StartThaw(new ContainerCode(Vials[vial])));
        await lab.Does("technician", new CompleteThaw(new ContainerCode(Vials[vial])));
        foreach (var nurse in new[] { "nurse2", "nurse" })
            await lab.Does(
                nurse,
                new ConfirmAtBedside(new WristbandCode(ChildsBand), new ContainerCode(Vials[vial])),
                "bedside-1"
            );
    }

    private static StartAdministration Start(long volume) =>
        new(new ContainerCode(Vials[0]), Route.Intravenous, volume);
}
