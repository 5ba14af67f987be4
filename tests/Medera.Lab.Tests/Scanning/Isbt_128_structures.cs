using Xunit;

namespace Medera.Lab.Tests.Scanning;

public class Isbt_128_structures
{
    private static readonly DateOnly LastOf2026 = new(2026, 12, 31);
    private static readonly DateOnly Summer = new(2026, 6, 30);

    private const string European = "TR" + "000123" + "0A99982612345" + "A" + "0S12340" + "V00" + "20261231";

    /// <summary>One right text of each structure, and what it is.</summary>
    private static readonly (string Text, Reading Reading)[] Each =
    [
        ("=A99982012345600", new Reading.Din("=A99982012345600")),
        ("=<S1234V00", new Reading.Product("S1234V00")),
        ("=>026365", new Reading.Expiry(new LabelTime(LastOf2026, null))),
        ("&>0263651430", new Reading.Expiry(new LabelTime(LastOf2026, new TimeOnly(14, 30)))),
        ("=*026181", new Reading.Collected(new LabelTime(Summer, null))),
        ("&*0261810905", new Reading.Collected(new LabelTime(Summer, new TimeOnly(9, 5)))),
        ("=}026181", new Reading.Produced(new LabelTime(Summer, null))),
        ("&}0261812359", new Reading.Produced(new LabelTime(Summer, new TimeOnly(23, 59)))),
        ("=)AB00012345", new Reading.ContainerArticle("AB00012345")),
        ("&)LOT-2026/7", new Reading.ContainerLot("LOT-2026/7")),
        ("=-AB00067890", new Reading.OtherArticle("AB00067890")),
        ("&-00000L0042", new Reading.OtherLot("00000L0042")),
        ("=;A9998000000000000D-42", new Reading.DonorNumber("A9998000000000000D-42")),
        ("='A9998000042", new Reading.StaffNumber("A9998000042")),
        ("&#0A05P-042", new Reading.PatientNumber("0A", "P-042")),
        ("=,0A00B1", new Reading.Divisions("0A00B1")),
        ("&,4" + European, new Reading.EuropeanCode(European)),
        ("&/CHA999926000001", new Reading.ChainOfIdentity("CHA999926000001")),
        (
            "=+02000=A99982012345600=>026365",
            new Reading.Compound(
                "000",
                [new Reading.Din("=A99982012345600"), new Reading.Expiry(new LabelTime(LastOf2026, null))]
            )
        ),
    ];

