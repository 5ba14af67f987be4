using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.LabelsOfTests;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Labels_of_things
{
    public static TheoryData<CommandCard> Cards => [.. Enum.GetValues<CommandCard>()];

    [Theory]
    [MemberData(nameof(Cards))]
    public void say_of_each_command_card_what_it_does_and_of_no_other(CommandCard card)
    {
        var lab = Laboratory.Opened();
        foreach (var language in new[] { "en", "tr" })
        {
            var (title, detail) = Said(lab, card, language);
            Assert.All(
                Enum.GetValues<CommandCard>().Where(other => other != card),
                other =>
                {
                    Assert.NotEqual(title, Said(lab, other, language).Title);
                    Assert.NotEqual(detail, Said(lab, other, language).Detail);
                }
            );
        }
        Assert.NotEqual(Said(lab, card, "en").Title, Said(lab, card, "tr").Title);
        Assert.NotEqual(Said(lab, card, "en").Detail, Said(lab, card, "tr").Detail);
    }

    [Fact]
    public void say_of_each_command_card_its_own_name()
    {
        var lab = Laboratory.Opened();
        Assert.Equal(
            ["CONFIRM", "UNDO SELECTION", "WHAT IS THIS?", "DISCARD"],
            CommandCards.All.Select(card => Said(lab, card, "en").Title)
        );
        Assert.Equal(
            ["ONAYLA", "SEÇİMİ GERİ AL", "BU NEDİR?", "İMHA ET"],
            CommandCards.All.Select(card => Said(lab, card, "tr").Title)
        );
    }

    [Fact]
    public void say_name_room_and_number_of_a_piece_of_equipment()
    {
        var lab = Laboratory.Opened();
        var template = Approved(lab, LabelKind.Equipment);
        var (piece, shipper) = (Breaches.Piece(lab).Text, lab.NewCode(CodeKind.Equipment));
        lab.Must(
            Emre,
            new RegisterEquipment(new(shipper), "Shipper 1", EquipmentKind.Shipper, null, "Room C1", null, null)
        );

        lab.Must(Ayse, new PrintThingLabels([piece, shipper], template, "tr", 203));

        Assert.Equal("Room P1 · SN-1", WordsOf(lab, piece).Detail);
        Assert.Equal(("Shipper 1", "Room C1"), (WordsOf(lab, shipper).Title, WordsOf(lab, shipper).Detail));
    }

    [Fact]
    public void are_not_printed_of_a_station_whose_code_no_reader_would_take()
    {
        var lab = Laboratory.Opened();
        lab.Do(Ayse, new PrintThingLabels([Laboratory.Bench.Code], Approved(lab, LabelKind.Equipment), "en", 203))
            .IsRefusedBy("R13 no-thing");
    }

    [Fact]
    public void say_where_a_box_stands_and_how_large_it_is()
    {
        var lab = Laboratory.Opened();
        var box = lab.Lives.Boxes.Values.Single().Code!;
        lab.Must(Murat, new PrintThingLabels([box], Approved(lab, LabelKind.Box), "tr", 300));
        Assert.Equal(("LN2-A / R1 / B1", "12 yer, 3 × 4"), (WordsOf(lab, box).Title, WordsOf(lab, box).Detail));
        lab.Do(Murat, new PrintThingLabels([box], Approved(lab, LabelKind.Position), "en", 300))
            .IsRefusedBy("R13 kind");
    }

    private static (string? Title, string? Detail) Said(Laboratory lab, CommandCard card, string language) =>
        LabelFilling.FillThing(
            lab.Lives,
            CommandCards.CodeOf(card).Text,
            new PrintThingLabels([], default, language, 203),
            LabelsOfTests.Means
        )
            is { Words: var words }
            ? (words.Title, words.Detail)
            : default;

    private static LabelWords WordsOf(Laboratory lab, string code) =>
        lab.Lives.Labels.Values.Single(l => l.Code == code).Words;
}
