using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Found_again
{
    [Fact]
    public void what_was_lost_is_held_and_investigated()
    {
        var j = Journey.To(Stage.SessionReady);
        LoseAndFind(j);
        var deviation = Assert.Single(j.Lab.Lives.Deviations.Values, d => d.Container == j.Of(j.Vial).Id);
        Assert.Equal(
            (Deviation.FoundAgain, true, DeviationState.Open),
            (deviation.Rule, deviation.Critical, deviation.State)
        );
        j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsRefusedBy("container.held found");
    }

    [Fact]
    public void it_may_be_put_away_and_taken_out_meanwhile()
    {
        var j = Journey.To(Stage.TakenOut);
        LoseAndFind(j);
        j.Lab.Must(Ayse, new PutAway(new ContainerCode(j.Vial), new PositionCode(j.Lab.Positions[^1].Code)));
        j.Lab.Must(Ayse, new TakeOut(new ContainerCode(j.Vial), new PositionCode(j.Lab.Positions[^1].Code)));
        Assert.Equal(ContainerState.Out, j.Of(j.Vial).State);
    }

    [Fact]
    public void an_assessment_does_not_free_it_and_qas_signed_decision_does()
    {
        var j = Journey.To(Stage.SessionReady);
        LoseAndFind(j);
        var deviation = j.Lab.Lives.Deviations.Values.Single(d => d.Container == j.Of(j.Vial).Id);
        j.Lab.Must(Emre, new AssessDeviation(j.Batch, deviation.Id, false, "The logger of the box shows no gap."));
        j.Lab.Do(Ayse, new StartThaw(new ContainerCode(j.Vial))).IsRefusedBy("container.held found");
        j.Lab.Must(Emre, new CloseDeviation(j.Batch, deviation.Id, "documentation", null));
        j.Lab.Must(Ayse, new StartThaw(new ContainerCode(j.Vial)));
    }

    [Fact]
    public void the_other_vials_of_the_batch_are_free()
    {
        var j = Journey.To(Stage.Released);
        j.Lab.Must(Ayse, new ReportLoss(new ContainerCode(j.Vials[1]), "not-found", null));
        j.Lab.Must(Ayse, new ReportFind(new ContainerCode(j.Vials[1]), "documentation", null));
        j.Lab.Must(Kemal, new ReserveContainer(new ContainerCode(j.Vial), j.Plan, 1));
    }

    [Fact]
    public void before_the_release_it_keeps_the_batch_from_it()
    {
        var j = Journey.To(Stage.UnderReview);
        j.Lab.Must(Ayse, new ReportLoss(new ContainerCode(j.Vials[1]), "not-found", null));
        j.Lab.Must(Ayse, new ReportFind(new ContainerCode(j.Vials[1]), "documentation", null));
        j.GoOn(Stage.TrailReviewed, Stage.TrailReviewed);
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R8b deviation");
    }

    private static void LoseAndFind(Journey j)
    {
        j.Lab.Must(Ayse, new ReportLoss(new ContainerCode(j.Vial), "not-found", null));
        j.Lab.Must(Burak, new ReportFind(new ContainerCode(j.Vial), "documentation", null));
    }
}
