using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

internal static partial class Breaches
{
    private static Dictionary<string, Func<Decision>> ReleaseAndRoles =>
        new()
        {
            ["R7 not-released"] = () =>
                After(
                    Stage.PutAway,
                    j =>
                    {
                        j.Lab.Must(Kemal, new ReserveContainer(new(j.Vial), j.Plan, 1));
                        j.Lab.Must(Ayse, new TakeOut(new(j.Vial), new(j.PlaceOf(j.Vial))));
                        j.Lab.Must(Kemal, j.Ready(1));
                        return j.Lab.Do(Ayse, new StartThaw(new(j.Vial)));
                    }
                ),
            ["release.sealed unsealed"] = () =>
                After(
                    Stage.SessionReady,
                    j => j.Lab.Ask(Ayse, new StartThaw(new(j.Vial)), file: f => f with { ReleaseSealed = false })
                ),
            ["R8a missing"] = () => After(Stage.PutAway, j => j.Lab.Do(Fatma, new SignRelease(j.Batch))),
            ["R8a failing"] = () =>
                After(
                    Stage.TrailReviewed,
                    j =>
                    {
                        j.Lab.Must(Ceren, new CorrectResult(j.Batch, "viability", "79.9", "typing-error", null));
                        j.Lab.Must(Deniz, new VerifyResults(j.Batch, ["viability"]));
                        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
                        return j.Lab.Do(Fatma, new SignRelease(j.Batch));
                    }
                ),
            ["R8a unverified"] = () =>
                After(
                    Stage.TrailReviewed,
                    j =>
                    {
                        j.Lab.Must(Ceren, new CorrectResult(j.Batch, "viability", "90", "typing-error", null));
                        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
                        return j.Lab.Do(Fatma, new SignRelease(j.Batch));
                    }
                ),
            ["R8a expired"] = () =>
                After(Stage.TrailReviewed, TimeSpan.FromDays(365), j => j.Lab.Do(Fatma, new SignRelease(j.Batch))),
            ["R8a protocol"] = () =>
                After(
                    Stage.TrailReviewed,
                    j =>
                    {
                        j.Lab.Must(Emre, new RetireProtocol(j.Protocol));
                        return j.Lab.Do(Fatma, new SignRelease(j.Batch));
                    }
                ),
            ["R8a ethics"] = () =>
            {
                var j = Journey.To(
                    Stage.TrailReviewed,
                    protocol: p => p with { EthicsUntil = World.Opening.AddHours(1) }
                );
                j.Lab.Now = World.Opening.AddHours(1);
                return j.Lab.Do(Fatma, new SignRelease(j.Batch));
            },
            ["R8a trail"] = () => After(Stage.UnderReview, j => j.Lab.Do(Fatma, new SignRelease(j.Batch))),
            ["R8a doublings"] = () =>
                Then(
                    Journey.To(Stage.TrailReviewed, protocol: p => p with { MaxDoublings = 3.90m }),
                    j => j.Lab.Do(Fatma, new SignRelease(j.Batch))
                ),
            ["R8b deviation"] = () =>
                After(
                    Stage.UnderReview,
                    j =>
                    {
                        j.Lab.Must(Ayse, new OpenDeviation(j.Batch, true, "The cabinet's alarm sounded."));
                        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
                        return j.Lab.Do(Fatma, new SignRelease(j.Batch));
                    }
                ),
            ["R9 entered"] = () => After(Stage.Tested, j => j.Lab.Do(Ceren, new VerifyResults(j.Batch, ["viability"]))),
            ["R9 made"] = () => After(Stage.TrailReviewed, j => j.Lab.Do(Ayse, new SignRelease(j.Batch))),
            ["R9 tested"] = () => After(Stage.TrailReviewed, j => j.Lab.Do(Deniz, new SignRelease(j.Batch))),
            ["R9 twice"] = () => After(Stage.SignedOnce, j => j.Lab.Do(Fatma, new SignRelease(j.Batch))),
            ["R9 administrator"] = () =>
                Laboratory.Opened().Do(Murat, new OpenAccount("selin", Roles.Administrator | Roles.Releaser)),
            ["R9 witness"] = () =>
                Laboratory
                    .Opened()
                    .Ask(Murat, new OpenAccount("selin", Roles.Releaser), file: f => f with { Second = null }),
            ["R9 password"] = () => Laboratory.Opened().Do(Murat, new ChoosePassword(Ceren.Id)),
            ["R9 oneself"] = () => Laboratory.Opened().Do(Murat, new ChangeRoles(Murat.Id, Roles.Releaser, true)),
        };

