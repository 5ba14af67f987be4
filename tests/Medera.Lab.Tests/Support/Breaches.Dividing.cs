using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

/// <content>Vessels divided and pooled, and labels replaced.</content>
internal static partial class Breaches
{
    private static Dictionary<string, Func<Decision>> Dividing =>
        new()
        {
            ["R15 itself"] = () =>
                After(
                    Stage.Passaged,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new PoolVessels(new ContainerCode(j.Vessels[0]), new ContainerCode(j.Vessels[0]))
                        )
                ),
            ["R16 autologous"] = () => PoolOfTwo(Origin.Autologous),
            ["R16 donors"] = () => PoolOfTwo(Origin.Allogeneic),
            ["R13 printed"] = () =>
                After(
                    Stage.Passaged,
                    j =>
                    {
                        j.Lab.Must(
                            Ayse,
                            LabelsOfTests.PrintOf(j, LabelsOfTests.Approved(j.Lab, LabelKind.Tube), j.Vessels[0])
                        );
                        return j.Lab.Do(
                            Ayse,
                            new RelabelContainer(
                                new ContainerCode(j.Vessels[0]),
                                new ContainerCode(j.Lab.NewCode(CodeKind.Container))
                            )
                        );
                    }
                ),
        };

    private static Decision PoolOfTwo(Origin origin)
    {
        var one = Journey.To(Stage.Passaged, origin);
        var other = Journey.To(Stage.Passaged, origin, one.Lab, patient: "Mert");
        return one.Lab.Do(
            Ayse,
            new PoolVessels(new ContainerCode(one.Vessels[0]), new ContainerCode(other.Vessels[0]))
        );
    }
}
