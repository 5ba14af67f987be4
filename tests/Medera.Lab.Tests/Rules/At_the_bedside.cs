using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class At_the_bedside
{
    [Fact]
    public void another_patients_wristband_is_stopped_and_nothing_of_the_other_is_told()
    {
        var (elif, mert) = Breaches.TwoPatients(Stage.Thawed, Stage.Planned);
        var decision = elif.Lab.Do(
            Hande,
            new ConfirmAtBedside(new WristbandCode(mert.Wristband), new ContainerCode(elif.Vial))
        );
        decision.IsRefusedBy("R1 patient", "R3 session");
        Assert.All(decision.Broken, broken => Assert.Empty(broken.Values));
    }

    [Fact]
    public void an_allogeneic_product_goes_only_to_whom_it_is_kept_for()
    {
        var (elif, mert) = Breaches.TwoPatients(Stage.Thawed, Stage.Planned, Origin.Allogeneic);
        elif.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(mert.Wristband), new ContainerCode(elif.Vial)))
            .IsRefusedBy("R3 session");
        elif.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(elif.Wristband), new ContainerCode(elif.Vial)))
            .IsAccepted();
    }

    [Fact]
    public void a_wristband_that_was_voided_matches_nobody()
    {
        var j = Journey.To(Stage.Thawed);
        var old = j.Wristband;
        j.Lab.Must(Hande, new VoidWristband(j.Patient, "broken", null));
        j.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(old), new ContainerCode(j.Vial)))
            .IsRefusedBy("scan.unknown unknown");
        j.Lab.Must(Hande, new BindWristband(j.Patient, new WristbandCode(j.Lab.NewCode(CodeKind.Wristband))));
        // The session was confirmed as ready by the one before.
        j.Lab.Must(Kemal, j.Ready(1));
        j.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial))).IsAccepted();
    }

    [Fact]
    public void a_wristband_that_somebody_wears_is_bound_to_nobody_else()
    {
        var (elif, mert) = Breaches.TwoPatients(Stage.Planned, Stage.Planned);
        var elifs = elif.Wristband;
        mert.Lab.Must(Hande, new VoidWristband(mert.Patient, "broken", null));
        mert.Lab.Do(Hande, new BindWristband(mert.Patient, new WristbandCode(elifs))).IsRefusedBy("R14 worn");
    }

    [Fact]
    public void a_match_is_made_by_two_and_the_same_nurse_is_told_so()
    {
        var j = Journey.To(Stage.CheckedOnce);
        j.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)))
            .IsRefusedBy("R4 same");
        var second = j.Lab.Do(Irem, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)));
        second.IsAccepted();
        var match = Assert.Single(second.Facts.OfType<BedsideMatched>());
        Assert.Equal((Hande.Id, Irem.Id), (match.First, match.Second));
    }

    [Fact]
    public void a_first_check_stands_for_thirty_minutes_and_then_begins_anew()
    {
        var j = Journey.To(Stage.CheckedOnce);
        j.Lab.Later(30);
        j.Lab.Ask(Irem, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial))).IsAccepted();
        Assert.Contains(
            j.Lab.Ask(Irem, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial))).Facts,
            f => f is BedsideMatched
        );

        j.Lab.Later(TimeSpan.FromMicroseconds(1));
        var late = j.Lab.Do(Irem, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)));
        Assert.Equal([typeof(BedsideMatchLapsed), typeof(BedsideConfirmed)], late.Facts.Select(f => f.GetType()));
        j.Lab.Do(Irem, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)))
            .IsRefusedBy("R4 same");
        j.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial))).IsAccepted();
        j.Lab.Do(Irem, j.Start()).IsAccepted();
    }

    [Fact]
    public void a_match_stands_for_thirty_minutes()
    {
        var j = Journey.To(Stage.Matched);
        j.Lab.Later(30);
        j.Lab.Ask(Hande, j.Start()).IsAccepted();
        j.Lab.Later(TimeSpan.FromMicroseconds(1));
        j.Lab.Do(Hande, j.Start()).IsRefusedBy("R3 lapsed");
    }

    [Fact]
    public void a_match_is_not_made_longer_by_scanning_again()
    {
        var j = Journey.To(Stage.Matched);
        j.Lab.Later(20);
        Assert.False(
            j.Lab.Do(Irem, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial))).Accepted
        );
        j.Lab.Later(20);
        j.Lab.Do(Hande, j.Start()).IsRefusedBy("R3 lapsed");
    }

    [Fact]
    public void a_lapsed_match_is_made_again_by_two()
    {
        var j = Journey.To(Stage.Matched);
        j.Lab.Later(31);
        j.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial))).IsAccepted();
        j.Lab.Do(Hande, j.Start()).IsRefusedBy("R3 no-match", "R22 container");
        j.Lab.Do(Irem, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial))).IsAccepted();
        j.Lab.Do(Hande, j.Start()).IsAccepted();
    }

    [Fact]
    public void one_session_gets_one_product()
    {
        var j = Journey.To(Stage.Matched);
        j.BringToBed(j.Vials[1], 1, Stage.Matched);
        j.Lab.Must(Hande, j.Start());
        j.Lab.Do(Irem, new StartAdministration(new ContainerCode(j.Vials[1]), Route.Intravenous, Journey.DoseUl))
            .IsRefusedBy("R3 not-ready");
    }

    [Fact]
    public void a_session_put_off_or_a_plan_cancelled_stops_what_is_matched()
    {
        var j = Journey.To(Stage.Matched);
        j.Lab.Must(Kemal, new PostponeSession(j.Plan, 1, "clinical", null));
        j.Lab.Do(Hande, j.Start()).IsRefusedBy("R3 not-ready");

        var k = Journey.To(Stage.Matched);
        k.Lab.Must(Kemal, new CancelPlan(k.Plan, "family-decision", null));
        k.Lab.Do(Hande, k.Start()).IsRefusedBy("R3 not-ready");
    }

    [Fact]
    public void a_cancelled_plan_stops_thaw_and_match()
    {
        var j = Journey.To(Stage.SessionReady);
        j.Lab.Must(Kemal, new CancelPlan(j.Plan, "family-decision", null));
        j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsRefusedBy("R28 not-ready");

        var k = Journey.To(Stage.Thawed);
        k.Lab.Must(Kemal, new CancelPlan(k.Plan, "family-decision", null));
        k.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(k.Wristband), new ContainerCode(k.Vial)))
            .IsRefusedBy("R3 not-ready");
    }

    [Fact]
    public void what_is_kept_for_one_patient_is_not_kept_for_another_until_it_is_given_free()
    {
        var j = Journey.To(Stage.Reserved, Origin.Allogeneic);
        var mert = World.NewPlan(j.Lab, World.NewPatient(j.Lab, "Mert", donor: false), j.Protocol);
        j.Lab.Do(Kemal, new ReserveContainer(new ContainerCode(j.Vial), mert, 1)).IsRefusedBy("R22 kept");
        j.Lab.Must(Kemal, new ReleaseReservation(new ContainerCode(j.Vial), "clinical", null));
        j.Lab.Do(Kemal, new ReserveContainer(new ContainerCode(j.Vial), mert, 1)).IsAccepted();
    }

    [Theory]
    [InlineData(720, true)]
    [InlineData(880, true)]
    [InlineData(719, false)]
    [InlineData(881, false)]
    public void the_volume_lies_within_the_protocols_tolerance(long volumeUl, bool accepted)
    {
        var j = Journey.To(Stage.Matched);
        var decision = j.Lab.Do(Hande, j.Start(volumeUl: volumeUl));
        if (accepted)
            decision.IsAccepted();
        else
            decision.IsRefusedBy("R5 dose");
    }

    [Fact]
    public void the_wrong_route_is_stopped() =>
        Journey.To(Stage.Matched).Stopped(j => j.Lab.Do(Hande, j.Start(Route.Intrathecal)), "R5 route");

    [Fact]
    public void a_product_kept_for_a_later_session_waits_for_it()
    {
        var j = Journey.To(Stage.Released);
        j.Lab.Must(Kemal, new ReserveContainer(new ContainerCode(j.Vial), j.Plan, 2));
        j.Lab.Must(Ayse, new TakeOut(new ContainerCode(j.Vial), new PositionCode(j.PlaceOf(j.Vial))));
        j.Lab.Must(Kemal, j.Ready(1));
        j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsRefusedBy("R5 session", "R28 not-ready");
    }

    [Fact]
    public void what_was_released_and_is_not_any_more_is_stopped()
    {
        var j = Journey.To(Stage.Matched);
        j.Lab.Must(Emre, new RevokeRelease(j.Batch, "out-of-specification", null));
        j.Lab.Do(Hande, j.Start()).IsRefusedBy("R7 not-released");
    }

    [Fact]
    public void the_same_vial_is_not_given_again()
    {
        var j = Journey.To(Stage.Administered);
        j.Lab.Must(Kemal, j.Ready(2));
        j.Lab.Do(Hande, j.Start()).IsRefusedAlsoBy("R22 container");
        j.Lab.Do(Irem, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)))
            .IsRefusedAlsoBy("R11 opened");
        Assert.Equal(ContainerState.Administered, j.Of(j.Vial).State);
    }

    [Fact]
    public void a_plan_ends_with_its_last_session()
    {
        var j = Journey.To(Stage.Finished);
        foreach (var session in new[] { 2, 3 })
        {
            j.Lab.Must(Kemal, j.Ready(session));
            j.BringToBed(j.Vials[session], session, Stage.Matched);
            j.Lab.Must(
                Hande,
                new StartAdministration(new ContainerCode(j.Vials[session]), Route.Intravenous, Journey.DoseUl)
            );
            j.Lab.Do(Hande, new StopAdministration(new ContainerCode(j.Vials[session]), 10, "clinical", null))
                .IsAccepted();
        }
        Assert.Equal(PlanState.Completed, j.ThePlan.State);
        j.Lab.Do(Kemal, new ReserveContainer(new ContainerCode(j.Vials[1]), j.Plan, 3)).IsRefusedBy("R22 plan");
    }

    [Fact]
    public void the_last_vial_depletes_the_batch()
    {
        var j = Journey.To(Stage.Administering);
        foreach (var vial in j.Vials.Skip(1))
            j.Lab.Must(Ayse, new DiscardContainer(new ContainerCode(vial), "expired", null));
        j.Lab.Do(Hande, new CompleteAdministration(new ContainerCode(j.Vial), Journey.DoseUl)).IsAccepted();
        Assert.Equal((BatchState.Depleted, 0), (j.TheBatch.State, j.TheBatch.Living));
        j.Lab.Do(Emre, new CloseBatch(j.Batch)).IsAccepted();
    }
}
