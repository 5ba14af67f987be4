using Xunit;

namespace Medera.Lab.Tests.Scanning;

public class What_the_scanner_says_of_a_symbol
{
    private const string Article = "0109506000134352";
    private static readonly string Vial = OwnCode.Make(CodeKind.Container, "PT407UZ5").Text;

    [Theory]
    [InlineData("]C1")]
    [InlineData("]d2")]
    [InlineData("]Q3")]
    [InlineData("]e0")]
    public void makes_it_GS1_and_nothing_else(string prefix)
    {
        Assert.IsType<Reading.Gs1>(Barcode.Read(prefix + Article));
        Assert.IsType<Reading.Gs1>(Barcode.Read(prefix + "10LOT")); // an element that no bare text could begin with
        Assert.Equal(UnreadableWhy.WrongSymbology, Why(prefix + Vial));
        Assert.Equal(UnreadableWhy.WrongSymbology, Why(prefix + "=A99982012345600"));
        Assert.Equal(UnreadableWhy.WrongSymbology, Why(prefix + "https://example.com/01/09506000134352"));
    }

    [Theory]
    [InlineData("]C0")]
    [InlineData("]d1")]
    [InlineData("]Q1")]
    public void makes_it_anything_but_GS1(string prefix)
    {
        Assert.Equal(UnreadableWhy.WrongSymbology, Why(prefix + Article));
        Assert.Equal(UnreadableWhy.WrongSymbology, Why(prefix + "(01)09506000134352"));
        Assert.IsType<Reading.Own>(Barcode.Read(prefix + Vial));
        Assert.IsType<Reading.Expiry>(Barcode.Read(prefix + "=>026365"));
        Assert.IsType<Reading.Gs1>(Barcode.Read(prefix + "https://example.com/01/09506000134352")); // a link needs no FNC1
    }

    [Theory]
    [InlineData("]A0")]
    [InlineData("]z9")]
    public void leaves_open_what_it_is_where_it_says_neither(string prefix)
    {
        Assert.IsType<Reading.Gs1>(Barcode.Read(prefix + Article));
        Assert.IsType<Reading.Own>(Barcode.Read(prefix + Vial));
    }

    private static UnreadableWhy Why(string text) => Assert.IsType<Reading.Unreadable>(Barcode.Read(text)).Why;
}