    public static TheoryData<string> Texts => [.. Each.Select(one => one.Text)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void are_each_read_for_what_they_are(string text) => Assert.Equal(Of(text), Barcode.Read(text));

    [Theory]
    [MemberData(nameof(Texts))]
    public void are_read_in_a_Turkish_culture_as_anywhere(string text) =>
        Assert.Equal(Of(text), Turkish.In(() => Barcode.Read(text)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void are_not_read_when_cut_off_anywhere(string text)
    {
        for (var length = 2; length < text.Length; length++)
        {
            var unreadable = Refused(text[..length]);
            Assert.True(
                unreadable.Why is UnreadableWhy.WrongLength or UnreadableWhy.WrongCount or UnreadableWhy.UnknownElement,
                $"{text[..length]}: {unreadable}"
            );
            if (unreadable.Why == UnreadableWhy.WrongLength)
                Assert.Equal(length, unreadable.At);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void are_not_read_with_a_character_too_many(string text) =>
        Assert.All(
            "0A-",
            extra =>
                Assert.True(Refused(text + extra) is { Why: UnreadableWhy.WrongLength or UnreadableWhy.WrongCount })
        );

    [Theory]
    [MemberData(nameof(Texts))]
    public void name_the_place_of_a_character_that_cannot_stand_there(string text)
    {
        for (var place = IdentifierLength(text); place < text.Length; place++)
        {
            var unreadable = Refused(text[..place] + "~" + text[(place + 1)..], orElse: typeof(Reading.PatientNumber));
            // Within a compound message the wrong character may be part of what tells the structure.
            if (unreadable is not null && Of(text) is not Reading.Compound)
                Assert.Equal((UnreadableWhy.WrongCharacter, place), (unreadable.Why, unreadable.At));
        }
    }

    [Theory]
    [InlineData("=>226365", 2)] // no label means the 23rd century
    [InlineData("=>026000", 5)]
    [InlineData("=>026366", 5)] // 2026 has no day 366
    [InlineData("=>024367", 5)]
    [InlineData("=>100366", 5)] // nor has 2100
    [InlineData("&>0263652400", 8)]
    [InlineData("&>0263652360", 10)]
    [InlineData("=*025366", 5)]
    [InlineData("&}0253660000", 5)]
    public void refuse_days_and_times_that_do_not_exist(string text, int at) =>
        Assert.Equal((UnreadableWhy.WrongDate, at), (Refused(text).Why, Refused(text).At));

    [Theory]
    [InlineData("=>024366", 2024)]
    [InlineData("=>000366", 2000)]
    [InlineData("=>996366", 1996)]
    public void know_day_366_of_leap_years(string text, int year) =>
        Assert.Equal(new DateOnly(year, 12, 31), Assert.IsType<Reading.Expiry>(Barcode.Read(text)).On.Day);

    [Fact]
    public void refuse_a_European_code_with_an_impossible_day_and_take_one_without_any()
    {
        Assert.Equal(
            (UnreadableWhy.WrongDate, 41),
            (Refused("&,4" + European[..38] + "32").Why, Refused("&,4" + European[..38] + "32").At)
        );
        var code = Assert.IsType<Reading.EuropeanCode>(Barcode.Read("&,4" + European[..32] + "00000000"));
        Assert.Null(code.ExpiresOn);
    }

    [Fact]
    public void tell_their_parts()
    {
        var product = Assert.IsType<Reading.Product>(Barcode.Read("=<S1234V99"));
        Assert.Equal(("S1234", 'V', "99"), (product.Description, product.Collection, product.Division));
        var code = Assert.IsType<Reading.EuropeanCode>(Barcode.Read("&,4" + European));
        Assert.Equal(("TR", "000123", "0A99982612345"), (code.Country, code.Establishment, code.Donation));
        Assert.Equal(
            ('A', "0S12340", "V00", LastOf2026),
            (code.System, code.ProductCode, code.Split, code.ExpiresOn!.Value)
        );
    }

    [Theory]
    [InlineData("=%5100", 0)] // blood groups: a structure that a cell laboratory does not read
    [InlineData("&,1", 0)]
    [InlineData("=~12345", 0)]
    public void that_are_not_read_here_are_named_so(string text, int at) =>
        Assert.Equal((UnreadableWhy.UnknownElement, at), (Refused(text).Why, Refused(text).At));

    [Fact]
    public void take_a_patients_number_as_long_as_it_says()
    {
        Assert.Equal(new Reading.PatientNumber("ZZ", "=&#,"), Barcode.Read("&#ZZ04=&#,"));
        Assert.Equal(
            new Reading.PatientNumber("0A", new string('9', 99)),
            Barcode.Read("&#0A99" + new string('9', 99))
        );
        Assert.Equal((UnreadableWhy.WrongLength, 4), (Refused("&#0A00").Why, Refused("&#0A00").At));
        Assert.Equal((UnreadableWhy.WrongLength, 10), (Refused("&#0A04P-0421").Why, Refused("&#0A04P-0421").At));
    }

    private static Reading Of(string text) => Each.Single(one => one.Text == text).Reading;

    private static int IdentifierLength(string text) => text.StartsWith("&,4", StringComparison.Ordinal) ? 3 : 2;

    private static Reading.Unreadable Refused(string text) => Assert.IsType<Reading.Unreadable>(Barcode.Read(text));

    private static Reading.Unreadable? Refused(string text, Type orElse)
    {
        var reading = Barcode.Read(text);
        Assert.True(reading is Reading.Unreadable || reading.GetType() == orElse, $"{text}: {reading}");
        return reading as Reading.Unreadable;
    }
}
