using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.TestSupport.Sequences;

public sealed partial class Attempts
{
    /// <summary>What must be stopped, or stand as a late record: by anybody, of anything, at any time.</summary>
    private Attempt Hostile()
    {
        if (codes.Count == 0)
            return AnythingElse();
        var (id, vial) = (dice.From(batches), AnyVial());
        var batch = lab.Lives.Batches[id];
        var vessels = CodesOf(id, ContainerKind.Vessel, ContainerState.InCulture);
        var plan = vial.Reserved is { } kept ? lab.Lives.Plans[kept.Plan] : lab.Lives.Plans[dice.From(plans)];
        switch (dice.Roll(42))
        {
            case 0 or 1:
                return new(
                    Nurse,
                    new ConfirmAtBedside(
                        new(lab.Lives.Subjects[dice.From(subjects)].Wristband ?? "MLW000000000"),
                        new(vial.Code)
                    )
                );
            case 2:
                return new(
                    vial.FirstCheck?.By == Irem.Id ? Irem : Hande,
                    new ConfirmAtBedside(
                        new(lab.Lives.Subjects[plan.Patient].Wristband ?? "MLW000000000"),
                        new(vial.Code)
                    )
                );
            case 3:
                return Start(vial, plan, dice.One(Route.Intravenous, Route.Intrathecal), dice.One(100, 89, 112, 300));
            case 4:
                return new(
                    Technician,
                    new PutAway(new(vial.Code), new(dice.Hits(50) ? FreePlace() : lab.Positions[dice.Roll(12)].Code))
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
                        [.. Codes(vessels.Skip(1)), .. Codes(codes.Take(dice.Hits(30) ? 1 : 0))],
                        dice.Hits(50) ? null : [.. Codes(vessels.Take(1)), .. Codes(vessels.Take(1))],
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
                return new(Kemal, new ReserveContainer(new(vial.Code), dice.From(plans), 1 + dice.Roll(4)));
            case 13:
                return new(Technician, new StartThaw(new(vial.Code)));
            case 14:
                return new(Nurse, new CompleteAdministration(new(vial.Code), dice.One(-1, vial.VolumeUl + 1, 0)));
            case 15:
                return new(
                    Ayse,
                    new CompleteCollection(
                        new(lab.Lives.Subjects[dice.From(subjects)].Wristband ?? "MLW000000000"),
                        new(dice.Hits(50) ? dice.From(codes) : NewCode())
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
                            new StartThaw(new(vial.Code)),
                            new PutAway(new(vial.Code), new(lab.Positions[dice.Roll(12)].Code)),
                            new FreezeBatch(id),
                            new CompleteAdministration(new(vial.Code), 500),
                            new StartAdministration(new(vial.Code), Route.Intravenous, 500),
                            new CompleteThaw(new(vial.Code))
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
                    : AnythingElse();
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
                return new(Technician, new SeedCells(id, [new(dice.From(codes))], 1_000));
            case 25:
                return new(
                    Technician,
                    dice.One<Command>(
                        new ReportLoss(new(vial.Code), "not-found", null),
                        new ReportDamage(new(vial.Code), "broken", null),
                        new DiscardContainer(new(vial.Code), "expired", null)
                    )
                );
            case 26:
                return new(Technician, new TakeOut(new(vial.Code), new(lab.Positions[dice.Roll(12)].Code)));
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
                        new(lab.Lives.Subjects[dice.From(subjects)].Wristband ?? lab.NewCode(CodeKind.Wristband))
                    )
                );
            case 36 or 37:
                return LateOf(new(Nurse, new CompleteAdministration(new(vial.Code), 400)));
            case 38 or 39:
                return new(dice.One(Ayse, Burak, Hande), new HandOver(new(vial.Code), new(Badge())));
            case 40 or 41:
                return new(
                    dice.One(Ayse, Burak),
                    new IdentifyContainer(
                        new(vial.Code),
                        new(dice.Hits(70) ? PlaceOf(vial) : lab.Positions[dice.Roll(12)].Code),
                        (dice.Hits(70) ? Beside(vial) : dice.From(codes)) is { } beside
                            ? new ContainerCode(beside)
                            : null,
                        new(Badge()),
                        LabelTrouble.Frosted
                    )
                );
            case 34 or 35:
                return new(Nurse, new StartAdministration(new(vial.Code), Route.Intravenous, 800));
            default:
                return Out();
        }

        Attempt Out() =>
            dice.One<Attempt>(
                new(Technician, new IsolateCells(new(dice.From(codes)), 10_000, 1_000_000, 90m)),
                new(Emre, new OpenReview(id)),
                new(Emre, new CloseBatch(id)),
                new(Technician, new ReceiveContainer(new(dice.From(codes)), 5_000, true, 8m, 10)),
                new(Nurse, new DiscardResidual(new(vial.Code))),
                new(Kemal, new CancelBatch(id, "clinical", null))
            );
    }
}
