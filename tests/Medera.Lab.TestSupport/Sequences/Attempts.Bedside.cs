using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.TestSupport.Sequences;

public sealed partial class Attempts
{
    /// <summary>The next step of one of the batch's vials: mostly of the one that has come furthest.</summary>
    private Attempt WithVials(Batch batch)
    {
        var vials = codes
            .Select(c => lab.Lives.ByCode(c)!)
            .Where(c =>
                c.Batch == batch.Id
                && c.Kind == ContainerKind.Product
                && c is not { Ended: true, VolumeUl: 0 } and not { State: ContainerState.Discarded }
            )
            .ToList();
        if (vials.Count == 0)
            return AnythingElse();
        if (
            vials.Find(v => v.State == ContainerState.Lost || v is { State: ContainerState.Out, ThawedAt: not null })
                is { } odd
            && dice.Hits(40)
        )
            return With(odd);
        return With(
            dice.Hits(75)
                ? vials.MaxBy(v =>
                    v.State is ContainerState.Damaged or ContainerState.Lost or ContainerState.NotAdministered ? -1
                    : v.Ended ? 0
                    : (int)v.State
                )!
                : dice.From(vials)
        );
    }

    private Attempt With(Container vial)
    {
        var plan = vial.Reserved is { } kept ? lab.Lives.Plans[kept.Plan] : null;
        if (lab.Lives.Deviations.Values.FirstOrDefault(d => d.Holds(vial.Id)) is { } held && dice.Hits(30))
            return new(Emre, new CloseDeviation(vial.Batch, held.Id, "documentation", null));
        switch (vial.State)
        {
            case ContainerState.Stored when plan is null:
                return Reserve(vial);
            case ContainerState.Stored:
                return new(Technician, new TakeOut(new(vial.Code), new(PlaceOf(vial))));
            case ContainerState.Filled:
                return new(Technician, new PutAway(new(vial.Code), new(FreePlace())));
            case ContainerState.Out when vial.ThawedAt is not null:
                return new(
                    Technician,
                    dice.One<Command>(
                        new DiscardContainer(new(vial.Code), "expired", null),
                        new PutAway(new(vial.Code), new(FreePlace())),
                        new StartThaw(new(vial.Code))
                    )
                );
            case ContainerState.Out when plan is null:
                return dice.Hits(50) ? Reserve(vial) : new(Technician, new PutAway(new(vial.Code), new(FreePlace())));
            case ContainerState.Out
                when plan!.State != PlanState.Active || plan.Current?.Number != vial.Reserved!.Session:
                return new(Kemal, new ReleaseReservation(new(vial.Code), "clinical", null));
            case ContainerState.Out when plan!.Current is { State: SessionState.Ready } && dice.Hits(80):
                return new(Technician, new StartThaw(new(vial.Code)));
            case ContainerState.Out:
                return Ready(plan!, lab.Lives.Subjects[plan!.Patient].Wristband);
            case ContainerState.Thawing:
                return new(Technician, new CompleteThaw(new(vial.Code)));
            case ContainerState.Ready when vial.UsableUntil <= lab.Now && dice.Hits(50):
                return new(Nurse, new WithholdContainer(new(vial.Code), "expired", null));
            case ContainerState.Ready:
                return Confirm(vial, plan);
            case ContainerState.Matched when vial.SecondCheck is { } second && lab.Now - second.At > Dose.MatchStands:
                return dice.Hits(50) ? Confirm(vial, plan) : Start(vial, plan);
            case ContainerState.Matched:
                return Start(vial, plan);
            case ContainerState.Administering:
                var planned = Dose.VolumeIn(vial, plan?.Session(vial.Reserved!.Session)) ?? 100;
                return dice.Hits(85)
                    ? new(Nurse, new CompleteAdministration(new(vial.Code), planned))
                    : new(Nurse, new StopAdministration(new(vial.Code), planned / 2, "clinical", null));
            case ContainerState.Administered or ContainerState.PartlyAdministered:
                return new(Nurse, new DiscardResidual(new(vial.Code)));
            case ContainerState.Lost:
                return new(Technician, new ReportFind(new(vial.Code), "documentation", null));
            default:
                return new(Technician, new DiscardContainer(new(vial.Code), "broken", null));
        }
    }

