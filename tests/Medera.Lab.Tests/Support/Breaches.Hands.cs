using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

/// <content>From hand to hand, and without a readable label.</content>
internal static partial class Breaches
{
    private static Dictionary<string, Func<Decision>> FromHandToHand =>
        new()
        {
            ["R14 holder"] = () =>
                After(
                    Stage.TakenOut,
                    j => j.Lab.Do(Burak, new HandOver(new ContainerCode(j.Vial), new BadgeCode(Badge(j, Hande))))
                ),
            ["R14 yours"] = () =>
                After(
                    Stage.TakenOut,
                    j => j.Lab.Do(Ayse, new HandOver(new ContainerCode(j.Vial), new BadgeCode(Badge(j, Ayse))))
                ),
            ["R14 receiver"] = () =>
                After(
                    Stage.TakenOut,
                    j => j.Lab.Do(Ayse, new HandOver(new ContainerCode(j.Vial), new BadgeCode(Badge(j, Leyla))))
                ),
            ["R14 no-badge"] = () =>
                After(Stage.Planned, j => j.Lab.Do(Murat, new BindBadge(Ayse.Id, new BadgeCode("10000000146")))),
            ["R14 carried"] = () =>
                After(Stage.Planned, j => j.Lab.Do(Murat, new BindBadge(Ayse.Id, new BadgeCode(Badge(j, Burak))))),
            ["R14 second"] = () =>
                After(
                    Stage.PutAway,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new IdentifyContainer(
                                new ContainerCode(j.Vial),
                                new PositionCode(j.PlaceOf(j.Vial)),
                                new ContainerCode(j.Vials[1]),
                                new BadgeCode(Badge(j, Ayse)),
                                LabelTrouble.Frosted
                            )
                        )
                ),
            ["R14 beside"] = () =>
                After(
                    Stage.PutAway,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new IdentifyContainer(
                                new ContainerCode(j.Vial),
                                new PositionCode(j.PlaceOf(j.Vial)),
                                new ContainerCode(j.Vials[3]),
                                new BadgeCode(Badge(j, Burak)),
                                LabelTrouble.Frosted
                            )
                        )
                ),
            ["R14 neighbour"] = () =>
                After(
                    Stage.PutAway,
                    j =>
                        j.Lab.Do(
                            Ayse,
                            new IdentifyContainer(
                                new ContainerCode(j.Vial),
                                new PositionCode(j.PlaceOf(j.Vial)),
                                null,
                                new BadgeCode(Badge(j, Burak)),
                                LabelTrouble.Torn
                            )
                        )
                ),
        };

    /// <summary>Gives a person a badge.</summary>
    public static string Badge(Journey j, Person who)
    {
        var badge = j.Lab.NewCode(CodeKind.Badge);
        j.Lab.Must(Murat, new BindBadge(who.Id, new BadgeCode(badge)));
        return badge;
    }
}
