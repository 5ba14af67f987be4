using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Keeping_the_balance
{
    [Theory]
    [InlineData(100, true)]
    [InlineData(99, false)]
    [InlineData(101, false)]
    public void a_fill_balances_to_the_microlitre(long lossUl, bool accepted)
    {
        var j = Journey.To(Stage.Harvested);
        var decision = j.Lab.Do(Ayse, Breaches.FillOf(j, lossUl));
        if (accepted)
            decision.IsAccepted();
        else
            decision.IsRefusedBy("R15 volume");
    }

    [Fact]
    public void every_vial_holds_its_share_of_the_cells()
    {
        var j = Journey.To(Stage.Filled);
        Assert.All(j.Vials, vial => Assert.Equal(50_000_000, j.Of(vial).Cells));
        Assert.Equal((4, 4, 0L), (j.TheBatch.Products, j.TheBatch.Living, j.TheBatch.VolumeUl));
    }

    [Theory]
    [InlineData(258_750_000, false)]
    [InlineData(191_250_000, false)]
    [InlineData(260_000_000, true)]
    [InlineData(0, true)]
    public void a_new_count_is_never_refused_and_told_when_it_is_far_off(long cells, bool flagged)
    {
        var j = Journey.To(Stage.Harvested);
        var decision = j.Lab.Do(Ayse, new CountCells(j.Batch, cells, 90m));
        if (flagged)
            decision.IsFlaggedBy("R15 count");
        else
            decision.IsAccepted();
        Assert.Equal(cells, j.TheBatch.Cells);
        Assert.Equal(flagged, j.Lab.Lives.Deviations.Values.Any(d => d is { Rule: "R15", Critical: true }));
    }

    [Fact]
    public void a_vessel_named_twice_is_told_and_nothing_breaks()
    {
        var j = Journey.To(Stage.Passaged);
        j.Lab.Do(
                Ayse,
                new HarvestCells(
                    j.Batch,
                    [new ContainerCode(j.Vessels[0]), new ContainerCode(j.Vessels[0])],
                    null,
                    9_000,
                    100,
                    90m
                )
            )
            .IsRefusedAlsoBy("R15 vessels");
    }

    [Theory]
    [InlineData("discarded")]
    [InlineData("damaged")]
    [InlineData("lost")]
    public void a_vessel_that_left_the_culture_does_not_keep_the_others_there(string how)
    {
        var j = Journey.To(Stage.Passaged);
        j.Lab.Must(
            Ayse,
            how switch
            {
                "discarded" => new DiscardContainer(new ContainerCode(j.Vessels[1]), "contamination", null),
                "damaged" => new ReportDamage(new ContainerCode(j.Vessels[1]), "broken", null),
                _ => new ReportLoss(new ContainerCode(j.Vessels[1]), "not-found", null),
            }
        );
        Assert.Equal(1, j.TheBatch.Vessels);
        j.Lab.Do(Ayse, new HarvestCells(j.Batch, [new ContainerCode(j.Vessels[0])], null, 9_000, 110_000_000, 90m))
            .IsAccepted();
        Assert.Equal(0, j.TheBatch.Vessels);
    }

    [Fact]
    public void a_vessel_lost_in_the_step_is_named_in_it()
    {
        var j = Journey.To(Stage.Passaged);
        j.Lab.Do(
                Ayse,
                new HarvestCells(
                    j.Batch,
                    [new ContainerCode(j.Vessels[0])],
                    [new ContainerCode(j.Vessels[1])],
                    9_000,
                    110_000_000,
                    90m
                )
            )
            .IsAccepted();
        Assert.All(j.Vessels, vessel => Assert.Equal(ContainerState.UsedInProcess, j.Of(vessel).State));
    }

    [Fact]
    public void a_batch_with_vessels_in_culture_is_not_closed()
    {
        var j = Journey.To(Stage.Passaged);
        j.Lab.Must(Ayse, new TerminateBatch(j.Batch, "contamination", null));
        j.Lab.Do(Emre, new CloseBatch(j.Batch)).IsRefusedBy("R22 custodian");
        foreach (var vessel in j.Vessels)
            j.Lab.Must(Ayse, new DiscardContainer(new ContainerCode(vessel), "contamination", null));
        j.Lab.Do(Emre, new CloseBatch(j.Batch)).IsAccepted();
    }

    [Theory]
    [InlineData(2_000, false)]
    [InlineData(2_001, true)]
    public void no_more_is_given_than_is_there(long givenUl, bool refused)
    {
        var j = Journey.To(Stage.Administering);
        var decision = j.Lab.Do(Hande, new StopAdministration(new ContainerCode(j.Vial), givenUl, "clinical", null));
        if (refused)
            decision.IsRefusedBy("R15 more-given");
        else
            decision.IsAccepted();
    }

    [Theory]
    [InlineData(720, false)]
    [InlineData(719, true)]
    public void what_was_given_is_told_when_it_is_not_what_was_planned(long givenUl, bool flagged)
    {
        var j = Journey.To(Stage.Administering);
        var decision = j.Lab.Do(Hande, new CompleteAdministration(new ContainerCode(j.Vial), givenUl));
        if (flagged)
            decision.IsFlaggedBy("R15 given");
        else
            decision.IsAccepted();
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(9_007_199_254_740_992)]
    public void numbers_beyond_all_measure_are_answered_by_a_rule(long number)
    {
        var filling = Journey.To(Stage.Harvested);
        Assert.False(filling.Lab.Do(Ayse, Breaches.FillOf(filling, 100) with { ProductUl = number }).Accepted);
        Assert.False(filling.Lab.Do(Ayse, new CountCells(filling.Batch, number, 90m)).Accepted);
        var given = Journey.To(Stage.Administering);
        Assert.False(given.Lab.Do(Hande, new CompleteAdministration(new ContainerCode(given.Vial), number)).Accepted);
        var matched = Journey.To(Stage.Matched);
        Assert.False(matched.Lab.Do(Hande, matched.Start(volumeUl: number)).Accepted);
    }

    [Fact]
    public void a_plan_beyond_the_calendar_ends_with_it()
    {
        var j = Journey.To(Stage.Planned);
        Assert.True(
            j.Lab.Do(
                Kemal,
                new MakePlan(j.Patient, j.Protocol, Route.Intravenous, 3, j.Lab.Now, int.MaxValue, int.MaxValue, null)
            ).Accepted
        );
    }

    [Fact]
    public void cells_and_percentages_can_be_no_less_than_nothing()
    {
        var j = Journey.To(Stage.Passaged);
        j.Lab.Do(Ayse, new CountCells(j.Batch, -1, 90m)).IsRefusedAlsoBy("R15 negative");
        j.Lab.Do(Ayse, new CountCells(j.Batch, 120_000_000, 100.1m)).IsRefusedBy("R15 negative");
        j.Lab.Do(Ayse, new CountCells(j.Batch, 120_000_000, 0m)).IsAccepted();
        j.Lab.Do(Ayse, new CountCells(j.Batch, 120_000_000, 100m)).IsAccepted();
    }
}
