using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

/// <summary>Two patients at two beds, whose wristbands and vials have codes that differ in one character.</summary>
public class Codes_that_look_alike
{
    private static readonly string[] Eight = ["AAAAAAA1", "AAAAAAA7"];

    private readonly Journey[] both = TwoThawed();

    [Fact]
    public void match_only_what_belongs_together()
    {
        var (elif, mert) = (both[0], both[1]);
        elif.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(mert.Wristband), new ContainerCode(elif.Vial)))
            .IsRefusedBy("R3 session");
        elif.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(elif.Wristband), new ContainerCode(mert.Vial)))
            .IsRefusedBy("R3 session");
        elif.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(elif.Wristband), new ContainerCode(elif.Vial)))
            .IsAccepted();
        elif.Lab.Do(Hande, new ConfirmAtBedside(new WristbandCode(mert.Wristband), new ContainerCode(mert.Vial)))
            .IsAccepted();
    }

    [Fact]
    public void are_never_read_for_one_another_though_any_character_is_misread()
    {
        var codes = both.SelectMany(j => new[] { j.Wristband, j.Vial }).ToList();
        foreach (var code in codes)
        {
            for (var place = 0; place < code.Length; place++)
            {
                foreach (var wrong in $"{OwnCode.Alphabet}IO*".Where(c => c != code[place]))
                    Assert.IsNotType<Reading.Own>(Barcode.Read($"{code[..place]}{wrong}{code[(place + 1)..]}"));
            }
        }
    }

    private static Journey[] TwoThawed()
    {
        var elif = Journey.To(Stage.PutAway, Origin.Allogeneic);
        Journey[] two = [elif, Journey.To(Stage.PutAway, Origin.Allogeneic, elif.Lab, patient: "Mert")];
        foreach (var (journey, eight) in two.Zip(Eight))
        {
            journey.Lab.Must(Hande, new VoidWristband(journey.Patient, "broken", null));
            journey.Lab.Must(
                Hande,
                new BindWristband(journey.Patient, new WristbandCode(OwnCode.Make(CodeKind.Wristband, eight).Text))
            );
            journey.Lab.Must(
                Ayse,
                new RelabelContainer(
                    new ContainerCode(journey.Vial),
                    new ContainerCode(OwnCode.Make(CodeKind.Container, eight).Text)
                )
            );
            journey.Vials[0] = OwnCode.Make(CodeKind.Container, eight).Text;
            journey.GoOn(Stage.Tested, Stage.Released);
        }
        foreach (var journey in two)
            journey.GoOn(Stage.Reserved, Stage.Thawed);
        return two;
    }
}
