using CsCheck;
using Xunit;

namespace Medera.Lab.Tests.Scanning;

public class Typed_donation_numbers
{
    private static readonly Gen<string> AnyNumber = Gen.Select(
            Gen.Char["ABCDEFGHIJKLMNPQRSTUVWXYZ123456789"],
            Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"].Array[4],
            Gen.Char["0123456789"].Array[8]
        )
        .Select(drawn => drawn.Item1 + new string(drawn.Item2) + new string(drawn.Item3));

    [Theory]
    [InlineData("A999820123456E", "=A999820123456")]
    [InlineData("=A999820123456E", "=A999820123456")]
    [InlineData("A9998 20 123456 E", "=A999820123456")]
    [InlineData("a9998 20 123456 e", "=A999820123456")]
    [InlineData("A9998 20 123456 00 E", "=A99982012345600")]
    [InlineData("=A99982012345600E", "=A99982012345600")]
    [InlineData("A999917345628*", "=A999917345628")]
    [InlineData("G123417654321A", "=G123417654321")]
    [InlineData("A9999171234569", "=A999917123456")]
    public void are_read_with_the_check_character_of_the_box(string text, string din) =>
        Assert.Equal(new Reading.Din(din), Barcode.Read(text, Arrival.Typed));

    [Theory]
    [InlineData("=A99982012345600")]
    [InlineData("A999820123456")]
    [InlineData("A9998 20 123456 00")]
    [InlineData("=A99982012345600=<S1234V00")]
    [InlineData("=+02000=A99982012345600=<S1234V00")]
    public void are_refused_without_it(string text) => Assert.Equal(UnreadableWhy.MissingCheck, Why(text));

    [Fact]
    public void are_refused_with_any_other() =>
        AnyNumber.Sample(
            number =>
            {
                var right = CheckCharacter.Compute(number);
                Assert.Equal(
                    "=" + number,
                    Assert.IsType<Reading.Din>(Barcode.Read(number + right, Arrival.Typed)).Text
                );
                foreach (var wrong in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*".Where(character => character != right))
                    Assert.Equal(UnreadableWhy.WrongCheck, Why(number + wrong));
            },
            iter: 500
        );

    [Fact]
    public void with_any_one_character_changed_are_never_a_donation() =>
        Gen.Select(AnyNumber, Gen.Int[0, 13], Gen.OneOf(Gen.Char[" 0AaZz*=&\0ıİ"], Gen.Char))
            .Sample(
                (number, place, wrong) =>
                {
                    var right = number + CheckCharacter.Compute(number);
                    // A small letter is the capital one here, and a blank is passed over.
                    if (char.ToUpperInvariant(wrong) != right[place])
                        Assert.IsType<Reading.Unreadable>(
                            Barcode.Read(right[..place] + wrong + right[(place + 1)..], Arrival.Typed)
                        );
                },
                iter: 20_000
            );

    [Fact]
    public void are_known_to_be_typed_by_the_source_of_the_scan()
    {
        Assert.True(Arrival.From(ScanSource.Typed).IsTyped);
        Assert.All(
            Enum.GetValues<ScanSource>().Except([ScanSource.Typed]),
            source => Assert.False(Arrival.From(source).IsTyped)
        );
    }

    [Fact]
    public void are_not_looked_for_in_what_a_scanner_sent() =>
        Assert.Equal(UnreadableWhy.Unknown, Assert.IsType<Reading.Unreadable>(Barcode.Read("A999820123456E")).Why);

    private static UnreadableWhy Why(string text) =>
        Assert.IsType<Reading.Unreadable>(Barcode.Read(text, Arrival.Typed)).Why;
}
