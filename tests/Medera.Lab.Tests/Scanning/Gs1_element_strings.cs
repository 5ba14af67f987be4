using Xunit;

namespace Medera.Lab.Tests.Scanning;

public class Gs1_element_strings
{
    /// <summary>A letter of the table that the checks did not know would throw in front of whoever scans.</summary>
    [Fact]
    public void of_every_identifier_and_length_are_judged()
    {
        var judged = 0;
        for (var number = 0; number < 10_000; number++)
        {
            foreach (var identifier in new[] { $"{number:D2}", $"{number:D3}", $"{number:D4}" })
            {
                for (var length = 1; length <= 30; length++)
                    judged += Barcode.Read($"]C1{identifier}{new string('0', length)}") is Reading.Gs1 ? 1 : 0;
            }
        }
        Assert.True(judged > 1_000, $"{judged} were element strings");
    }

    private const string Article = "0109506000134352";

    [Theory]
    [InlineData("]d20109506000134352172612311042-A\u001d2112345")]
    [InlineData("]C10109506000134352172612311042-A\u001d2112345\r\n")]
    [InlineData("]Q30109506000134352172612311042-A\u001d2112345")]
    [InlineData("]e00109506000134352172612311042-A\u001d2112345")]
    [InlineData("]d2\u001d0109506000134352172612311042-A\u001d2112345\u001d")]
    [InlineData("\u001d0109506000134352172612311042-A\u001d2112345")]
    [InlineData("0109506000134352172612311042-A\u001d2112345")]
    [InlineData("0109506000134352\u001d17261231\u001d1042-A\u001d2112345")]
    [InlineData("(01)09506000134352(17)261231(10)42-A(21)12345")]
    [InlineData("(01) 09506000134352 (17) 261231 (10) 42-A (21) 12345")]
    [InlineData("https://id.gs1.org/01/09506000134352/10/42-A/21/12345?17=261231")]
    public void are_the_same_in_every_form_that_scanners_send(string text)
    {
        var gs1 = Read(text);
        Assert.Equal("09506000134352", gs1["01"]);
        Assert.Equal("261231", gs1["17"]);
        Assert.Equal("42-A", gs1["10"]);
        Assert.Equal("12345", gs1["21"]);
        Assert.Null(gs1["11"]);
        Assert.Equal(4, gs1.Elements.Count);
        Assert.Empty(gs1.Wanting);
    }

    [Theory]
    [InlineData("]d200106141411234567897", "00")]
    [InlineData("]C1" + Article + "3102001250", "3102")]
    [InlineData("]d2" + Article + "70032612311430\u001d22V1", "7003")]
    [InlineData("]d2800614141411234567890210", null)]
    [InlineData("]d28006095060001343520210", "8006")]
    [InlineData("]d24149506000134376", "414")]
    [InlineData("]d28018950600013435200428", "8018")]
    [InlineData("]d28018950600013435200429", null)]
    [InlineData("]d280131987654Ad4X4bL5ttr2310c2K", "8013")]
    [InlineData("]d280131987654Ad4X4bL5ttr2310c2L", null)]
    [InlineData("]d2" + Article + "92" + "any!text%of=the_house", "92")]
    [InlineData("]d23912345", null)] // prices are not read here
    public void are_judged_by_the_line_of_the_table(string text, string? identifier)
    {
        if (identifier is null)
            Assert.IsType<Reading.Unreadable>(Barcode.Read(text));
        else
            Assert.NotNull(Read(text)[identifier]);
    }

