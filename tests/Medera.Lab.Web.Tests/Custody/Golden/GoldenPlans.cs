using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Treatment plans, vials kept for their sessions, and the day's confirmation before its time.</summary>
internal static class GoldenPlans
{
    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        await PlanAsync(lab, things);
        await ReserveAsync(lab, things);
        await ConfirmAsync(lab, things);
    }

    private static async Task PlanAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var first = lab.Now.AddHours(1);
        var plan = new MakePlan(things.Child, things.Cord, Route.Intravenous, 3, first, 0, 60, "as the family wishes");
        await lab.Stops("access.role role", "nurse", plan, "bedside-1");
        await lab.Stops("R22 route", "clinician", plan with { Route = Route.Intrathecal }, "bedside-1");
        await lab.Stops("R22 session", "clinician", plan with { Sessions = 4 }, "bedside-1");
        await lab.Stops("R22 patient", "clinician", plan with { Subject = things.Donor }, "bedside-1");
        await lab.Stops(
            "R22 protocol",
            "clinician",
            plan with
            {
                Protocol = things.Retired,
                Sessions = 1,
            },
            "bedside-1"
        );
        await lab.Stops("R20 proof", "clinician", plan, "bedside-1", signed: false);
        things.Plan = new(await lab.Makes("plan", "clinician", plan, "bedside-1"));
        var own = plan with { Subject = things.Adult, Protocol = things.Fat, Sessions = 1, ReasonText = null };
        things.OwnPlan = new(await lab.Makes("plan", "clinician", own, "bedside-1"));
        things.Cancelled = new(await lab.Makes("plan", "clinician", plan with { Sessions = 1 }, "bedside-1"));
        var cancel = new CancelPlan(things.Cancelled, "other", "written twice");
        await lab.Does("clinician2", cancel, "bedside-1");
        await lab.Stops("R22 plan", "clinician2", cancel, "bedside-1");
    }

    private static async Task ReserveAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var keep = new ReserveContainer(new ContainerCode(Vials[0]), things.Plan, 1);
        await lab.Stops("access.role role", "nurse", keep, "bedside-1");
        await lab.Stops("R1 patient, R5 product", "technician", keep with { Container = new ContainerCode(OwnVial) });
        await lab.Stops("R5 product", "technician", keep with { Plan = things.OwnPlan });
        await lab.Stops("R5 session", "technician", keep with { Session = 9 });
        await lab.Stops("R22 plan", "technician", keep with { Plan = things.Cancelled });
        await lab.Stops("R22 container", "technician", keep with { Container = new ContainerCode(QcSample) });
        await lab.Stops("container.held found", "technician", keep with { Container = new ContainerCode(Vials[2]) });
        await lab.Stops("scan.unknown unknown", "technician", keep with { Plan = new(Guid.Empty) });
        await lab.Does("technician", keep);
        await lab.Stops("R22 kept", "technician", keep);
        await lab.Does("clinician", new ReserveContainer(new ContainerCode(Vials[1]), things.Plan, 2), "bedside-1");
        var undo = new ReleaseReservation(new ContainerCode(Vials[1]), "clinical", null);
        await lab.Does("clinician", undo, "bedside-1");
        await lab.Stops("R22 not-kept", "clinician", undo, "bedside-1");
        await lab.Does("technician", new ReserveContainer(new ContainerCode(Vials[1]), things.Plan, 2));
    }

    private static async Task ConfirmAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var ready = Ready(things, 1);
        await lab.Stops("access.role role", "nurse", ready, "bedside-1");
        await lab.Stops("R5 window, R26 guardian", "clinician", ready, "bedside-1");
        lab.Later(TimeSpan.FromHours(1));
        await lab.Does("clinician", new InformSubject(things.Child, ConsentKind.Treatment, "tr"), "bedside-1");
        await lab.Stops("R26 consent", "clinician", ready, "bedside-1");
        var until = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        var consent = new GiveConsent(things.Child, ConsentKind.Treatment, "F-13", "tr", ConsentSigner.Guardian, until);
        await lab.Does("clinician", consent, "bedside-1");
        await lab.Stops("R28 tick", "clinician", ready with { NoFever = false }, "bedside-1");
        await lab.Stops(
            "R28 tick, R28 tick, R28 tick",
            "clinician",
            ready with
            {
                AccessWorking = false,
                ConsentReconfirmed = false,
                Go = false,
            },
            "bedside-1"
        );
        await lab.Stops("R29 weight", "clinician", ready with { WeighedAt = lab.Now.AddHours(-30) }, "bedside-1");
        await lab.Stops(
            "R3 wearer",
            "clinician",
            ready with
            {
                Wristband = new WristbandCode(AdultsBand),
            },
            "bedside-1"
        );
        await lab.Stops("R22 session", "clinician", ready with { Session = 2 }, "bedside-1");
        await lab.Stops("R15 negative", "clinician", ready with { WeightGrams = 0 }, "bedside-1");
        var nobody = Of(CodeKind.Wristband, "golden P-1");
        await lab.Stops(
            "scan.unknown unknown",
            "clinician",
            ready with
            {
                Wristband = new WristbandCode(nobody),
            },
            "bedside-1"
        );
    }

    /// <summary>The child is well and weighs 20 kg.</summary>
    internal static ConfirmSession Ready(GoldenThings things, int session) =>
        new(things.Plan, session, new WristbandCode(ChildsBand), 20_000, null, true, true, true, true);
}
