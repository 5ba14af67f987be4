using CsCheck;
using Medera.Lab.TestSupport.Journeys;
using Xunit;

namespace Medera.Lab.Tests.Scanning;

public class Reading_a_code
{
    private static readonly OwnCode Vial = OwnCode.Make(CodeKind.Container, "PT407UZ5");
    private const string Donation = "=A99982012345600";

    [Fact]
    public void gives_back_every_own_code() =>
        Own_codes.AnyCode.Sample(code => Assert.Equal(new Reading.Own(code), Barcode.Read(code.Text)));

    [Theory]
    [InlineData("{0}\r\n")]
    [InlineData("{0}\t")]
    [InlineData("  {0} \n")]
    [InlineData("]C0{0}")]
    [InlineData("]d1{0}\r")]
    [InlineData("\r]Q1{0}")]
    public void takes_off_what_scanners_put_around_it(string wedge)
    {
        Assert.Equal(new Reading.Own(Vial), Barcode.Read(Around(wedge, Vial.Text)));
        Assert.Equal(new Reading.Din(Donation), Barcode.Read(Around(wedge, Donation)));
    }

    [Fact]
    public void takes_own_codes_typed_in_lower_case_or_in_the_printed_groups()
    {
        Assert.Equal(new Reading.Own(Vial), Barcode.Read("mlvpt407uz5" + char.ToLowerInvariant(Vial.Text[11])));
        Assert.Equal(new Reading.Own(Vial), Barcode.Read(Vial.Grouped));
        Assert.Equal(UnreadableWhy.Unknown, Why("ML VPT407 UZ5 " + Vial.Text[11]));
    }

    [Fact]
    public void reads_a_code_with_an_i_in_a_Turkish_culture_as_anywhere()
    {
        // Only a check character can be an I in our codes; the first code that has one is looked for.
        var code = Enumerable
            .Range(0, 1_000)
            .Select(number => OwnCode.Make(CodeKind.Container, number.ToString("D8", Turkish.Culture)))
            .First(code => code.Text[11] == 'I');
        var lower = code.Text.ToLowerInvariant();
        Assert.Equal("İ", "i".ToUpper(Turkish.Culture)); // the culture is really there
        Assert.Equal(new Reading.Own(code), Turkish.In(() => Barcode.Read(lower)));
        Assert.Equal(UnreadableWhy.LookAlike, Turkish.In(() => Why(lower[..11] + "ı")));
        Assert.Equal(UnreadableWhy.LookAlike, Turkish.In(() => Why(code.Text[..11] + "İ")));
    }

    [Fact]
    public void tells_the_parts_of_a_donation_number()
    {
        var din = Assert.IsType<Reading.Din>(Barcode.Read(Donation));
        Assert.Equal("A999820123456", din.Identification);
        Assert.Equal("00", din.Flags);
        Assert.Equal('E', din.Check);
    }

    [Theory]
    [InlineData("=O99982012345600", UnreadableWhy.WrongCharacter, 1)] // the letter O never stands first
    [InlineData("=099982012345600", UnreadableWhy.WrongCharacter, 1)]
    [InlineData("=a99982012345600", UnreadableWhy.WrongCharacter, 1)]
    [InlineData("=A9998201234X600", UnreadableWhy.WrongCharacter, 12)]
    [InlineData("=A9998201234560", UnreadableWhy.WrongLength, 15)]
    [InlineData("=A999820123456000", UnreadableWhy.WrongLength, 16)]
    [InlineData("=A99982012345600E", UnreadableWhy.WrongLength, 16)] // a scanned number never has its check character
    public void says_where_a_donation_number_is_wrong(string text, UnreadableWhy why, int at) =>
        Assert.Equal((why, at), WhyAndWhere(text));