    private static Dictionary<string, Func<Decision>> TimeAndCustody =>
        new()
        {
            ["R10 expired"] = () =>
                After(
                    Stage.Released,
                    TimeSpan.FromDays(365),
                    j => j.Lab.Do(Kemal, new ReserveContainer(new(j.Vial), j.Plan, 1))
                ),
            ["R10 after-thaw"] = () =>
                After(
                    Stage.Thawed,
                    TimeSpan.FromMinutes(120),
                    j => j.Lab.Do(Hande, new ConfirmAtBedside(new(j.Wristband), new(j.Vial)))
                ),
            ["R11 thawed"] = () =>
                After(Stage.Thawed, j => j.Lab.Do(Ayse, new PutAway(new(j.Vial), new(j.Lab.Positions[0].Code)))),
            ["R11 opened"] = () =>
                After(Stage.Administered, j => j.Lab.Do(Hande, new ConfirmAtBedside(new(j.Wristband), new(j.Vial)))),
            ["container.held found"] = () =>
                After(
                    Stage.TakenOut,
                    j =>
                    {
                        j.Lab.Must(Ayse, new ReportLoss(new(j.Vials[1]), "not-found", null));
                        j.Lab.Must(Ayse, new ReportFind(new(j.Vials[1]), "documentation", null));
                        return j.Lab.Do(Kemal, new ReserveContainer(new(j.Vials[1]), j.Plan, 2));
                    }
                ),
            ["R14 occupied"] = () =>
                After(Stage.TakenOut, j => j.Lab.Do(Ayse, new PutAway(new(j.Vial), new(j.PlaceOf(j.Vials[1]))))),
            ["R14 bound"] = () =>
                After(Stage.Isolated, j => j.Lab.Do(Ayse, new SeedCells(j.Batch, [new(j.Collected)], 1_000))),
            ["R14 twice"] = () =>
                After(
                    Stage.Isolated,
                    j =>
                    {
                        var code = j.Lab.NewCode(CodeKind.Container);
                        return j.Lab.Do(Ayse, new SeedCells(j.Batch, [new(code), new(code)], 1_000));
                    }
                ),
            ["R14 kind"] = () =>
                After(
                    Stage.Isolated,
                    j => j.Lab.Do(Ayse, new SeedCells(j.Batch, [new(j.Lab.NewCode(CodeKind.Wristband))], 1_000))
                ),
            ["R14 elsewhere"] = () =>
                After(Stage.PutAway, j => j.Lab.Do(Ayse, new TakeOut(new(j.Vial), new(j.PlaceOf(j.Vials[1]))))),
            ["R14 not-stored"] = () =>
                After(Stage.Frozen, j => j.Lab.Do(Ayse, new TakeOut(new(j.Vial), new(j.Lab.Positions[0].Code)))),
            ["R14 worn"] = () =>
                Subjects(
                    (lab, patient) =>
                        lab.Do(
                            Hande,
                            new BindWristband(
                                World.Registered(lab, "P-Can", donor: false, patient: true, minor: true),
                                new(lab.Lives.Subjects[patient].Wristband!)
                            )
                        )
                ),
            ["R14 no-wristband"] = () =>
                After(
                    Stage.Planned,
                    j =>
                        j.Lab.Do(
                            Hande,
                            new BindWristband(
                                World.Registered(j.Lab, "P-Can", donor: false, patient: true, minor: true),
                                new("10000000146")
                            )
                        )
                ),
            ["R14 wristband-before"] = () =>
                After(
                    Stage.Planned,
                    j =>
                    {
                        var old = j.Wristband;
                        j.Lab.Must(Hande, new VoidWristband(j.Patient, "broken", null));
                        return j.Lab.Do(Hande, new BindWristband(j.Patient, new WristbandCode(old)));
                    }
                ),
            ["R14 wristband"] = () =>
                After(
                    Stage.Planned,
                    j => j.Lab.Do(Hande, new BindWristband(j.Patient, new(j.Lab.NewCode(CodeKind.Wristband))))
                ),
        };

    private static Dictionary<string, Func<Decision>> Records =>
        new()
        {
            ["R19 there"] = () =>
                After(Stage.Tested, j => j.Lab.Do(Ceren, new EnterResult(j.Batch, "viability", "99"))),
            ["R19 none"] = () =>
                After(
                    Stage.PutAway,
                    j => j.Lab.Do(Ceren, new CorrectResult(j.Batch, "viability", "99", "typing-error", null))
                ),
            ["R19 reason"] = () =>
                After(
                    Stage.Tested,
                    j => j.Lab.Do(Ceren, new CorrectResult(j.Batch, "viability", "99", Reasons.Other, " "))
                ),
            ["R19 verified"] = () =>
                After(Stage.Verified, j => j.Lab.Do(Deniz, new VerifyResults(j.Batch, ["viability"]))),
            ["R19 not-tested"] = () =>
                After(Stage.PutAway, j => j.Lab.Do(Ceren, new EnterResult(j.Batch, "colour", "white"))),
            ["R20 proof"] = () =>
                After(Stage.TrailReviewed, j => j.Lab.Do(Fatma, new SignRelease(j.Batch), signed: false)),
            ["desk.incomplete reason"] = () =>
                After(Stage.Planned, j => j.Lab.Do(Kemal, new CancelBatch(j.Batch, "because", null))),
            ["desk.incomplete field"] = () =>
                After(Stage.PutAway, j => j.Lab.Do(Ayse, new OpenDeviation(j.Batch, false, null))),
            ["desk.incomplete year"] = () =>
                Subjects(
                    (lab, patient) =>
                        lab.Do(
                            Kemal,
                            new GiveConsent(
                                patient,
                                ConsentKind.Treatment,
                                "KF-1",
                                "tr",
                                ConsentSigner.Self,
                                new DateTimeOffset(20, 1, 1, 0, 0, 0, TimeSpan.Zero)
                            )
                        )
                ),
            ["desk.incomplete account"] = () => Laboratory.Opened().Do(Murat, new OpenAccount("System", Roles.Qc)),
            ["desk.incomplete code"] = () => Laboratory.Opened().Do(Murat, new OpenAccount("selin yılmaz", Roles.Qc)),
            ["desk.incomplete title"] = () =>
                Laboratory
                    .Opened()
                    .Do(
                        Emre,
                        new DraftProtocol(
                            "TP-1",
                            1,
                            World.Content(Origin.Allogeneic) with
                            {
                                Specification =
                                [
                                    new TestLimit("viability; see Ayşe", Requirement.Mandatory, 80m, null, null, "%"),
                                ],
                            }
                        )
                    ),
            ["desk.incomplete range"] = () =>
                Laboratory
                    .Opened()
                    .Do(
                        Emre,
                        new DraftProtocol(
                            "TP-1",
                            1,
                            World.Content(Origin.Allogeneic) with
                            {
                                WeightAgeHours = int.MaxValue,
                            }
                        )
                    ),
        };
}
