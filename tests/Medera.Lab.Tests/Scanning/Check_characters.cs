using Xunit;

namespace Medera.Lab.Tests.Scanning;

public class Check_characters
{
    [Theory]
    [InlineData("G123417654321", 'A')]
    [InlineData("A999820123456", 'E')]
    [InlineData("A999917123456", '9')]
    [InlineData("A999917345628", '*')]
    public void of_known_donation_numbers_are_the_published_ones(string din, char check)
    {
        Assert.Equal(check, CheckCharacter.Compute(din));
        Assert.True(CheckCharacter.IsRight(din + check));
    }

    [Fact]
    public void of_all_37_values_exactly_one_is_right()
    {
        const string alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
        Assert.Single(alphabet, check => CheckCharacter.IsRight("G123417654321" + check));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A*B")]
    [InlineData("a1")]
    [InlineData("A 1")]
    [InlineData("А1")] // Cyrillic А
    [InlineData("１2")] // full-width one
    public void are_not_taken_over_anything_but_digits_and_capital_letters(string text)
    {
        Assert.Throws<ArgumentException>(() => CheckCharacter.Compute(text));
        Assert.False(CheckCharacter.IsRight(text + "0"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("*")]
    public void need_a_text_in_front_of_them(string text) => Assert.False(CheckCharacter.IsRight(text));
}
