using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Dividing_and_pooling
{
    private readonly Journey j = Journey.To(Stage.Passaged);

    [Fact]
    public void a_vessel_is_divided_into_a_code_from_the_roll()
    {
        var code = j.Lab.NewCode(CodeKind.Container);
        var cells = j.TheBatch.Cells;

        j.Lab.Must(Ayse, new DivideVessel(new ContainerCode(j.Vessels[0]), new ContainerCode(code)));

        Assert.Equal(
            (ContainerKind.Vessel, ContainerState.InCulture, 3),
            (j.Of(code).Kind, j.Of(code).State, j.Of(code).Ordinal)
        );
        Assert.Equal([j.Of(j.Vessels[0]).Id], j.Of(code).Parents);
        Assert.Equal(ContainerState.InCulture, j.Of(j.Vessels[0]).State);
        Assert.Equal((3, cells), (j.TheBatch.Vessels, j.TheBatch.Cells));
    }

    [Fact]
    public void the_new_vessel_is_harvested_with_the_others()
    {
        var code = j.Lab.NewCode(CodeKind.Container);
        j.Lab.Must(Ayse, new DivideVessel(new ContainerCode(j.Vessels[0]), new ContainerCode(code)));
        j.Lab.Do(Ayse, new HarvestCells(j.Batch, ContainerCode.Each(j.Vessels), null, 9_000, 225_000_000, 94m))
            .IsRefusedAlsoBy("R15 vessels");
        j.Lab.Must(
            Ayse,
            new HarvestCells(
                j.Batch,
                [.. j.Vessels.Select(vessel => new ContainerCode(vessel)), new ContainerCode(code)],
                null,
                9_000,
                225_000_000,
                94m
            )
        );
        Assert.Equal(0, j.TheBatch.Vessels);
    }

    [Fact]
    public void no_two_vessels_in_culture_have_one_number()
    {
        var (second, third) = (j.Lab.NewCode(CodeKind.Container), j.Lab.NewCode(CodeKind.Container));
        j.Lab.Must(Ayse, new DivideVessel(new ContainerCode(j.Vessels[0]), new ContainerCode(second)));
        j.Lab.Must(Ayse, new PoolVessels(new ContainerCode(j.Vessels[0]), new ContainerCode(j.Vessels[1])));
        j.Lab.Must(Ayse, new DivideVessel(new ContainerCode(second), new ContainerCode(third)));
        Assert.Equal([2, 3, 4], new[] { j.Vessels[1], second, third }.Select(code => j.Of(code).Ordinal));
    }

    [Fact]
    public void a_code_that_is_bound_already_takes_nothing() =>
        j
            .Lab.Do(Ayse, new DivideVessel(new ContainerCode(j.Vessels[0]), new ContainerCode(j.Vessels[1])))
            .IsRefusedBy("R14 bound");

    [Fact]
    public void a_vessel_is_pooled_into_another_one_of_its_batch()
    {
        j.Lab.Must(Ayse, new PoolVessels(new ContainerCode(j.Vessels[0]), new ContainerCode(j.Vessels[1])));

        Assert.Equal(
            (ContainerState.UsedInProcess, ContainerState.InCulture),
            (j.Of(j.Vessels[0]).State, j.Of(j.Vessels[1]).State)
        );
        Assert.Contains(j.Of(j.Vessels[0]).Id, j.Of(j.Vessels[1]).Parents);
        Assert.Null(j.Of(j.Vessels[0]).HeldBy);
        Assert.Equal(1, j.TheBatch.Vessels);
        j.Lab.Do(Ayse, new PoolVessels(new ContainerCode(j.Vessels[0]), new ContainerCode(j.Vessels[1])))
            .IsRefusedAlsoBy("R15 ended");
    }

    [Fact]
    public void nothing_goes_into_a_vessel_that_was_lost()
    {
        j.Lab.Must(Ayse, new ReportLoss(new ContainerCode(j.Vessels[1]), "not-found", null));
        j.Lab.Do(Ayse, new PoolVessels(new ContainerCode(j.Vessels[0]), new ContainerCode(j.Vessels[1])))
            .IsRefusedBy("R22 container");
    }

    [Fact]
    public void two_batches_of_one_donor_are_not_pooled_either()
    {
        var other = j.Another(Stage.Passaged);
        j.Lab.Do(Ayse, new PoolVessels(new ContainerCode(j.Vessels[0]), new ContainerCode(other.Vessels[0])))
            .IsRefusedBy("R15 foreign");
    }

    [Fact]
    public void a_power_cut_loses_neither_a_division_nor_a_pool()
    {
        var code = j.Lab.NewCode(CodeKind.Container);
        var late = new LateRecord(j.Lab.Past(TimeSpan.FromMinutes(20)), "power-failure");
        j.Lab.Do(Ayse, new DivideVessel(new ContainerCode(j.Vessels[0]), new ContainerCode(code)), late, Burak)
            .IsAccepted();
        j.Lab.Do(Ayse, new PoolVessels(new ContainerCode(j.Vessels[0]), new ContainerCode(j.Vessels[1])), late, Burak)
            .IsAccepted();
        Assert.Equal((2, ContainerState.UsedInProcess), (j.TheBatch.Vessels, j.Of(j.Vessels[0]).State));
    }
}

public class A_label_from_the_roll_that_is_replaced
{
    private readonly Journey j = Journey.To(Stage.PutAway);

    [Fact]
    public void gives_its_container_the_new_code_and_leaves_all_else()
    {
        var (before, code) = (j.Of(j.Vial), j.Lab.NewCode(CodeKind.Container));

        j.Lab.Must(Ayse, new RelabelContainer(new ContainerCode(j.Vial), new ContainerCode(code)));

        Assert.Equal(before with { Code = code, LastBy = Ayse.Id }, j.Of(code));
        Assert.Null(j.Lab.Lives.ByCode(before.Code));
    }

    [Fact]
    public void is_never_bound_again()
    {
        var (old, code) = (j.Vial, j.Lab.NewCode(CodeKind.Container));
        j.Lab.Must(Ayse, new RelabelContainer(new ContainerCode(old), new ContainerCode(code)));

        j.Lab.Do(Ayse, new RelabelContainer(new ContainerCode(code), new ContainerCode(old))).IsRefusedBy("R14 bound");
        j.Lab.Do(Ayse, new TakeOut(new ContainerCode(old), new PositionCode(j.PlaceOf(code))))
            .IsRefusedBy("scan.unknown unknown");
    }

    [Fact]
    public void is_for_a_container_and_no_position() =>
        j
            .Lab.Do(Ayse, new RelabelContainer(new ContainerCode(j.Vial), new ContainerCode(j.PlaceOf(j.Vials[1]))))
            .IsRefusedBy("R14 kind");

    [Theory]
    [InlineData(Stage.Thawed)]
    [InlineData(Stage.Matched)]
    [InlineData(Stage.Administered)]
    public void is_not_replaced_on_the_way_to_the_bedside(Stage stage)
    {
        var on = Journey.To(stage);
        on.Lab.Do(
                Ayse,
                new RelabelContainer(new ContainerCode(on.Vial), new ContainerCode(on.Lab.NewCode(CodeKind.Container)))
            )
            .IsRefusedAlsoBy("R22 container");
    }
}
