using Medera.Lab.TestSupport.Journeys;
using Xunit;

namespace Medera.Lab.Tests.Rules;

public class The_journey_of_a_batch
{
    [Theory]
    [InlineData(Origin.Autologous)]
    [InlineData(Origin.Allogeneic)]
    public void goes_from_the_donors_wristband_to_the_last_microlitre(Origin origin)
    {
        var journey = Journey.To(Stage.Finished, origin);

        var vial = journey.Of(journey.Vial);
        Assert.Equal(ContainerState.Administered, vial.State);
        Assert.Equal(Journey.DoseUl, vial.GivenUl);
        Assert.Equal(0, vial.VolumeUl);
        Assert.Null(vial.HeldBy);
        Assert.Equal(SessionState.Given, journey.ThePlan.Session(1)!.State);
        Assert.Equal(2, journey.ThePlan.Current!.Number);
        Assert.Equal((BatchState.Released, 3), (journey.TheBatch.State, journey.TheBatch.Living));
    }
}
