using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Codes_of_boxes
{
    [Fact]
    public void are_among_the_codes_for_places_and_no_position_has_them()
    {
        var lab = Laboratory.Opened();
        var (box, places) = (lab.NewCode(CodeKind.Position), lab.NewCodes(CodeKind.Position, 2));
        lab.Must(
            Murat,
            new RegisterBox(
                new BoxCode(box),
                "LN2-A",
                "R1",
                "B2",
                1,
                2,
                [.. places.Select(code => new PositionCode(code))]
            )
        );
        Assert.Equal(box, lab.Lives.Boxes.Values.Single(b => b.Name == "B2").Code);

        lab.Do(
                Murat,
                new RegisterBox(
                    new BoxCode(places[0]),
                    "LN2-A",
                    "R1",
                    "B3",
                    1,
                    1,
                    [.. lab.NewCodes(CodeKind.Position, 1).Select(code => new PositionCode(code))]
                )
            )
            .IsRefusedBy("R14 place-code");
        lab.Do(
                Murat,
                new RegisterBox(
                    new BoxCode(lab.NewCode(CodeKind.Position)),
                    "LN2-A",
                    "R1",
                    "B3",
                    1,
                    1,
                    [new PositionCode(box)]
                )
            )
            .IsRefusedBy("R14 place-code");
        var twice = lab.NewCode(CodeKind.Position);
        lab.Do(Murat, new RegisterBox(new BoxCode(twice), "LN2-A", "R1", "B3", 1, 1, [new PositionCode(twice)]))
            .IsRefusedBy("R14 twice");
        lab.Do(
                Murat,
                new RegisterBox(
                    new BoxCode("B3"),
                    "LN2-A",
                    "R1",
                    "B3",
                    1,
                    1,
                    [.. lab.NewCodes(CodeKind.Position, 1).Select(code => new PositionCode(code))]
                )
            )
            .IsRefusedBy("R14 no-place");
    }

    [Fact]
    public void name_no_place_that_something_is_put_into()
    {
        var j = Journey.To(Stage.Frozen);
        var box = j.Lab.Lives.Boxes.Values.Single().Code!;
        j.Lab.Do(Ayse, new PutAway(new ContainerCode(j.Vial), new PositionCode(box)))
            .IsRefusedBy("scan.unknown unknown");
    }
}