    [Theory]
    [InlineData("]d20109506000134353", UnreadableWhy.WrongCheck, -1)]
    [InlineData("0109506000134353", UnreadableWhy.WrongCheck, -1)]
    [InlineData("]d2010950600013435", UnreadableWhy.WrongLength, 15)]
    [InlineData("]d20109506000A34352", UnreadableWhy.WrongCharacter, 10)]
    [InlineData("]d2" + Article + "17261301", UnreadableWhy.WrongDate, 20)]
    [InlineData("]d2" + Article + "17260229", UnreadableWhy.WrongDate, 22)]
    [InlineData("]d2" + Article + "7003261231" + "2430", UnreadableWhy.WrongDate, 26)]
    [InlineData("]d2" + Article + "7003261200" + "1430", UnreadableWhy.WrongDate, 24)]
    [InlineData("]d2" + Article + "10123456789012345678901", UnreadableWhy.WrongLength, 38)] // FNC1 lost behind a lot
    [InlineData("]d2" + Article + "10", UnreadableWhy.WrongLength, 18)]
    [InlineData("]d2" + Article + "10A B", UnreadableWhy.WrongCharacter, 19)]
    [InlineData("]d2" + Article + "10A\u001d\u001d21B", UnreadableWhy.UnknownElement, 20)]
    [InlineData("]d2" + Article + "55", UnreadableWhy.UnknownElement, 16)]
    [InlineData("]d2" + Article + "1", UnreadableWhy.WrongLength, 17)]
    [InlineData("]d2" + Article + "37" + "5", UnreadableWhy.Contradiction, 16)]
    [InlineData("]d2375\u001d" + Article, UnreadableWhy.Contradiction, 4)]
    [InlineData("]d2" + Article + "3102000100" + "3103000100", UnreadableWhy.Contradiction, 26)]
    [InlineData("(01)09506000134352(10)A(B", UnreadableWhy.UnknownElement, 23)]
    [InlineData("(01)09506000134352(55)A", UnreadableWhy.UnknownElement, 18)]
    [InlineData("(01)0950600013435", UnreadableWhy.WrongLength, 17)]
    [InlineData("\u001d", UnreadableWhy.WrongLength, 1)]
    public void are_refused_with_the_place_of_what_is_wrong(string text, UnreadableWhy why, int at)
    {
        var unreadable = Assert.IsType<Reading.Unreadable>(Barcode.Read(text));
        Assert.Equal((why, at), (unreadable.Why, unreadable.At));
    }

    [Fact]
    public void tell_what_they_want_from_a_second_symbol_of_the_label()
    {
        Assert.Equal(["17", "10"], Read("]C117261231" + "1042-A").Wanting);
        Assert.Equal(["250"], Read("]d2" + Article + "250X").Wanting);
        Assert.Empty(Read("]d2" + Article + "21S\u001d250X").Wanting);
        Assert.Equal(["02"], Read("]d20209506000134352").Wanting); // contents of what, and how many
        Assert.Equal(["37"], Read("]d2020950600013435237" + "12").Wanting); // a count of articles belongs to a logistic unit
        Assert.Empty(Read("]d20010614141123456789702095060001343523712").Wanting);
    }

    [Theory]
    [InlineData("261231", 2026, "2026-12-31 23:59")]
    [InlineData("260200", 2026, "2026-02-28 23:59")]
    [InlineData("280200", 2026, "2028-02-29 23:59")]
    [InlineData("770101", 2026, "1977-01-01 23:59")] // 51 years on would be too far
    [InlineData("760101", 2026, "2076-01-01 23:59")]
    [InlineData("490101", 2099, "2149-01-01 23:59")]
    [InlineData("000229", 2000, "2000-02-29 23:59")]
    [InlineData("000229", 2100, "2100-02-28 23:59")]
    public void find_the_century_of_an_expiry_beside_a_year(string day, int year, string expected) =>
        Assert.Equal(expected, Read("]d2" + Article + "17" + day).ExpiresOn(year)!.Value.Closing.ToString());

    [Fact]
    public void prefer_the_expiry_with_a_time()
    {
        Assert.Equal(
            "2026-12-30 14:30",
            Read("]d2" + Article + "17261231" + "70032612301430").ExpiresOn(2026).ToString()
        );
        Assert.Null(Read("]d2" + Article).ExpiresOn(2026));
        Assert.Throws<ArgumentOutOfRangeException>(() => Read("]d2" + Article).ExpiresOn(26));
    }

    [Fact]
    public void take_stand_ins_for_GS_only_from_a_station_that_sends_them()
    {
        foreach (var standIn in new[] { "{GS}", "<GS>", "^]", "\u241d", "|" })
        {
            var text = Article + "1042-A" + standIn + "2112345" + standIn;
            var gs1 = Assert.IsType<Reading.Gs1>(
                Barcode.Read(text, Arrival.Scanned.With("{GS}", "<GS>", "^]", "\u241d", "|"))
            );
            Assert.Equal(("42-A", "12345"), (gs1["10"], gs1["21"]));
            Assert.Equal(gs1, Barcode.Read(standIn + text, Arrival.Scanned.With(standIn)));
        }

        Assert.IsType<Reading.Unreadable>(Barcode.Read(Article + "1042-A{GS}2112345"));
        Assert.Equal("42-A<GS>2112345", Read(Article + "1042-A<GS>2112345")["10"]); // without the profile these are a lot's own characters
    }

    [Theory]
    [InlineData("")]
    [InlineData("GS")]
    [InlineData("29")]
    [InlineData("{too long}")]
    public void refuse_stand_ins_that_could_be_part_of_a_code(string standIn) =>
        Assert.Throws<ArgumentException>(() => Arrival.Scanned.With(standIn));

    private static Reading.Gs1 Read(string text) => Assert.IsType<Reading.Gs1>(Barcode.Read(text));
}
