using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Recording_late
{
    [Fact]
    public void a_medium_change_in_a_power_cut_stands_with_the_second_person()
    {
        var j = Journey.To(Stage.Seeded);
        Breaches.Late(j, new ChangeMedium(j.Batch)).IsAccepted();
        var recorded = j.Lab.History[^1];
        Assert.True(recorded.Late);
        Assert.Equal(j.Lab.Now.AddHours(-1), recorded.Happened);
    }

    [Fact]
    public void needs_a_second_person_who_is_another()
    {
        var j = Journey.To(Stage.Seeded);
        var late = new LateRecord(j.Lab.Past(TimeSpan.FromHours(1)), "power-failure");
        j.Lab.Do(Ayse, new ChangeMedium(j.Batch), late).IsRefusedBy("record.late second");
        j.Lab.Do(Ayse, new ChangeMedium(j.Batch), late, Ayse).IsRefusedBy("record.late second");
    }

    [Fact]
    public void is_of_the_past_or_of_this_instant()
    {
        var j = Journey.To(Stage.Seeded);
        Breaches.Late(j, new ChangeMedium(j.Batch), minutesAgo: 0).IsAccepted();
        Breaches.Late(j, new ChangeMedium(j.Batch), minutesAgo: -1).IsRefusedBy("record.late time");
    }

    [Fact]
    public void is_never_refused_and_each_rule_broken_opens_a_critical_deviation()
    {
        var j = Journey.To(Stage.PutAway);
        var decision = Breaches.Late(j, new StartThaw(new ContainerCode(j.Vial)));
        Assert.Equal(
            ["R22", "R28", "R7"],
            decision.Facts.OfType<DeviationOpened>().Select(d => d.Rule).Order(StringComparer.Ordinal)
        );
        Assert.All(decision.Facts.OfType<DeviationOpened>(), d => Assert.True(d.Critical));
        Assert.Equal(ContainerState.Thawing, j.Of(j.Vial).State);
        Assert.Equal(j.Lab.Now.AddHours(-1), j.Of(j.Vial).ThawedAt);
    }

    [Fact]
    public void of_what_has_ended_says_what_is_claimed_and_moves_nothing()
    {
        var j = Journey.To(Stage.Finished);
        var decision = Breaches.Late(j, j.Start());
        var claimed = decision.Facts.OfType<ClaimedLate>().ToList();
        Assert.Contains(claimed, c => c.Claimed == "administration.started");
        Assert.Equal(ContainerState.Administered, j.Of(j.Vial).State);
        Assert.Equal(SessionState.Given, j.ThePlan.Session(1)!.State);
    }

    [Fact]
    public void a_session_that_was_given_stays_given()
    {
        var j = Journey.To(Stage.Reserved);
        j.Lab.Must(Kemal, new ReserveContainer(new ContainerCode(j.Vials[1]), j.Plan, 1));
        j.GoOn(Stage.TakenOut, Stage.Administered);
        Assert.True(
            j.Lab.Do(
                Hande,
                new StartAdministration(new ContainerCode(j.Vials[1]), Route.Intravenous, 800),
                new LateRecord(j.Lab.Now, "power-failure"),
                Irem
            ).Accepted
        );
        Assert.Equal(ContainerState.Administering, j.Of(j.Vials[1]).State);
        Assert.Equal(SessionState.Given, j.ThePlan.Session(1)!.State);
    }

    [Fact]
    public void a_wrong_vial_that_was_given_is_recorded_though_it_was_kept_for_nobody()
    {
        var j = Journey.To(Stage.PutAway);
        var decision = j.Lab.Do(
            Hande,
            new CompleteAdministration(new ContainerCode(j.Vial), 800),
            new LateRecord(j.Lab.Past(TimeSpan.FromHours(1)), "power-failure"),
            Irem
        );
        Assert.True(decision.Accepted, decision.Told());
        Assert.Equal(ContainerState.Administered, j.Of(j.Vial).State);
        Assert.NotEmpty(decision.Facts.OfType<DeviationOpened>());
    }

    [Fact]
    public void a_later_freezing_makes_no_longer_shelf_life()
    {
        var filled = Journey.To(Stage.Filled);
        Breaches.Late(filled, new FreezeBatch(filled.Batch)).IsAccepted();
        Assert.Equal(filled.Lab.Now.AddHours(-1).AddDays(365), filled.TheBatch.Expiry);

        var released = Journey.To(Stage.Released);
        var expiry = released.TheBatch.Expiry;
        released.Lab.Later(TimeSpan.FromDays(100));
        Assert.True(Breaches.Late(released, new FreezeBatch(released.Batch)).Accepted);
        Assert.Equal(expiry, released.TheBatch.Expiry);
    }

    [Fact]
    public void a_later_thaw_makes_no_longer_time_after_it()
    {
        var j = Journey.To(Stage.Thawed);
        var until = j.Of(j.Vial).UsableUntil;
        j.Lab.Later(100);
        Assert.True(Breaches.Late(j, new StartThaw(new ContainerCode(j.Vial)), minutesAgo: 1).Accepted);
        j.Lab.Do(Ayse, new CompleteThaw(new ContainerCode(j.Vial)));
        Assert.Equal(until, j.Of(j.Vial).UsableUntil);
    }

    [Fact]
    public void of_a_thaw_makes_the_checks_before_it_void()
    {
        var j = Journey.To(Stage.Matched);
        Assert.True(Breaches.Late(j, new StartThaw(new ContainerCode(j.Vial)), minutesAgo: 0).Accepted);
        j.Lab.Must(Ayse, new CompleteThaw(new ContainerCode(j.Vial)));
        var one = j.Lab.Do(Irem, new ConfirmAtBedside(new WristbandCode(j.Wristband), new ContainerCode(j.Vial)));
        Assert.DoesNotContain(one.Facts, f => f is BedsideMatched);
    }

    [Fact]
    public void brings_back_nothing_that_is_damaged_or_opened()
    {
        var damaged = Journey.To(Stage.TakenOut);
        damaged.Lab.Must(Ayse, new ReportDamage(new ContainerCode(damaged.Vial), "broken", null));
        Assert.True(
            Breaches
                .Late(
                    damaged,
                    new PutAway(new ContainerCode(damaged.Vial), new PositionCode(damaged.Lab.Positions[^1].Code))
                )
                .Accepted
        );
        Assert.Equal(ContainerState.Damaged, damaged.Of(damaged.Vial).State);

        var opened = Journey.To(Stage.Administering);
        Assert.True(
            Breaches
                .Late(
                    opened,
                    new PutAway(new ContainerCode(opened.Vial), new PositionCode(opened.Lab.Positions[^1].Code))
                )
                .Accepted
        );
        Assert.Equal(ContainerState.Administering, opened.Of(opened.Vial).State);
    }

    [Fact]
    public void a_thaw_of_which_only_the_end_is_told_is_a_thaw()
    {
        var j = Journey.To(Stage.TakenOut);
        Assert.True(Breaches.Late(j, new CompleteThaw(new ContainerCode(j.Vial))).Accepted);
        Assert.NotNull(j.Of(j.Vial).ThawedAt);
    }

    [Fact]
    public void no_second_fill_joins_a_released_batch()
    {
        var j = Journey.To(Stage.Released);
        var decision = Breaches.Late(j, Breaches.FillOf(j, 100));
        Assert.Contains(decision.Facts, f => f is ClaimedLate { Claimed: "processing.filled" });
        Assert.Equal((4, 4), (j.TheBatch.Products, j.TheBatch.Living));
    }

    [Fact]
    public void what_nothing_can_follow_from_takes_no_code_no_place_and_no_vessel_of_others()
    {
        var (elif, mert) = Breaches.TwoPatients(Stage.Seeded, Stage.PutAway);
        Assert.True(
            Breaches
                .Late(
                    elif,
                    new PassageCells(
                        elif.Batch,
                        ContainerCode.Each(elif.Vessels),
                        null,
                        [new ContainerCode(mert.Vial)],
                        100,
                        90m,
                        100
                    )
                )
                .Accepted
        );
        Assert.Equal(mert.Batch, elif.Of(mert.Vial).Batch);

        Assert.True(
            Breaches
                .Late(elif, new PutAway(new ContainerCode(mert.Vials[1]), new PositionCode(mert.PlaceOf(mert.Vial))))
                .Accepted
        );
        Assert.Single(elif.Lab.Lives.Containers.Values, c => c.Position == mert.Of(mert.Vial).Position);

        var third = mert.Another(Stage.Seeded);
        Assert.True(
            Breaches
                .Late(
                    elif,
                    new HarvestCells(
                        elif.Batch,
                        [
                            .. elif.Vessels.Select(vessel => new ContainerCode(vessel)),
                            new ContainerCode(third.Vessels[0]),
                        ],
                        null,
                        100,
                        100,
                        90m
                    )
                )
                .Accepted
        );
        Assert.Equal(ContainerState.InCulture, third.Of(third.Vessels[0]).State);
    }

    [Fact]
    public void a_number_that_cannot_be_is_no_record()
    {
        var j = Journey.To(Stage.Administering);
        var late = new LateRecord(j.Lab.Now, "power-failure");
        j.Lab.Do(Hande, new CompleteAdministration(new ContainerCode(j.Vial), -5), late, Irem)
            .IsRefusedAlsoBy("R15 negative");
        Assert.True(j.Lab.Do(Hande, new CompleteAdministration(new ContainerCode(j.Vial), 2_100), late, Irem).Accepted);
        Assert.Equal((0, 2_100), (j.Of(j.Vial).VolumeUl, j.Of(j.Vial).GivenUl));
    }

    [Fact]
    public void what_a_move_asks_beside_the_state_is_told_too()
    {
        var j = Journey.To(Stage.Passaged, protocol: p => p with { MaxPassage = 1 });
        var decision = Breaches.Late(
            j,
            new PassageCells(
                j.Batch,
                ContainerCode.Each(j.Vessels),
                null,
                ContainerCode.Each(j.Lab.NewCodes(CodeKind.Container, 1)),
                100_000_000,
                90m,
                100
            )
        );
        Assert.True(decision.Accepted);
        Assert.True(decision.Names("R22 passage"));
    }

    [Fact]
    public void needs_no_more_identifiers_than_there_are()
    {
        var (elif, mert) = Breaches.TwoPatients(Stage.PutAway, Stage.PutAway);
        var all = elif
            .Lab.Lives.Containers.Values.Select(c => c.Code)
            .Concat(elif.Vials)
            .Concat(mert.Vials)
            .Distinct()
            .ToList();
        Assert.True(
            Breaches.Late(elif, new HarvestCells(elif.Batch, ContainerCode.Each(all), null, 100, 100, 90m)).Accepted
        );
    }
}
