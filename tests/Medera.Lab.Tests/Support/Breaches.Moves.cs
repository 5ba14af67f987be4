using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

internal static partial class Breaches
{
    private static Dictionary<string, Func<Decision>> Balance =>
        new()
        {
            ["R15 volume"] = () => After(Stage.Harvested, j => j.Lab.Do(Ayse, FillOf(j, lossUl: 101))),
            ["R15 vessels"] = () =>
                After(
                    Stage.Passaged,
                    j => j.Lab.Do(Ayse, new HarvestCells(j.Batch, [new(j.Vessels[0])], null, 9_000, 100, 90m))
                ),
            ["R15 negative"] = () => After(Stage.Harvested, j => j.Lab.Do(Ayse, FillOf(j, lossUl: -1))),
            ["R15 foreign"] = () =>
            {
                var (elif, mert) = TwoPatients(Stage.Passaged, Stage.Passaged);
                return elif.Lab.Do(
                    Ayse,
                    new HarvestCells(elif.Batch, [new(elif.Vessels[0]), new(mert.Vessels[0])], null, 9_000, 100, 90m)
                );
            },
            ["R15 ended"] = () =>
                After(Stage.Isolated, j => j.Lab.Do(Ayse, new IsolateCells(new(j.Collected), 10, 10, 90m))),
            ["R15 more-cells"] = () =>
                After(
                    Stage.Isolated,
                    j => j.Lab.Do(Ayse, new SeedCells(j.Batch, [new(j.Lab.NewCode(CodeKind.Container))], 30_000_001))
                ),
            ["R15 more-given"] = () =>
                After(Stage.Administering, j => j.Lab.Do(Hande, new CompleteAdministration(new(j.Vial), 2_001))),
            ["R15 nothing"] = () => After(Stage.Finished, j => j.Lab.Do(Hande, new DiscardResidual(new(j.Vial)))),
            ["R15 count"] = () =>
                After(Stage.Harvested, j => j.Lab.Do(Ayse, new CountCells(j.Batch, 258_975_000, 93m))),
            ["R15 given"] = () =>
                After(Stage.Administering, j => j.Lab.Do(Hande, new CompleteAdministration(new(j.Vial), 719))),
        };

