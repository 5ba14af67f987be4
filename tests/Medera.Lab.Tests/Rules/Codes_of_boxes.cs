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
        lab.Must(Murat, new RegisterBox(box, "LN2-A", "R1", "B2", 1, 2, places));
        Assert.Equal(box, lab.Lives.Boxes.Values.Single(b => b.Name == "B2").Code);

        lab.Do(Murat, new RegisterBox(places[0], "LN2-A", "R1", "B3", 1, 1, lab.NewCodes(CodeKind.Position, 1)))
            .IsRefusedBy("R14 place-code");
        lab.Do(Murat, new RegisterBox(lab.NewCode(CodeKind.Position), "LN2-A", "R1", "B3", 1, 1, [box]))
            .IsRefusedBy("R14 place-code");
        var twice = lab.NewCode(CodeKind.Position);
        lab.Do(Murat, new RegisterBox(twice, "LN2-A", "R1", "B3", 1, 1, [twice])).IsRefusedBy("R14 twice");
        lab.Do(Murat, new RegisterBox("B3", "LN2-A", "R1", "B3", 1, 1, lab.NewCodes(CodeKind.Position, 1)))
            .IsRefusedBy("R14 no-place");
    }

    [Fact]
    public void name_no_place_that_something_is_put_into()
    {
        var j = Journey.To(Stage.Frozen);
        var box = j.Lab.Lives.Boxes.Values.Single().Code!;
        j.Lab.Do(Ayse, new PutAway(j.Vial, box)).IsRefusedBy("scan.unknown unknown");
    }
}
