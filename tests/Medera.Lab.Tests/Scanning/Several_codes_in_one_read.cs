using Xunit;

namespace Medera.Lab.Tests.Scanning;

public class Several_codes_in_one_read
{
    private const string Donation = "=A99982012345600";
    private const string OtherDonation = "=A99982012345700";
    private const string Product = "=<S1234V00";
    private const string Expiry = "&>0263651430";
    private const string Article = "0109506000134352";
    private const string Medium = "]d20109506000134352172612311042-A";
    private const string Flask = "]d201095060001343691042-A";
    private const string Link = "https://id.gs1.org/01/09506000134352/10/42-A";

    private static readonly string Vial = OwnCode.Make(CodeKind.Container, "PT407UZ5").Text;
    private static readonly string OtherVial = OwnCode.Make(CodeKind.Container, "PT407UZ6").Text;

    [Fact]
    public void are_two_structures_of_one_label_when_they_are_of_different_kinds()
    {
        Assert.Equal(
            new Reading.Concatenated(Barcode.Read(Donation), Barcode.Read(Product)),
            Barcode.Read(Donation + Product)
        );
        Assert.Equal(
            new Reading.Concatenated(Barcode.Read(Product), Barcode.Read(Expiry)),
            Barcode.Read("]C4" + Product + Expiry + "\r\n")
        );
    }

    public static TheoryData<string> SameTwice =>
        [
            Vial + Vial,
            Donation + Donation,
            Product + "\r" + Product,
            Expiry + Expiry + Expiry,
            "]C0" + Vial + "\r\n]C0" + Vial,
            Medium + Medium,
            Medium + "\r\n" + Medium,
            "]d2" + Article + Article,
            "\u001d" + Article + "\u001d" + Article,
            "]d2" + Article + "21A" + Article + "21A",
            Article + "10A\u001d" + Article + "10A",
            "(01)09506000134352(10)A(01)09506000134352(10)A",
            Link + Link,
            Link + "\t" + Link,
            "=+02000" + Donation + Product + "=+02000" + Donation + Product,
        ];

    [Theory]
    [MemberData(nameof(SameTwice))]
    public void are_doubled_when_they_are_the_same(string text) => Assert.Equal(UnreadableWhy.Doubled, Why(text));

    public static TheoryData<string> Different =>
        [
            Vial + OtherVial,
            Vial + "\r\n" + OtherVial,
            Vial + Donation,
            Donation + Vial,
            Donation + OtherDonation,
            Donation + "\r" + Product,
            Donation + Product + Expiry,
            Medium + Flask,
            Medium + "\r" + Vial,
            Vial + Medium,
            "]d2" + Article + "10A\u001d" + Article + "10B",
            "]d2" + Article + "21A" + Article + "21B",
            Link + "\n" + Vial,
            Link + Link.Replace("352", "369", StringComparison.Ordinal),
            "(01)09506000134352(01)09506000134369",
            Product + "=+02000" + Donation + Product,
        ];

    [Theory]
    [MemberData(nameof(Different))]
    public void are_joined_when_they_differ(string text) => Assert.Equal(UnreadableWhy.Joined, Why(text));

    [Fact]
    public void are_not_told_from_a_code_and_a_rest_that_is_none()
    {
        Assert.Equal(UnreadableWhy.Unknown, Why(Vial + "X"));
        Assert.Equal(UnreadableWhy.WrongLength, Why(Donation + "X"));
        Assert.Equal(UnreadableWhy.WrongLength, Why(Donation + Product[..^1]));
        Assert.Equal(UnreadableWhy.ForbiddenCharacter, Why(Vial + "\r" + Vial + "X"));
    }

    private static UnreadableWhy Why(string text) => Assert.IsType<Reading.Unreadable>(Barcode.Read(text)).Why;
}
