using CsCheck;
using Xunit;

namespace Medera.Lab.Tests.Scanning;

public class Own_codes
{
    private const string Everything = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    internal static readonly Gen<OwnCode> AnyCode = Gen.Select(
            Gen.Enum<CodeKind>(),
            Gen.Int[0, OwnCode.Alphabet.Length - 1].Array[8]
        )
        .Select(drawn =>
            OwnCode.Make(drawn.Item1, string.Concat(drawn.Item2.Select(index => OwnCode.Alphabet[index])))
        );

    [Theory]
    [InlineData(CodeKind.Container, 'V')]
    [InlineData(CodeKind.Wristband, 'W')]
    [InlineData(CodeKind.Position, 'P')]
    [InlineData(CodeKind.Station, 'S')]
    [InlineData(CodeKind.Badge, 'B')]
    [InlineData(CodeKind.Equipment, 'E')]
    [InlineData(CodeKind.MaterialLot, 'M')]
    [InlineData(CodeKind.Tray, 'T')]
    [InlineData(CodeKind.CommandCard, 'C')]
    [InlineData(CodeKind.Shipment, 'H')]
    public void say_by_their_third_letter_what_they_are_stuck_on(CodeKind kind, char letter)
    {
        var code = OwnCode.Make(kind, "PT407UZ5");
        Assert.Equal(kind, code.Kind);
        Assert.Equal(letter, code.Text[2]);
        Assert.Equal(letter, OwnCode.Letter(kind));
    }

    [Fact]
    public void every_kind_has_a_letter_of_its_own() =>
        Assert.Equal(
            Enum.GetValues<CodeKind>().Length,
            Enum.GetValues<CodeKind>().Select(OwnCode.Letter).Distinct().Count()
        );

    [Fact]
    public void are_made_with_their_check_character_and_grouped_for_reading_aloud()
    {
        var code = OwnCode.Make(CodeKind.Container, "PT407UZ5");
        Assert.Equal("MLVPT407UZ5" + CheckCharacter.Compute("MLVPT407UZ5"), code.Text);
        Assert.Equal("MLV PT40 7UZ5 D", code.Grouped);
        Assert.Equal(code.Text, code.ToString());
        Assert.Equal("", default(OwnCode).ToString());
    }

    [Theory]
    [InlineData("PT407UZ")]
    [InlineData("PT407UZ55")]
    [InlineData("PT407UZI")]
    [InlineData("PT407UZO")]
    [InlineData("pt407uz5")]
    [InlineData("PT407UZ*")]
    public void are_not_made_of_other_than_eight_characters_without_I_and_O(string eight) =>
        Assert.Throws<ArgumentException>(() => OwnCode.Make(CodeKind.Container, eight));

    [Fact]
    public void are_not_made_of_a_kind_that_does_not_exist() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OwnCode.Make((CodeKind)99, "PT407UZ5"));

    [Fact]
    public void cannot_be_made_from_a_text_that_is_none()
    {
        var good = OwnCode.Make(CodeKind.Badge, "22222222").Text;
        Assert.Equal(good, new OwnCode(good).Text);
        foreach (
            var bad in new[] { "", good[..11], good + "0", good.Replace('B', 'X'), "XX" + good[2..], " " + good[1..] }
        )
            Assert.Throws<ArgumentException>(() => new OwnCode(bad));
    }

    [Fact]
    public void with_any_single_wrong_character_are_detected() =>
        AnyCode.Sample(
            code =>
            {
                for (var place = 0; place < OwnCode.Length; place++)
                {
                    foreach (var wrong in Everything.Where(character => character != code.Text[place]))
                    {
                        var misread = string.Concat(code.Text.AsSpan(0, place), [wrong], code.Text.AsSpan(place + 1));
                        Assert.False(OwnCode.IsOne(misread), misread);
                        var unreadable = Assert.IsType<Reading.Unreadable>(Barcode.Read(misread));
                        Assert.NotEqual(UnreadableWhy.NotOurs, unreadable.Why);
                        if (unreadable.At >= 0)
                            Assert.Equal(place, unreadable.At);
                    }
                }
            },
            iter: 300
        );

    [Fact]
    public void with_any_two_neighbours_swapped_are_detected() =>
        AnyCode.Sample(
            code =>
            {
                for (var place = 0; place + 1 < OwnCode.Length; place++)
                {
                    if (code.Text[place] == code.Text[place + 1])
                        continue;
                    var swapped = code.Text.ToCharArray();
                    (swapped[place], swapped[place + 1]) = (swapped[place + 1], swapped[place]);
                    Assert.False(OwnCode.IsOne(swapped), new string(swapped));
                    Assert.IsType<Reading.Unreadable>(Barcode.Read(new string(swapped)));
                }
            },
            iter: 3_000
        );
}
