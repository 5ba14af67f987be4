using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

/// <summary>For each way to break a rule, one act in one laboratory that breaks it: "R22 no-batch" → the answer.</summary>
internal static partial class Breaches
{
    public static readonly IReadOnlyDictionary<string, Func<Decision>> All = new[]
    {
        Identity,
        Treatment,
        ReleaseAndRoles,
        TimeAndCustody,
        FromHandToHand,
        Balance,
        Records,
        RecordedLate,
        MovesOfBatches,
        MovesOfTherapy,
        Erasing,
        Dividing,
        Offline,
        Labels,
        LayoutOfLabels,
        Donors,
        OfEquipmentAndBoxes,
        OfTheHouse,
        Materials,
    }
        .SelectMany(part => part)
        .ToDictionary(b => b.Key, b => b.Value);

    private static Dictionary<string, Func<Decision>> Identity =>
        new()
        {
            ["R1 patient"] = () =>
            {
                var (elif, mert) = TwoPatients(Stage.Released, Stage.Planned);
                return elif.Lab.Do(Kemal, new ReserveContainer(new ContainerCode(elif.Vial), mert.Plan, 1));
            },
            ["R3 session"] = () =>
            {
                var (elif, mert) = TwoPatients(Stage.Thawed, Stage.Planned, Origin.Allogeneic);
                return elif.Lab.Do(
                    Hande,
                    new ConfirmAtBedside(new WristbandCode(mert.Wristband), new ContainerCode(elif.Vial))
                );
            },
            ["R3 not-kept"] = () =>
                After(
                    Stage.Released,
                    j =>
                        j.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)))
                ),
            ["R3 not-ready"] = () =>
            {
                var j = Journey.To(Stage.Thawed);
                j.Lab.Must(Kemal, new PostponeSession(j.Plan, 1, "clinical", null));
                return j.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)));
            },
            ["R3 wearer"] = () =>
            {
                var (elif, mert) = TwoPatients(Stage.Planned, Stage.Planned);
                return elif.Lab.Do(Kemal, elif.Ready(1) with { Wristband = new WristbandCode(mert.Wristband) });
            },
            ["R3 lapsed"] = () => After(Stage.Matched, TimeSpan.FromMinutes(31), j => j.Lab.Do(Hande, j.Start())),
            ["R3 no-match"] = () => After(Stage.CheckedOnce, j => j.Lab.Do(Hande, j.Start())),
            ["R4 same"] = () =>
                After(
                    Stage.CheckedOnce,
                    j =>
                        j.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)))
                ),
            ["R4 two"] = () =>
                After(
                    Stage.Matched,
                    j =>
                    {
                        // No command leads here; the rule holds even so.
                        j.Lab.Pretend(lives => lives.With(j.Of(j.Vial) with { SecondCheck = j.Of(j.Vial).FirstCheck }));
                        return j.Lab.Do(Hande, j.Start());
                    }
                ),
            ["R5 product"] = () =>
                After(
                    Stage.Released,
                    Origin.Allogeneic,
                    j =>
                    {
                        var other = World.NewPlan(
                            j.Lab,
                            j.Patient,
                            World.ApprovedProtocol(j.Lab, World.Content(Origin.Allogeneic))
                        );
                        return j.Lab.Do(Kemal, new ReserveContainer(new ContainerCode(j.Vial), other, 1));
                    }
                ),
            ["R5 session"] = () =>
                After(Stage.Released, j => j.Lab.Do(Kemal, new ReserveContainer(new ContainerCode(j.Vial), j.Plan, 4))),
            ["R5 route"] = () => After(Stage.Matched, j => j.Lab.Do(Hande, j.Start(Route.Intrathecal))),
            ["R5 dose"] = () => After(Stage.Matched, j => j.Lab.Do(Hande, j.Start(volumeUl: 881))),
            ["R5 volume"] = () => After(Stage.Matched, j => j.Lab.Do(Hande, j.Start(volumeUl: 1_501))),
            ["R5 window"] = () => After(Stage.Released, TimeSpan.FromDays(366), j => j.Lab.Do(Kemal, j.Ready(1))),
        };

    private static Dictionary<string, Func<Decision>> Treatment =>
        new()
        {
            ["R26 consent"] = () =>
            {
                var lab = Laboratory.Opened();
                var patient = World.Registered(lab, "P-Defne", donor: false, patient: true, minor: true);
                lab.Must(Hande, new BindWristband(patient, new WristbandCode(lab.NewCode(CodeKind.Wristband))));
                var plan = World.NewPlan(lab, patient, World.ApprovedProtocol(lab, World.Content(Origin.Allogeneic)));
                return lab.Do(
                    Kemal,
                    new ConfirmSession(
                        plan,
                        1,
                        new WristbandCode(lab.Lives.Subjects[patient].Wristband!),
                        20_000,
                        null,
                        true,
                        true,
                        true,
                        true
                    )
                );
            },
            ["R26 guardian"] = () =>
                After(
                    Stage.Planned,
                    j =>
                    {
                        World.Consent(j.Lab, j.Donor, ConsentKind.Donation, ConsentSigner.Self);
                        return j.Lab.Do(
                            Ayse,
                            new CompleteCollection(
                                new WristbandCode(j.DonorWristband),
                                new ContainerCode(j.Lab.NewCode(CodeKind.Container))
                            )
                        );
                    }
                ),
            ["R26 ended"] = () =>
                After(
                    Stage.Planned,
                    TimeSpan.FromDays(600),
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new CompleteCollection(
                                new WristbandCode(j.DonorWristband),
                                new ContainerCode(j.Lab.NewCode(CodeKind.Container))
                            )
                        )
                ),
            ["R26 withdrawn"] = () =>
                After(
                    Stage.SessionReady,
                    j =>
                    {
                        j.Lab.Must(
                            Kemal,
                            new WithdrawConsent(j.Patient, ConsentKind.Treatment, "family-decision", null)
                        );
                        return j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial)));
                    }
                ),
            ["R26 suitability"] = () =>
                After(
                    Stage.Planned,
                    j =>
                    {
                        j.Lab.Must(Kemal, new DecideSuitability(j.Patient, SuitabilityOutcome.NotNow));
                        return j.Lab.Do(
                            Ayse,
                            new CompleteCollection(
                                new WristbandCode(j.DonorWristband),
                                new ContainerCode(j.Lab.NewCode(CodeKind.Container))
                            )
                        );
                    }
                ),
            ["R26 ethics"] = () =>
            {
                var j = Journey.To(Stage.Matched, protocol: p => p with { EthicsUntil = World.Opening.AddHours(1) });
                j.Lab.Now = World.Opening.AddHours(1);
                return j.Lab.Do(Hande, j.Start());
            },
            ["R26 dissent"] = () =>
                After(
                    Stage.Thawed,
                    j =>
                    {
                        j.Lab.Must(Hande, new ExpressDissent(j.Patient));
                        return j.Lab.Do(
                            Hande,
                            new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial))
                        );
                    }
                ),
            ["R28 not-kept"] = () =>
                After(Stage.PutAway, j => j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial)))),
            ["R28 not-ready"] = () =>
                After(Stage.TakenOut, j => j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial)))),
            ["R28 lapsed"] = () =>
                After(
                    Stage.SessionReady,
                    TimeSpan.FromHours(2),
                    j => j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial)))
                ),
            ["R28 tick"] = () => After(Stage.TakenOut, j => j.Lab.Do(Kemal, j.Ready(1) with { NoFever = false })),
            ["R29 weight"] = () =>
                After(
                    Stage.TakenOut,
                    j => j.Lab.Do(Kemal, j.Ready(1, weighed: j.Lab.Now.AddHours(-24).AddMicroseconds(-1)))
                ),
            ["R29 too-little"] = () =>
                After(
                    Stage.TakenOut,
                    j =>
                    {
                        j.Lab.Must(Kemal, j.Ready(1, grams: 51_000));
                        return j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial)));
                    }
                ),
        };

    /// <summary>A journey to a stage, and what is then tried.</summary>
    public static Decision After(Stage stage, Func<Journey, Decision> tried) => tried(Journey.To(stage));

    private static Decision Then(Journey journey, Func<Journey, Decision> tried) => tried(journey);

    public static Decision After(Stage stage, Origin origin, Func<Journey, Decision> tried) =>
        tried(Journey.To(stage, origin));

    public static Decision After(Stage stage, TimeSpan later, Func<Journey, Decision> tried)
    {
        var journey = Journey.To(stage);
        journey.Lab.Later(later);
        return tried(journey);
    }

    /// <summary>Elif and Mert in one laboratory, each with a batch.</summary>
    public static (Journey Elif, Journey Mert) TwoPatients(Stage elifs, Stage merts, Origin origin = Origin.Autologous)
    {
        var elif = Journey.To(elifs, origin);
        return (elif, Journey.To(merts, origin, elif.Lab, patient: "Mert"));
    }
}
