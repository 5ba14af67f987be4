using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class What_the_journey_must_withstand
{
    [Fact]
    public void from_collection_to_the_discarded_remainder()
    {
        var lab = Laboratory.Opened();
        var mert = Journey.To(Stage.PutAway, Origin.Autologous, lab, patient: "Mert");

        // A collection without consent.
        var protocol = World.ApprovedProtocol(lab, World.Content(Origin.Autologous));
        var elif = World.Registered(lab, "P-Elif", donor: true, patient: true, minor: true);
        lab.Must(Kemal, new AssignCoi(elif, "CHA999926000001"));
        lab.Must(Hande, new BindWristband(elif, new WristbandCode(lab.NewCode(CodeKind.Wristband))));
        lab.Must(Kemal, new DecideSuitability(elif, SuitabilityOutcome.Favourable));
        World.Eligible(lab, elif, protocol);
        var j = new Journey
        {
            Lab = lab,
            Protocol = protocol,
            Donor = elif,
            Patient = elif,
            Plan = World.NewPlan(lab, elif, protocol),
        };
        j.GoOn(Stage.Planned, Stage.Planned);
        lab.Do(
                Ayse,
                new CompleteCollection(
                    new WristbandCode(j.DonorWristband),
                    new ContainerCode(lab.NewCode(CodeKind.Container))
                )
            )
            .IsRefusedBy("R26 consent");
        World.Consent(lab, elif, ConsentKind.Donation, ConsentSigner.Guardian);
        World.Consent(lab, elif, ConsentKind.Treatment, ConsentSigner.Guardian);

        // A fill that does not balance; a position that is taken.
        j.GoOn(Stage.Collected, Stage.Harvested);
        lab.Do(Ayse, Breaches.FillOf(j, lossUl: 99)).IsRefusedBy("R15 volume");
        j.GoOn(Stage.Filled, Stage.Frozen);
        lab.Do(Ayse, new PutAway(new ContainerCode(j.Vial), new PositionCode(mert.PlaceOf(mert.Vial))))
            .IsRefusedBy("R14 occupied");
        j.GoOn(Stage.PutAway, Stage.PutAway);

        // A release with a missing result, by the tester, by one person twice.
        foreach (var (test, value) in World.Passing.Take(4))
            lab.Must(Ceren, new EnterResult(j.Batch, test, value));
        lab.Must(Deniz, new VerifyResults(j.Batch, [.. World.Passing.Take(4).Select(t => t.Test)]));
        lab.Do(Emre, new OpenReview(mert.Batch)).IsRefusedBy("R22 results");
        lab.Do(Fatma, new SignRelease(mert.Batch)).IsRefusedAlsoBy("R8a missing");
        j.GoOn(Stage.UnderReview, Stage.TrailReviewed);
        lab.Do(Ceren, new SignRelease(j.Batch)).IsRefusedBy("R9 tested");
        lab.Must(Fatma, new SignRelease(j.Batch));
        lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R9 twice");
        j.GoOn(Stage.Released, Stage.TakenOut);

        // A thaw without a ready session; an unreleased vial at the bedside.
        lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsRefusedBy("R28 not-ready");
        j.GoOn(Stage.SessionReady, Stage.Thawed);
        lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(mert.Wristband), new ContainerCode(mert.Vial)))
            .IsRefusedAlsoBy("R7 not-released");

        // Another patient's wristband; a thawed vial back into the tank; the same nurse twice; the wrong route.
        var other = lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(mert.Wristband), new ContainerCode(j.Vial)));
        other.IsRefusedBy("R1 patient", "R3 session");
        Assert.All(other.Broken, broken => Assert.Empty(broken.Values));
        lab.Do(Ayse, new PutAway(new ContainerCode(j.Vial), new PositionCode(lab.Positions[^1].Code)))
            .IsRefusedAlsoBy("R11 thawed");
        lab.Must(Hande, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)));
        lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)))
            .IsRefusedBy("R4 same");
        lab.Must(Irem, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)));
        lab.Do(Hande, j.Start(Route.Intrathecal)).IsRefusedBy("R5 route");

        // The same vial again.
        j.GoOn(Stage.Administering, Stage.Finished);
        lab.Do(Irem, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)))
            .IsRefusedAlsoBy("R11 opened");
        lab.Do(Hande, j.Start()).IsRefusedAlsoBy("R22 container");

        // A vial past its time after thaw.
        lab.Must(Kemal, j.Ready(2));
        j.BringToBed(j.Vials[1], 2, Stage.Matched);
        lab.Later(120);
        lab.Do(Hande, new StartAdministration(new ContainerCode(j.Vials[1]), Route.Intravenous, Journey.DoseUl))
            .IsRefusedBy("R10 after-thaw", "R3 lapsed");

        Assert.Equal((ContainerState.Administered, 0L), (j.Of(j.Vial).State, j.Of(j.Vial).VolumeUl));
        Assert.Equal((BatchState.Released, 3), (j.TheBatch.State, j.TheBatch.Living));
        Assert.Equal(2, j.ThePlan.Current!.Number);
    }
}