    private static Dictionary<string, Func<Decision>> MovesOfBatches =>
        new()
        {
            ["R22 batch"] = () => After(Stage.Planned, j => j.Lab.Do(Ayse, new FreezeBatch(j.Batch))),
            ["R22 container"] = () => After(Stage.Frozen, j => j.Lab.Do(Ayse, new CompleteThaw(new(j.Vial)))),
            ["R22 no-batch"] = () =>
                After(
                    Stage.Collected,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new CompleteCollection(new(j.DonorWristband), new(j.Lab.NewCode(CodeKind.Container)))
                        )
                ),
            ["R22 several"] = () =>
                After(
                    Stage.Planned,
                    j =>
                        j.Another(Stage.Planned)
                            .Lab.Do(
                                Ayse,
                                new CompleteCollection(new(j.DonorWristband), new(j.Lab.NewCode(CodeKind.Container)))
                            )
                ),
            ["R22 coi"] = () =>
                Subjects(
                    (lab, _) =>
                    {
                        var patient = World.Registered(lab, "P-Can", donor: true, patient: true, minor: true);
                        return lab.Do(
                            Kemal,
                            new PlanBatch(
                                "MSC-26-9",
                                patient,
                                World.ApprovedProtocol(lab, World.Content(Origin.Autologous))
                            )
                        );
                    }
                ),
            ["R22 seal"] = () =>
                After(Stage.Collected, j => j.Lab.Do(Ayse, World.Receive(j.Collected) with { SealIntact = false })),
            ["R22 line"] = () => After(Stage.Received, j => j.Lab.Do(Ayse, new StartProcessing(j.Batch, false))),
            ["R22 passage"] = () =>
                Then(
                    Journey.To(Stage.Passaged, protocol: p => p with { MaxPassage = 1 }),
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new PassageCells(
                                j.Batch,
                                ContainerCode.Each(j.Vessels),
                                null,
                                ContainerCode.Each(j.Lab.NewCodes(CodeKind.Container, 1)),
                                100,
                                90m,
                                100
                            )
                        )
                ),
            ["R22 vessels"] = () => After(Stage.Passaged, j => j.Lab.Do(Ayse, FillOf(j, lossUl: 100))),
            ["R22 no-vessel"] = () =>
                After(Stage.Isolated, j => j.Lab.Do(Ayse, new HarvestCells(j.Batch, [], null, 10, 10, 90m))),
            ["R22 in-culture"] = () =>
                After(
                    Stage.Seeded,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new SeedCells(j.Batch, ContainerCode.Each(j.Lab.NewCodes(CodeKind.Container, 1)), 100)
                        )
                ),
            ["R22 no-cells"] = () =>
                After(
                    Stage.Started,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new SeedCells(j.Batch, ContainerCode.Each(j.Lab.NewCodes(CodeKind.Container, 1)), 100)
                        )
                ),
            ["R22 samples"] = () =>
                After(Stage.Harvested, j => j.Lab.Do(Ayse, FillOf(j, lossUl: 600) with { Samples = [] })),
            ["R22 results"] = () => After(Stage.PutAway, j => j.Lab.Do(Emre, new OpenReview(j.Batch))),
            ["R22 custodian"] = () =>
                After(
                    Stage.PutAway,
                    j =>
                    {
                        j.Lab.Must(Fatma, new RejectBatch(j.Batch, "contamination", null));
                        return j.Lab.Do(Emre, new CloseBatch(j.Batch));
                    }
                ),
            ["R22 donor"] = () =>
                Subjects(
                    (lab, patient) =>
                        lab.Do(
                            Kemal,
                            new PlanBatch(
                                "MSC-26-9",
                                patient,
                                World.ApprovedProtocol(lab, World.Content(Origin.Allogeneic))
                            )
                        )
                ),
            ["R22 origin"] = () =>
                Subjects(
                    (lab, _) =>
                        lab.Do(
                            Kemal,
                            new PlanBatch(
                                "MSC-26-9",
                                World.NewDonor(lab, "Kaan"),
                                World.ApprovedProtocol(lab, World.Content(Origin.Autologous))
                            )
                        )
                ),
            ["R22 deviation"] = () =>
                After(
                    Stage.PutAway,
                    j => j.Lab.Do(Emre, new AssessDeviation(j.Batch, new DeviationId(j.Batch.Value), false, "Unknown."))
                ),
            ["R22 count"] = () =>
                Subjects(
                    (lab, _) =>
                        lab.Do(
                            Murat,
                            new RegisterBox(
                                new(lab.NewCode(CodeKind.Position)),
                                "LN2-A",
                                "R1",
                                "B2",
                                2,
                                2,
                                [.. lab.NewCodes(CodeKind.Position, 3).Select(code => new PositionCode(code))]
                            )
                        )
                ),
        };

    private static Dictionary<string, Func<Decision>> MovesOfTherapy =>
        new()
        {
            ["R22 coi-there"] = () =>
                Subjects((lab, patient) => lab.Do(Kemal, new AssignCoi(patient, "CHA999926999999"))),
            ["R22 protocol"] = () =>
                Subjects(
                    (lab, patient) =>
                        lab.Do(
                            Kemal,
                            new MakePlan(
                                patient,
                                World.DraftedProtocol(lab, World.Content(Origin.Allogeneic)),
                                Route.Intravenous,
                                1,
                                lab.Now,
                                0,
                                1,
                                null
                            )
                        )
                ),
            ["R22 plan"] = () =>
                After(
                    Stage.Released,
                    j =>
                    {
                        j.Lab.Must(Kemal, new CancelPlan(j.Plan, "family-decision", null));
                        return j.Lab.Do(Kemal, new ReserveContainer(new(j.Vial), j.Plan, 1));
                    }
                ),
            ["R22 kept"] = () =>
                After(Stage.Reserved, j => j.Lab.Do(Kemal, new ReserveContainer(new(j.Vial), j.Plan, 1))),
            ["R22 not-kept"] = () =>
                After(Stage.Released, j => j.Lab.Do(Kemal, new ReleaseReservation(new(j.Vial), "clinical", null))),
            ["R22 patient"] = () =>
                Subjects((lab, _) => lab.Do(Kemal, new AssignCoi(World.NewDonor(lab, "Kaan"), "CHA999926999999"))),
            ["R22 talk"] = () =>
                Subjects(
                    (lab, patient) =>
                        lab.Do(
                            Kemal,
                            new GiveConsent(
                                patient,
                                ConsentKind.Research,
                                "IC-1",
                                "tr",
                                ConsentSigner.Guardian,
                                lab.Now.AddDays(9)
                            )
                        )
                ),
            ["R22 consent"] = () =>
                Subjects(
                    (lab, patient) =>
                        lab.Do(Kemal, new WithdrawConsent(patient, ConsentKind.Research, "family-decision", null))
                ),
            ["R22 session"] = () => After(Stage.Released, j => j.Lab.Do(Kemal, j.Ready(2))),
            ["R22 wearer"] = () =>
                After(
                    Stage.Planned,
                    j =>
                    {
                        j.Lab.Must(Hande, new VoidWristband(j.Patient, "broken", null));
                        return j.Lab.Do(Hande, new VoidWristband(j.Patient, "broken", null));
                    }
                ),
            ["R22 route"] = () =>
                Subjects(
                    (lab, patient) =>
                        lab.Do(
                            Kemal,
                            new MakePlan(
                                patient,
                                World.ApprovedProtocol(
                                    lab,
                                    World.Content(Origin.Allogeneic) with
                                    {
                                        Routes = [new RouteLimit(Route.Intravenous, 100)],
                                    }
                                ),
                                Route.Intrathecal,
                                1,
                                lab.Now,
                                0,
                                1,
                                null
                            )
                        )
                ),
        };

    /// <summary>A laboratory with Defne in it, a patient in order who gives nothing.</summary>
    private static Decision Subjects(Func<Laboratory, SubjectId, Decision> tried)
    {
        var lab = Laboratory.Opened();
        return tried(lab, World.NewPatient(lab, "Defne", donor: false));
    }

    /// <summary>Four vials, a sample and a retention: with 100 µL of loss it balances with what was harvested.</summary>
    public static FillContainers FillOf(Journey journey, long lossUl) =>
        new(
            journey.Batch,
            ContainerCode.Each(journey.Lab.NewCodes(CodeKind.Container, 4)),
            2_000,
            ContainerCode.Each(journey.Lab.NewCodes(CodeKind.Container, 1)),
            500,
            ContainerCode.Each(journey.Lab.NewCodes(CodeKind.Container, 1)),
            400,
            lossUl
        );
}
