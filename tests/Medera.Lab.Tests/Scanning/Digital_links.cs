using Xunit;

namespace Medera.Lab.Tests.Scanning;

public class Digital_links
{
    [Theory]
    [InlineData("https://example.com/01/09506000134352")]
    [InlineData("HTTP://EXAMPLE.COM:8080/01/09506000134352/")]
    [InlineData("https://example.com/some/where/01/09506000134352?linkType=gs1:pip#top")]
    [InlineData("]Q1https://example.com/some/01/09506000134352?")]
    public void are_of_any_domain_and_folder(string text)
    {
        var element = Assert.Single(Assert.IsType<Reading.Gs1>(Barcode.Read(text)).Elements);
        Assert.Equal(new Gs1Element("01", "09506000134352"), element);
    }

    [Fact]
    public void are_decoded_from_per_cent()
    {
        var gs1 = Assert.IsType<Reading.Gs1>(
            Barcode.Read("https://example.com/01/09506000134352/10/A%2fB%25%3c?99=%26%3D;11=260100")
        );
        Assert.Equal(("A/B%<", "&=", "260100"), (gs1["10"], gs1["99"], gs1["11"]));
    }

    [Theory]
    [InlineData("https://example.com/01/09506000134352/21/1/10/2", UnreadableWhy.UnknownElement, 43)] // a qualifier out of order
    [InlineData("https://example.com/01/09506000134352/10/2/235/3", UnreadableWhy.UnknownElement, 43)]
    [InlineData("https://example.com/01/09506000134353", UnreadableWhy.WrongCheck, -1)]
    [InlineData("https://example.com/01/09506000134352/10/A%2", UnreadableWhy.WrongCharacter, 42)]
    [InlineData("https://example.com/01/09506000134352/10/A%2F%20B", UnreadableWhy.WrongCharacter, 45)]
    [InlineData("https://example.com/01/09506000134352/10/A%C3%A7", UnreadableWhy.WrongCharacter, 42)]
    [InlineData("https://example.com/01/09506000134352?10=", UnreadableWhy.WrongLength, 41)]
    [InlineData("https://example.com/01/09506000134352?17=261331", UnreadableWhy.WrongDate, 43)]
    [InlineData("https://example.com/01/09506000134352?21=1", UnreadableWhy.UnknownElement, 38)] // a serial number stands in the path
    [InlineData("https://example.com/01/09506000134352?55=1", UnreadableWhy.UnknownElement, 38)]
    [InlineData("https://example.com/01/09506000134352?37=1", UnreadableWhy.Contradiction, 38)]
    [InlineData("https://example.com/01/09506000134352?01=09506000134352", UnreadableWhy.Doubled, -1)]
    [InlineData("https://example.com/about/us", UnreadableWhy.Unknown, -1)]
    [InlineData("https://example.com/10/AB", UnreadableWhy.Unknown, -1)] // a lot is nothing by itself
    [InlineData("https://example.com", UnreadableWhy.Unknown, -1)]
    [InlineData("https:///01/09506000134352", UnreadableWhy.Unknown, -1)]
    [InlineData("ftp://example.com/01/09506000134352", UnreadableWhy.Unknown, -1)]
    public void are_refused_with_the_place_of_what_is_wrong(string text, UnreadableWhy why, int at)
    {
        var unreadable = Assert.IsType<Reading.Unreadable>(Barcode.Read(text));
        Assert.Equal((why, at), (unreadable.Why, unreadable.At));
    }
}
