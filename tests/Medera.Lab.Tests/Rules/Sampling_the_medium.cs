using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Sampling_the_medium
{
    private readonly Journey j = Journey.To(Stage.Passaged);

    private SampleMedium Sample(string code) => new(new(j.Vessels[0]), new(code), 500);

    [Fact]
    public void makes_a_sample_and_leaves_vessel_and_cells_as_they_are()
    {
        var (code, cells) = (j.Lab.NewCode(CodeKind.Container), j.TheBatch.Cells);

        j.Lab.Must(Ayse, Sample(code));

        Assert.Equal(
            (ContainerKind.Sample, ContainerState.Drawn, 500L),
            (j.Of(code).Kind, j.Of(code).State, j.Of(code).VolumeUl)
        );
        Assert.Equal([j.Of(j.Vessels[0]).Id], j.Of(code).Parents);
        Assert.Equal(ContainerState.InCulture, j.Of(j.Vessels[0]).State);
        Assert.Equal((2, cells), (j.TheBatch.Vessels, j.TheBatch.Cells));
    }

    [Fact]
    public void takes_a_code_from_the_roll_that_nothing_bears()
    {
        var code = j.Lab.NewCode(CodeKind.Container);
        j.Lab.Must(Ayse, Sample(code));

        j.Lab.Do(Ayse, Sample(code)).IsRefusedAlsoBy("R14 bound");
    }

    [Fact]
    public void is_of_a_vessel_in_culture_alone()
    {
        var code = j.Lab.NewCode(CodeKind.Container);
        j.Lab.Must(Ayse, new HarvestCells(j.Batch, ContainerCode.Each(j.Vessels), null, 9_000, 225_000_000, 94m));

        j.Lab.Do(Ayse, Sample(code)).IsRefusedAlsoBy("R22 container");
    }
}
