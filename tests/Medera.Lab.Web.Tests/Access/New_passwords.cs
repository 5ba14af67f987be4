using Medera.Lab.Web.Access;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Access;

/// <summary>A new password is long, on no guesser's list, and nobody's name.</summary>
public sealed class New_passwords(TestCluster cluster)
{
    private static readonly LabSettings Clinic = new("clinic.example/haematology", "/nowhere");
    private static readonly LabSettings Demonstration = new(LabSettings.DemonstrationOrigin, "/nowhere");

    [Theory]
    [InlineData(null, "length")]
    [InlineData("", "length")]
    [InlineData("fourteen signs", "length")]
    [InlineData("passwordpassword", "easy")]
    [InlineData("PasswordPassword1!", "easy")]
    [InlineData("p@ssw0rdp@ssw0rd", "easy")]
    [InlineData("123456789012345", "easy")]
    [InlineData("qwertyuiopasdfgh", "easy")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "easy")]
    [InlineData("abcdefghijklmnopq", "easy")]
    [InlineData("iloveyouiloveyou", "easy")]
    [InlineData("demonstration-laboratory", "easy")]
    [InlineData("a-nurse-jumps-over-dry-grass", "names")]
    [InlineData("Our HAEMATOLOGY is best of seven", "names")]
    [InlineData("copper violin tundra seven", null)]
    [InlineData("çay bardağı üşür mü gece", null)]
    public void are_judged_by_what_guessers_try(string? password, string? variant) =>
        Assert.Equal(variant, PasswordStrength.Against(password, "nurse", Clinic)?.Variant);

    [Fact]
    public void of_any_length_are_judged_at_once()
    {
        var longest = "copper violin tundra seven".PadRight(Limits.Texts.Password, 'x');
        Assert.Null(PasswordStrength.Against(longest, "nurse", Clinic));
        Assert.Equal(
            "length",
            PasswordStrength.Against(new string('x', Limits.Texts.Password + 1), "nurse", Clinic)?.Variant
        );
    }

    [Fact]
    public void of_a_demonstration_are_its_own_or_as_good_as_any()
    {
        Assert.Null(PasswordStrength.Against(PasswordCheck.Demonstration, "nurse", Demonstration));
        Assert.Equal("easy", PasswordStrength.Against("passwordpassword", "nurse", Demonstration)?.Variant);
    }

    [Fact]
    public async Task that_are_weak_open_no_account_and_change_none()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        Assert.Equal(
            ["desk.password easy"],
            (await lab.Do("admin", new OpenAccount("nurse3", Roles.Nurse), newPassword: "passwordpassword")).Rules
        );
        Assert.Equal(
            ["desk.password names"],
            (
                await lab.Do("admin", new OpenAccount("nurse3", Roles.Nurse), newPassword: "the third nurse3 sings low")
            ).Rules
        );
        Assert.Equal(
            ["desk.password names"],
            (await lab.Do("admin", new SetPassword(lab.People["nurse"]), newPassword: "every nurse sings lowly")).Rules
        );
        await lab.Must("admin", new SetPassword(lab.People["nurse"]), newPassword: "copper violin tundra seven");
    }
}
