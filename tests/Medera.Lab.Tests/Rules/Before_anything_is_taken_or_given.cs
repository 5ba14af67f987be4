using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Before_anything_is_taken_or_given
{
    [Fact]
    public void a_collection_without_consent_is_stopped_and_goes_on_with_it()
    {
        var lab = Laboratory.Opened();
        var protocol = World.ApprovedProtocol(lab, World.Content(Origin.Allogeneic));
        var kaan = World.Registered(lab, "D-Kaan", donor: true, patient: false, minor: false);
        var wristband = lab.NewCode(CodeKind.Wristband);
        lab.Must(Hande, new BindWristband(kaan, new WristbandCode(wristband)));
        lab.Must(Kemal, new PlanBatch("MSC-26-0001", kaan, protocol));
        lab.Do(
                Ayse,
                new CompleteCollection(new WristbandCode(wristband), new ContainerCode(lab.NewCode(CodeKind.Container)))
            )
            .IsRefusedBy("R26 consent");
        lab.Must(Kemal, new InformSubject(kaan, ConsentKind.Donation, "tr"));
        lab.Do(
                Ayse,
                new CompleteCollection(new WristbandCode(wristband), new ContainerCode(lab.NewCode(CodeKind.Container)))
            )
            .IsRefusedBy("R26 consent");
        lab.Must(
            Kemal,
            new GiveConsent(kaan, ConsentKind.Donation, "IC-3", "tr", ConsentSigner.Self, lab.Now.AddMicroseconds(1))
        );
        lab.Do(
                Ayse,
                new CompleteCollection(new WristbandCode(wristband), new ContainerCode(lab.NewCode(CodeKind.Container)))
            )
            .IsAccepted();
    }

    [Fact]
    public void a_consent_ends_at_its_instant()
    {
        var j = Journey.To(Stage.Planned);
        j.Lab.Now = j.Lab.Lives.Subjects[j.Donor].ConsentOf(ConsentKind.Donation)!.ValidUntil!.Value;
        j.Lab.Do(
                Ayse,
                new CompleteCollection(
                    new WristbandCode(j.DonorWristband),
                    new ContainerCode(j.Lab.NewCode(CodeKind.Container))
                )
            )
            .IsRefusedBy("R26 ended");
    }

    [Fact]
    public void a_childs_no_stands_for_the_day_and_until_the_child_says_yes()
    {
        var j = Journey.To(Stage.TakenOut);
        j.Lab.Must(Hande, new ExpressDissent(j.Patient));
        j.Lab.Later(TimeSpan.FromHours(24) - TimeSpan.FromMicroseconds(1));
        j.Lab.Do(Kemal, j.Ready(1)).IsRefusedBy("R26 dissent");
        j.Lab.Later(TimeSpan.FromMicroseconds(1));
        j.Lab.Ask(Kemal, j.Ready(1)).IsAccepted();
        j.Lab.Must(Hande, new ExpressDissent(j.Patient));
        j.Lab.Must(Hande, new GiveAssent(j.Patient));
        j.Lab.Do(Kemal, j.Ready(1)).IsAccepted();
    }

    [Fact]
    public void cells_in_process_are_finished_when_an_approval_lapses()
    {
        var j = Journey.To(Stage.Harvested, protocol: p => p with { EthicsUntil = World.Opening.AddHours(1) });
        j.Lab.Now = World.Opening.AddHours(1);
        j.GoOn(Stage.Filled, Stage.PutAway);
        Assert.Equal(4, j.TheBatch.Living);
    }

    [Fact]
    public void a_thaw_waits_for_the_days_confirmation_which_stands_for_two_hours()
    {
        var j = Journey.To(Stage.TakenOut);
        j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsRefusedBy("R28 not-ready");
        j.Lab.Must(Kemal, j.Ready(1));
        j.Lab.Later(TimeSpan.FromHours(2) - TimeSpan.FromMicroseconds(1));
        j.Lab.Ask(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsAccepted();
        j.Lab.Later(TimeSpan.FromMicroseconds(1));
        j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsRefusedBy("R28 lapsed");
        j.Lab.Must(Kemal, j.Ready(1));
        j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsAccepted();
    }

    [Fact]
    public void every_tick_that_is_missing_is_told()
    {
        var j = Journey.To(Stage.TakenOut);
        var decision = j.Lab.Do(
            Kemal,
            j.Ready(1) with
            {
                NoFever = false,
                AccessWorking = false,
                ConsentReconfirmed = false,
                Go = false,
            }
        );
        decision.IsRefusedBy("R28 tick");
        Assert.Equal(
            ["accessWorking", "consentReconfirmed", "go", "noFever"],
            decision.Broken.Select(b => b.Values["tick"]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void the_weight_is_of_the_last_24_hours_and_not_of_tomorrow()
    {
        var j = Journey.To(Stage.TakenOut);
        j.Lab.Ask(Kemal, j.Ready(1, weighed: j.Lab.Now.AddHours(-24))).IsAccepted();
        j.Lab.Ask(Kemal, j.Ready(1, weighed: j.Lab.Now)).IsAccepted();
        j.Lab.Do(Kemal, j.Ready(1, weighed: j.Lab.Now.AddMicroseconds(1))).IsRefusedBy("R29 weight");
        j.Lab.Must(Kemal, j.Ready(1, weighed: j.Lab.Now.AddHours(-24)));
        j.Lab.Later(1);
        j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsRefusedBy("R29 weight");
        j.Lab.Do(Kemal, j.Ready(1, grams: 0)).IsRefusedBy("R15 negative");
    }

    [Theory]
    [InlineData(20_000, 20_000_000)]
    [InlineData(20_999, 20_000_000)]
    [InlineData(19_999, 19_000_000)]
    [InlineData(60_000, 60_000_000)]
    [InlineData(95_000, 60_000_000)]
    public void the_dose_is_per_kilogram_capped_and_rounded_down(int grams, long cells)
    {
        var j = Journey.To(Stage.Released);
        j.Lab.Must(Kemal, j.Ready(1, grams));
        Assert.Equal(cells, j.ThePlan.Session(1)!.DoseCells);
    }

    [Fact]
    public void a_vial_with_just_the_cells_of_the_dose_is_enough()
    {
        var j = Journey.To(Stage.TakenOut);
        j.Lab.Must(Kemal, j.Ready(1, grams: 50_999));
        j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsAccepted();
    }

    [Fact]
    public void time_after_thaw_runs_from_its_start_and_ends_at_its_instant()
    {
        var j = Journey.To(Stage.Thawing);
        j.Lab.Later(10);
        j.Lab.Must(Ayse, new CompleteThaw(new ContainerCode(j.Vial)));
        Assert.Equal(j.Lab.Now.AddMinutes(110), j.Of(j.Vial).UsableUntil);
        j.Lab.Later(TimeSpan.FromMinutes(110) - TimeSpan.FromMicroseconds(1));
        j.Lab.Ask(Hande, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial))).IsAccepted();
        j.Lab.Later(TimeSpan.FromMicroseconds(1));
        j.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)))
            .IsRefusedBy("R10 after-thaw");
        j.Lab.Do(Hande, new WithholdContainer(new ContainerCode(j.Vial), "expired", null)).IsAccepted();
        j.Lab.Do(Ayse, new DiscardContainer(new ContainerCode(j.Vial), "expired", null)).IsAccepted();
    }

    [Theory]
    [InlineData(Stage.Thawing)]
    [InlineData(Stage.Thawed)]
    [InlineData(Stage.Matched)]
    public void what_was_thawed_never_goes_back(Stage stage)
    {
        var j = Journey.To(stage);
        j.Lab.Do(Ayse, new PutAway(new ContainerCode(j.Vial), new PositionCode(j.Lab.Positions[^1].Code)))
            .IsRefusedBy("R11 thawed", "R22 container");
    }

    [Fact]
    public void what_was_thawed_lost_and_found_is_still_thawed()
    {
        var j = Journey.To(Stage.Thawed);
        j.Lab.Must(Ayse, new ReportLoss(new ContainerCode(j.Vial), "not-found", null));
        j.Lab.Must(Ayse, new ReportFind(new ContainerCode(j.Vial), "documentation", null));
        j.Lab.Do(Ayse, new PutAway(new ContainerCode(j.Vial), new PositionCode(j.Lab.Positions[^1].Code)))
            .IsRefusedBy("R11 thawed");
        j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsRefusedBy("R11 thawed", "container.held found");
    }

    [Fact]
    public void a_position_holds_one_and_a_container_lies_at_one()
    {
        var j = Journey.To(Stage.PutAway);
        var (mine, free) = (j.PlaceOf(j.Vial), j.Lab.Positions[^1].Code);
        j.Lab.Do(Ayse, new PutAway(new ContainerCode(j.Vial), new PositionCode(j.PlaceOf(j.Vials[1]))))
            .IsRefusedBy("R14 occupied");
        j.Lab.Do(Ayse, new PutAway(new ContainerCode(j.Vial), new PositionCode(mine))).IsRefusedBy("R14 occupied");
        j.Lab.Do(Ayse, new PutAway(new ContainerCode(j.Vial), new PositionCode(free))).IsAccepted();
        Assert.Equal(free, j.PlaceOf(j.Vial));
        j.Lab.Do(Burak, new PutAway(new ContainerCode(j.Vials[1]), new PositionCode(mine))).IsAccepted();
        j.Lab.Do(Burak, new PutAway(new ContainerCode(j.Retention), new PositionCode(free)))
            .IsRefusedBy("R14 occupied");
    }
}