    [Theory]
    [InlineData("A999820123456E")]
    [InlineData("0109506000134")]
    [InlineData("10000000146")] // somebody's number that begins as a lot would
    [InlineData("https://example.com/about")]
    [InlineData("MSC-26-0417")]
    [InlineData("ayşe")]
    public void knows_nothing_of_other_texts(string text) => Assert.Equal(UnreadableWhy.Unknown, Why(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("]C0")]
    [InlineData("]C0\r")]
    public void says_when_nothing_was_read(string? text) => Assert.Equal(UnreadableWhy.Empty, Why(text));

    [Fact]
    public void refuses_more_than_512_characters_before_looking()
    {
        Assert.Equal(UnreadableWhy.TooLong, Why(Vial.Text + new string(' ', 501)));
        Assert.Equal(new Reading.Own(Vial), Barcode.Read(Vial.Text + new string(' ', 500)));
    }

    [Theory]
    [InlineData("{0}{0}")]
    [InlineData("{0}{0}{0}")]
    [InlineData("{0}\r\n{0}\r\n")]
    [InlineData("]C0{0}\r]C0{0}")]
    [InlineData("{0} {0}")]
    public void finds_the_same_code_read_twice(string joined)
    {
        Assert.Equal(UnreadableWhy.Doubled, Why(Around(joined, Vial.Text)));
        Assert.Equal(UnreadableWhy.Doubled, Why(Around(joined, Donation)));
    }

    [Fact]
    public void does_not_call_two_different_codes_doubled()
    {
        var other = OwnCode.Make(CodeKind.Container, "PT407UZ6").Text;
        Assert.Equal(UnreadableWhy.Joined, Why(Vial.Text + other));
        Assert.Equal(UnreadableWhy.Unknown, Why(Vial.Text + Vial.Text[..6]));
        Assert.Equal(UnreadableWhy.Unknown, Why(Vial.Text + Vial.Text + "X"));
    }

    [Theory]
    [InlineData("MLV\0T407UZ5D", 3)]
    [InlineData("MLV\u001dT407UZ5D", 3)]
    [InlineData("MLVP\u200bT407UZ5D", 4)]
    [InlineData("MLVPT\u202e407UZ5D", 5)]
    [InlineData("\u0085MLVPT407UZ5D", 0)]
    public void refuses_characters_that_no_code_has(string text, int at) =>
        Assert.Equal((UnreadableWhy.ForbiddenCharacter, at), WhyAndWhere(text));

    // Half pairs do not survive as data of a theory, which is kept in UTF-8.
    [Fact]
    public void refuses_half_a_surrogate_pair_and_what_is_never_a_character()
    {
        Assert.Equal((UnreadableWhy.ForbiddenCharacter, 2), WhyAndWhere("ML\ud800PT407UZ5D"));
        Assert.Equal((UnreadableWhy.ForbiddenCharacter, 2), WhyAndWhere("ML\udc00PT407UZ5D"));
        Assert.Equal((UnreadableWhy.ForbiddenCharacter, 0), WhyAndWhere("\ufffe"));
    }

    [Theory]
    [InlineData("МLVPT407UZ5D", 0)] // Cyrillic М
    [InlineData("MLVΡT407UZ5D", 3)] // Greek Ρ
    [InlineData("MLVPT407UZ５D", 10)] // full-width 5
    [InlineData("]C0ΜLVPT407UZ5D", 0)] // Greek Μ, counted without the prefix
    [InlineData("\U0001D40CLVPT407UZ5D", 0)] // mathematical bold M
    [InlineData("mlvpt407uzıd", 10)]
    [InlineData("K\u212A", 1)] // Kelvin sign
    [InlineData("＝A99982012345600", 0)] // full-width =
    public void finds_letters_that_only_look_right(string text, int at) =>
        Assert.Equal((UnreadableWhy.LookAlike, at), WhyAndWhere(text));

    [Fact]
    public void names_the_wrong_character_only_where_it_can_be_one_alone()
    {
        var wrongCheck = Vial.Text[..11] + (Vial.Text[11] == 'X' ? 'Y' : 'X');
        Assert.Equal((UnreadableWhy.WrongCheck, -1), WhyAndWhere(wrongCheck));
        Assert.Equal((UnreadableWhy.WrongCheck, 7), WhyAndWhere(Vial.Text[..7] + "O" + Vial.Text[8..]));
        Assert.Equal((UnreadableWhy.WrongCheck, 2), WhyAndWhere("ML-" + Vial.Text[3..]));
    }

    [Fact]
    public void tells_the_code_of_another_laboratory_from_a_misread()
    {
        const string theirs = "XQV22222222";
        Assert.Equal(UnreadableWhy.NotOurs, Why(theirs + CheckCharacter.Compute(theirs)));
        const string noKindOfOurs = "MLX22222222";
        Assert.Equal(UnreadableWhy.Unknown, Why(noKindOfOurs + CheckCharacter.Compute(noKindOfOurs)));
    }

    [Fact]
    public void shows_at_most_64_characters_and_none_that_may_not_be_stored()
    {
        Assert.Equal(new string('x', 64), Shown(new string('x', 400)));
        Assert.Equal("a\ufffdb\ufffd", Shown("a\0b\ud800"));
        Assert.Equal(63, Shown(new string('x', 63) + "\ud83d\ude00").Length); // no pair is cut in two
    }

    [Fact]
    public void never_throws_whatever_comes_and_in_whatever_culture() =>
        Texts.Any.Sample(
            text =>
            {
                var reading = Barcode.Read(text);
                Assert.Equal(reading, Turkish.In(() => Barcode.Read(text)));
                if (reading is not Reading.Unreadable unreadable)
                    return;
                Assert.InRange(unreadable.Shown.Length, 0, Barcode.MaxShown);
                Assert.DoesNotContain(unreadable.Shown, char.IsControl);
                _ = CanonicalText.Normalize(unreadable.Shown); // may be stored
                Assert.NotEmpty(UnreadableTexts.Refuse(unreadable).Variant);
            },
            iter: 20_000
        );

    [Fact]
    public void meets_every_outcome_among_the_texts_that_it_must_not_throw_for()
    {
        var met = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        Texts.Any.Sample(
            text =>
                met.AddOrUpdate(
                    Barcode.Read(text) is Reading.Unreadable unreadable
                        ? unreadable.Why.ToString()
                        : Barcode.Read(text).GetType().Name,
                    1,
                    (_, times) => times + 1
                ),
            iter: 20_000
        );
        // Other tests make these on purpose.
        string[] rare =
        [
            nameof(UnreadableWhy.WrongCheck),
            nameof(UnreadableWhy.NotOurs),
            nameof(UnreadableWhy.WrongDate),
            nameof(UnreadableWhy.WrongCount),
            nameof(UnreadableWhy.Contradiction),
            nameof(UnreadableWhy.MissingCheck),
            nameof(UnreadableWhy.WrongSymbology),
        ];
        string[] wanted =
        [
            .. Enum.GetNames<UnreadableWhy>().Except(rare, StringComparer.Ordinal),
            nameof(Reading.Own),
            nameof(Reading.Din),
            nameof(Reading.Gs1),
        ];
        Assert.All(
            wanted,
            outcome => Assert.True(met.GetValueOrDefault(outcome) >= 5, $"{outcome} was met too seldom")
        );
    }

    [Fact]
    public void every_refusal_has_a_sentence_in_both_languages_that_names_the_place_it_is_given()
    {
        foreach (var why in Enum.GetValues<UnreadableWhy>())
        {
            foreach (var at in new[] { -1, 4 })
            {
                var (english, turkish) = (Told(why, at, "en"), Told(why, at, "tr"));
                Assert.NotEqual(english, turkish);
                Assert.EndsWith(".", english, StringComparison.Ordinal);
                Assert.EndsWith(".", turkish, StringComparison.Ordinal);
                Assert.DoesNotContain('{', english + turkish);
            }
        }

        Assert.Equal(
            "One character of this code was read wrong. Scan it again.",
            Told(UnreadableWhy.WrongCheck, -1, "en")
        );
        Assert.StartsWith("Character 5 ", Told(UnreadableWhy.WrongCheck, 4, "en"), StringComparison.Ordinal);
    }

    private static string Told(UnreadableWhy why, int at, string language) =>
        Sentences.Sentence(UnreadableTexts.Refuse(new Reading.Unreadable(why, at, "")), language, (_, value) => value);

    private static string Around(string pattern, string code) => pattern.Replace("{0}", code, StringComparison.Ordinal);

    private static UnreadableWhy Why(string? text) => WhyAndWhere(text).Why;

    private static (UnreadableWhy Why, int At) WhyAndWhere(string? text)
    {
        var unreadable = Assert.IsType<Reading.Unreadable>(Barcode.Read(text));
        return (unreadable.Why, unreadable.At);
    }

    private static string Shown(string text) => Assert.IsType<Reading.Unreadable>(Barcode.Read(text)).Shown;
}
