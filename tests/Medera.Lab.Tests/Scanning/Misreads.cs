using CsCheck;
using Medera.Lab.TestSupport.Journeys;
using Xunit;

namespace Medera.Lab.Tests.Scanning;

/// <summary>Whatever a worn label, a wrong keyboard or a stranger sends.</summary>
public class Misreads
{
    private static readonly string[] Whole =
    [
        "=A99982012345600",
        "=<S1234V00",
        "&>0263651430",
        "=)AB00012345",
        "&#0A05P-042",
        "&,4TR0001230A99982612345A0S12340V0020261231",
        "&/CHA999926000001",
        "=+03000=A99982012345600=<S1234V00=>026365",
        "=A99982012345600=<S1234V00",
        "]d20109506000134352172612311042-A\u001d2112345",
        "(01)09506000134352(17)261231(10)42-A",
        "https://id.gs1.org/01/09506000134352/10/42%2DA?17=261231",
        "]C100106141411234567897",
    ];

    private static readonly Gen<char> AnyCharacter = Gen.OneOf(
        Gen.Char["\0\u001d\ud800\udc00\ufffeıİКМ\u200b]()=&<>/%#{}09AZaz "],
        Gen.Char
    );

    [Fact]
    public void of_one_changed_missing_or_added_character_never_throw() =>
        Gen.Select(Gen.OneOf(Whole), Gen.Int[0, 60], AnyCharacter, Gen.Int[0, 2])
            .Sample(
                (text, place, character, kind) =>
                {
                    var at = place % text.Length;
                    var mutated = text[..at] + (kind == 1 ? "" : character) + text[(kind == 2 ? at : at + 1)..];
                    foreach (var how in new[] { Arrival.Scanned, Arrival.Typed, Arrival.Scanned.With("{GS}", "^]") })
                    {
                        var reading = Barcode.Read(mutated, how);
                        Assert.Equal(reading, Turkish.In(() => Barcode.Read(mutated, how)));
                        if (reading is Reading.Unreadable unreadable)
                        {
                            Assert.InRange(unreadable.At, -1, mutated.Length);
                            Assert.NotEmpty(UnreadableTexts.Refuse(unreadable).Variant);
                        }
                    }

                    _ = CanonicalText.Normalize(Barcode.Redacted(mutated)); // may be stored
                },
                iter: 30_000
            );

    [Fact]
    public void of_one_character_of_an_article_number_are_never_another_article() =>
        Gen.Select(Gen.OneOf("]d2", "]C1", "\u001d", ""), Gen.Int[0, 13], AnyCharacter)
            .Sample(
                (prefix, place, wrong) =>
                {
                    const string Number = "09506000134352";
                    if (Number[place] == wrong)
                        return;
                    var mutated = prefix + "01" + Number[..place] + wrong + Number[(place + 1)..] + "17261231";
                    Assert.IsType<Reading.Unreadable>(Barcode.Read(mutated));
                },
                iter: 20_000
            );

    [Fact]
    public void of_one_character_of_a_logistic_unit_are_never_another_unit() =>
        Gen.Select(Gen.Int[0, 17], AnyCharacter)
            .Sample(
                (place, wrong) =>
                {
                    const string Number = "106141411234567897";
                    if (Number[place] != wrong)
                        Assert.IsType<Reading.Unreadable>(
                            Barcode.Read("]C100" + Number[..place] + wrong + Number[(place + 1)..])
                        );
                },
                iter: 10_000
            );

    [Fact]
    public void that_only_look_right_are_named_so()
    {
        foreach (
            var text in new[]
            {
                "=\u0410" + Whole[0][2..],
                "=<\u0405" + Whole[1][3..],
                "(\uff10" + Whole[10][2..],
                "]d20109506000134352104\u0412",
            }
        )
            Assert.Equal(UnreadableWhy.LookAlike, Assert.IsType<Reading.Unreadable>(Barcode.Read(text)).Why);
    }

    [Fact]
    public void of_characters_that_no_code_has_are_named_so()
    {
        foreach (
            var text in new[]
            {
                "=A9998\0" + Whole[0][7..],
                "=A9998\u001d" + Whole[0][7..],
                "]d20109506000134352104\ud800",
                "]d20109506000134352104\0",
            }
        )
            Assert.Equal(UnreadableWhy.ForbiddenCharacter, Assert.IsType<Reading.Unreadable>(Barcode.Read(text)).Why);
    }

    [Fact]
    public void of_ten_thousand_characters_are_refused_unseen()
    {
        foreach (
            var text in new[]
            {
                new string('=', 10_000),
                string.Concat(Enumerable.Repeat(Whole[0], 625)),
                "(01)" + new string('0', 10_000),
                "=+99000" + new string('=', 10_000),
            }
        )
            Assert.Equal(UnreadableWhy.TooLong, Assert.IsType<Reading.Unreadable>(Barcode.Read(text)).Why);
    }
}
