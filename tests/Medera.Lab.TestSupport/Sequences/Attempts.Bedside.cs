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
            return Around();
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
                return new(Technician, new TakeOut(vial.Code, PlaceOf(vial)));
            case ContainerState.Filled:
                return new(Technician, new PutAway(vial.Code, FreePlace()));
            case ContainerState.Out when vial.ThawedAt is not null:
                return new(
                    Technician,
                    dice.One<Command>(
                        new DiscardContainer(vial.Code, "expired", null),
                        new PutAway(vial.Code, FreePlace()),
                        new StartThaw(vial.Code)
                    )
                );
            case ContainerState.Out when plan is null:
                return dice.Hits(50) ? Reserve(vial) : new(Technician, new PutAway(vial.Code, FreePlace()));
            case ContainerState.Out
                when plan!.State != PlanState.Active || plan.Current?.Number != vial.Reserved!.Session:
                return new(Kemal, new ReleaseReservation(vial.Code, "clinical", null));
            case ContainerState.Out when plan!.Current is { State: SessionState.Ready } && dice.Hits(80):
                return new(Technician, new StartThaw(vial.Code));
            case ContainerState.Out:
                return Ready(plan!, lab.Lives.Subjects[plan!.Patient].Wristband);
            case ContainerState.Thawing:
                return new(Technician, new CompleteThaw(vial.Code));
            case ContainerState.Ready when vial.UsableUntil <= lab.Now && dice.Hits(50):
                return new(Nurse, new WithholdContainer(vial.Code, "expired", null));
            case ContainerState.Ready:
                return Confirm(vial, plan);
            case ContainerState.Matched when vial.SecondCheck is { } second && lab.Now - second.At > Dose.MatchStands:
                return dice.Hits(50) ? Confirm(vial, plan) : Start(vial, plan);
            case ContainerState.Matched:
                return Start(vial, plan);
            case ContainerState.Administering:
                var planned = Dose.VolumeIn(vial, plan?.Session(vial.Reserved!.Session)) ?? 100;
                return dice.Hits(85)
                    ? new(Nurse, new CompleteAdministration(vial.Code, planned))
                    : new(Nurse, new StopAdministration(vial.Code, planned / 2, "clinical", null));
            case ContainerState.Administered or ContainerState.PartlyAdministered:
                return new(Nurse, new DiscardResidual(vial.Code));
            case ContainerState.Lost:
                return new(Technician, new ReportFind(vial.Code, "documentation", null));
            default:
                return new(Technician, new DiscardContainer(vial.Code, "broken", null));
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
                new ReserveContainer(vial.Code, dice.From(fitting).Id, dice.From(fitting).Current?.Number ?? 1)
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
                wristband ?? "MLW000000000",
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
                (plan is null ? null : lab.Lives.Subjects[plan.Patient].Wristband) ?? "MLW000000000",
                vial.Code
            )
        );
    }

    private Attempt Start(Container vial, Plan? plan, Route route = Route.Intravenous, int percent = 100) =>
        new(
            Nurse,
            new StartAdministration(
                vial.Code,
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

    /// <summary>What must be stopped, or stand as a late record: by anybody, of anything, at any time.</summary>
    private Attempt Hostile()
    {
        if (codes.Count == 0)
            return Around();
        var (id, vial) = (dice.From(batches), AnyVial());
        var batch = lab.Lives.Batches[id];
        var vessels = CodesOf(id, ContainerKind.Vessel, ContainerState.InCulture);
        var plan = vial.Reserved is { } kept ? lab.Lives.Plans[kept.Plan] : lab.Lives.Plans[dice.From(plans)];
        switch (dice.Roll(42))
        {
            case 0 or 1:
                return new(
                    Nurse,
                    new ConfirmAtBedside(lab.Lives.Subjects[dice.From(subjects)].Wristband ?? "MLW000000000", vial.Code)
                );
            case 2:
                return new(
                    vial.FirstCheck?.By == Irem.Id ? Irem : Hande,
                    new ConfirmAtBedside(lab.Lives.Subjects[plan.Patient].Wristband ?? "MLW000000000", vial.Code)
                );
            case 3:
                return Start(vial, plan, dice.One(Route.Intravenous, Route.Intrathecal), dice.One(100, 89, 112, 300));
            case 4:
                return new(
                    Technician,
                    new PutAway(vial.Code, dice.Hits(50) ? FreePlace() : lab.Positions[dice.Roll(12)].Code)
                );
            case 5:
                return batch.State == BatchState.InProcess && vessels.Count == 0
                    ? Fill(batch, dice.One(-1, 1, 1_000))
                    : new(Technician, new FreezeBatch(id));
            case 6:
                return new(
                    Technician,
                    new HarvestCells(
                        id,
                        [.. vessels.Skip(1), .. codes.Take(dice.Hits(30) ? 1 : 0)],
                        dice.Hits(50) ? null : [.. vessels.Take(1), .. vessels.Take(1)],
                        9_000,
                        1_000_000,
                        90m
                    )
                );
            case 7 or 8:
                return new(
                    dice.One(Fatma, Gokhan, Ayse, Burak, Ceren, Deniz),
                    new SignRelease(id),
                    Signed: dice.Hits(80)
                );
            case 9:
                return new(Tester, new VerifyResults(id, [dice.From(World.Passing).Test]));
            case 10:
                return new(
                    Tester,
                    new EnterResult(id, dice.From(World.Passing).Test, dice.One("92", "1", "no growth", "negative"))
                );
            case 11:
                return new(
                    Tester,
                    new CorrectResult(
                        id,
                        dice.From(World.Passing).Test,
                        dice.One("96", "1", "no growth", "negative"),
                        "typing-error",
                        null
                    )
                );
            case 12:
                return new(Kemal, new ReserveContainer(vial.Code, dice.From(plans), 1 + dice.Roll(4)));
            case 13:
                return new(Technician, new StartThaw(vial.Code));
            case 14:
                return new(Nurse, new CompleteAdministration(vial.Code, dice.One(-1, vial.VolumeUl + 1, 0)));
            case 15:
                return new(
                    Ayse,
                    new CompleteCollection(
                        lab.Lives.Subjects[dice.From(subjects)].Wristband ?? "MLW000000000",
                        dice.Hits(50) ? dice.From(codes) : NewCode()
                    )
                );
            case 16:
                lab.Later(TimeSpan.FromMinutes(dice.One(31, 121, 1_500, 131_000)));
                return dice.Hits(60) ? With(vial) : Possible(id);
            case 17 or 18:
                return LateOf(dice.Hits(50) ? With(vial) : Possible(id));
            case 19 or 30 or 31 or 32 or 33:
                return LateOf(
                    new(
                        Nurse,
                        dice.One<Command>(
                            new StartThaw(vial.Code),
                            new PutAway(vial.Code, lab.Positions[dice.Roll(12)].Code),
                            new FreezeBatch(id),
                            new CompleteAdministration(vial.Code, 500),
                            new StartAdministration(vial.Code, Route.Intravenous, 500),
                            new CompleteThaw(vial.Code)
                        )
                    )
                );
            case 20:
                return new(Nurse, new ExpressDissent(dice.From(subjects)));
            case 21:
                return dice.Hits(40)
                    ? new(
                        Kemal,
                        new WithdrawConsent(
                            dice.From(subjects),
                            dice.One(ConsentKind.Treatment, ConsentKind.Donation),
                            "family-decision",
                            null
                        )
                    )
                    : Around();
            case 22:
                return new(
                    Kemal,
                    dice.Hits(50)
                        ? new PostponeSession(plan.Id, plan.Current?.Number ?? 1, "clinical", null)
                        : new CancelPlan(plan.Id, "family-decision", null)
                );
            case 23:
                return Ready(
                    plan,
                    lab.Lives.Subjects[dice.From(subjects)].Wristband,
                    dice.One(20_000, 70_000),
                    dice.One(0, 23, 25)
                );
            case 24:
                return new(Technician, new SeedCells(id, [dice.From(codes)], 1_000));
            case 25:
                return new(
                    Technician,
                    dice.One<Command>(
                        new ReportLoss(vial.Code, "not-found", null),
                        new ReportDamage(vial.Code, "broken", null),
                        new DiscardContainer(vial.Code, "expired", null)
                    )
                );
            case 26:
                return new(Technician, new TakeOut(vial.Code, lab.Positions[dice.Roll(12)].Code));
            case 27:
                return new(
                    Kemal,
                    new DecideSuitability(
                        dice.From(subjects),
                        dice.One(SuitabilityOutcome.Favourable, SuitabilityOutcome.NotNow)
                    )
                );
            case 28:
                return new(
                    Nurse,
                    new BindWristband(
                        dice.From(subjects),
                        lab.Lives.Subjects[dice.From(subjects)].Wristband ?? lab.NewCode(CodeKind.Wristband)
                    )
                );
            case 36 or 37:
                return LateOf(new(Nurse, new CompleteAdministration(vial.Code, 400)));
            case 38 or 39:
                return new(dice.One(Ayse, Burak, Hande), new HandOver(vial.Code, Badge()));
            case 40 or 41:
                return new(
                    dice.One(Ayse, Burak),
                    new IdentifyContainer(
                        vial.Code,
                        dice.Hits(70) ? PlaceOf(vial) : lab.Positions[dice.Roll(12)].Code,
                        dice.Hits(70) ? Beside(vial) : dice.From(codes),
                        Badge(),
                        LabelTrouble.Frosted
                    )
                );
            case 34 or 35:
                return new(Nurse, new StartAdministration(vial.Code, Route.Intravenous, 800));
            default:
                return Out();
        }

        Attempt Out() =>
            dice.One<Attempt>(
                new(Technician, new IsolateCells(dice.From(codes), 10_000, 1_000_000, 90m)),
                new(Emre, new OpenReview(id)),
                new(Emre, new CloseBatch(id)),
                new(Technician, new ReceiveContainer(dice.From(codes), 5_000, true, 8m, 10)),
                new(Nurse, new DiscardResidual(vial.Code)),
                new(Kemal, new CancelBatch(id, "clinical", null))
            );
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
                lab.Now.AddMinutes(dice.One(0, -1, -60, -600, 1)),
                "power-failure",
                dice.One(null, null, null, Burak, Ceren, Leyla)
            ),
            Second = dice.One(null, Ayse, Burak, Irem, Emre),
        };
}