    private string PlaceOf(Container vial) =>
        vial.Position is { } place ? lab.Lives.Positions[place].Code : lab.Positions[0].Code;

    private Attempt Reserve(Container vial)
    {
        var batch = lab.Lives.Batches[vial.Batch];
        var fitting = plans
            .Select(p => lab.Lives.Plans[p])
            .Where(p =>
                p.State == PlanState.Active
                && p.Protocol == batch.Protocol
                && (batch.Patient is null || p.Patient == batch.Patient)
            )
            .ToList();
        if (fitting.Count > 0)
            return new(
                Kemal,
                new ReserveContainer(new(vial.Code), dice.From(fitting).Id, dice.From(fitting).Current?.Number ?? 1)
            );
        var patient = batch.Patient ?? dice.From(subjects.Where(s => lab.Lives.Subjects[s].Patient).ToList());
        return new(Kemal, new MakePlan(patient, batch.Protocol, Route.Intravenous, 3, lab.Now, 0, 365, null));
    }

    private Attempt Ready(Plan plan, string? wristband, int grams = 20_000, int hoursAgo = 0) =>
        new(
            Kemal,
            new ConfirmSession(
                plan.Id,
                plan.Current?.Number ?? 1,
                new(wristband ?? "MLW000000000"),
                grams + dice.Roll(9_000),
                lab.Now.AddHours(-hoursAgo),
                true,
                true,
                true,
                true
            )
        );

    private Attempt Confirm(Container vial, Plan? plan)
    {
        var other =
            vial.FirstCheck?.By == Hande.Id ? Irem
            : vial.FirstCheck is null ? Nurse
            : Hande;
        return new(
            other,
            new ConfirmAtBedside(
                new((plan is null ? null : lab.Lives.Subjects[plan.Patient].Wristband) ?? "MLW000000000"),
                new(vial.Code)
            )
        );
    }

    private Attempt Start(Container vial, Plan? plan, Route route = Route.Intravenous, int percent = 100) =>
        new(
            Nurse,
            new StartAdministration(
                new(vial.Code),
                route,
                (Dose.VolumeIn(vial, plan?.Session(vial.Reserved?.Session ?? 1)) ?? 100) * percent / 100
            )
        );

    private Container AnyVial()
    {
        var vials = codes.Select(c => lab.Lives.ByCode(c)!).Where(c => c.Kind == ContainerKind.Product).ToList();
        if (vials.Count == 0)
            return lab.Lives.ByCode(codes.Count > 0 ? dice.From(codes) : "")!;
        var far = vials.Where(v => v.State is >= ContainerState.Out and <= ContainerState.PartlyAdministered).ToList();
        return far.Count > 0 && dice.Hits(70) ? dice.From(far) : dice.From(vials);
    }

    private string Badge() =>
        dice.From(
            lab.Lives.People.Values.Where(p => p.Badge is not null)
                .OrderBy(p => p.Id.Value)
                .Select(p => p.Badge!)
                .ToList()
        );

    /// <summary>What lies in the next place of the same row; null where nothing does.</summary>
    private string? Beside(Container vial) =>
        vial.Position is not { } at
            ? null
            : lab
                .Lives.Containers.Values.Where(c =>
                    c.Position is { } place
                    && lab.Lives.Positions[place].Row == lab.Lives.Positions[at].Row
                    && Math.Abs(lab.Lives.Positions[place].Column - lab.Lives.Positions[at].Column) == 1
                )
                .OrderBy(c => c.Id.Value)
                .Select(c => c.Code)
                .FirstOrDefault();

    private Attempt LateOf(Attempt attempt) =>
        attempt with
        {
            Late = new LateRecord(
                lab.Now.AddMinutes(dice.One(0, -1, -10, -60, 1)),
                "power-failure",
                dice.One(null, null, null, Burak, Ceren, Leyla)
            ),
            Second = dice.One(null, Ayse, Burak, Irem, Emre),
        };

    private static IEnumerable<ContainerCode> Codes(IEnumerable<string> texts) =>
        texts.Select(text => new ContainerCode(text));
}
