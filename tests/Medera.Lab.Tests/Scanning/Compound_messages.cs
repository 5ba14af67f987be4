using CsCheck;
using Xunit;

namespace Medera.Lab.Tests.Scanning;

public class Compound_messages
{
    private const string Donation = "=A99982012345600";
    private const string Product = "=<S1234V00";
    private const string Expiry = "&>0263651430";
    private const string Patient = "&#0A11P-042=026&>";

    [Fact]
    public void are_read_structure_by_structure()
    {
        var compound = Assert.IsType<Reading.Compound>(Barcode.Read("=+04012" + Donation + Product + Patient + Expiry));
        Assert.Equal("012", compound.Message);
        Assert.Equal(new[] { Donation, Product, Patient, Expiry }.Select(Barcode.Read), compound.Parts);
    }

    [Theory]
    [InlineData("=+03000" + Donation + Product)]
    [InlineData("=+01000" + Donation + Product)]
    [InlineData("=+00000")]
    [InlineData("=+00000" + Donation)]
    [InlineData("=+02000")]
    public void are_nothing_when_the_count_is_wrong(string text) =>
        Assert.Equal((UnreadableWhy.WrongCount, 2), Why(text));

    [Theory]
    [InlineData("=+02000" + Donation + "=<S1234V0", UnreadableWhy.WrongLength, 32)]
    [InlineData("=+02000" + Donation + "=<1234V000", UnreadableWhy.WrongCharacter, 25)]
    [InlineData("=+02000" + Donation + "=>026366", UnreadableWhy.WrongDate, 28)]
    [InlineData("=+02000" + Donation + "=%5100", UnreadableWhy.UnknownElement, 23)]
    [InlineData("=+02000" + Donation + "X", UnreadableWhy.WrongCharacter, 23)]
    [InlineData("=+02000" + Donation + "=+01000" + Product, UnreadableWhy.WrongCharacter, 23)]
    [InlineData("=+02000" + Expiry + "=>026365", UnreadableWhy.Contradiction, 19)]
    [InlineData("=+A2000" + Donation, UnreadableWhy.WrongCharacter, 2)]
    public void are_nothing_when_one_part_is_wrong(string text, UnreadableWhy why, int at) =>
        Assert.Equal((why, at), Why(text));

    [Fact]
    public void are_never_read_in_part_when_cut_off() =>
        Gen.Int[2, ("=+03000" + Donation + Product + Expiry).Length - 1]
            .Sample(length =>
                Assert.IsType<Reading.Unreadable>(Barcode.Read(("=+03000" + Donation + Product + Expiry)[..length]))
            );

    private static (UnreadableWhy, int) Why(string text)
    {
        var unreadable = Assert.IsType<Reading.Unreadable>(Barcode.Read(text));
        return (unreadable.Why, unreadable.At);
    }
}
