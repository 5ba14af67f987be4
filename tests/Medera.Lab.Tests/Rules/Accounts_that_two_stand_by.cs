using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

/// <summary>An administrator makes no releaser alone, and signs in as nobody else.</summary>
public sealed class Accounts_that_two_stand_by
{
    private const Roles Product = Roles.Staff;

    public static TheoryData<Roles> Single =>
        [.. Enum.GetValues<Roles>().Where(r => r is not (Roles.None or Roles.Staff))];

    [Theory]
    [MemberData(nameof(Single))]
    public void are_those_with_a_right_over_product(Roles role)
    {
        var lab = Laboratory.Opened();
        foreach (var second in new[] { null, Murat, Ayse })
        {
            var opened = lab.Ask(Murat, new OpenAccount("selin", role), file: f => f with { Second = second });
            if ((role & Product) != Roles.None)
                opened.IsRefusedBy("R9 witness");
            else
                opened.IsAccepted();
        }
        lab.Ask(Murat, new OpenAccount("selin", role), second: Emre).IsAccepted();
    }

    [Fact]
    public void ask_for_two_where_a_right_is_given_and_for_one_where_it_is_taken()
    {
        var lab = Laboratory.Opened();
        Decision Alone(Command wanted) => lab.Ask(Murat, wanted, file: f => f with { Second = null });

        Alone(new ChangeRoles(Ceren.Id, Roles.Qc | Roles.Releaser, true)).IsRefusedBy("R9 witness");
        Alone(new ChangeRoles(Ceren.Id, Roles.Qc, true)).IsAccepted();
        Alone(new ChangeRoles(Ceren.Id, Roles.Qc | Roles.Releaser, false)).IsAccepted();
        lab.Do(Murat, new ChangeRoles(Ceren.Id, Roles.Qc, false)).IsAccepted();
        // A closed account has no rights: to open it again is to give them.
        Alone(new ChangeRoles(Ceren.Id, Roles.Qc, true)).IsRefusedBy("R9 witness");
        // Who gets the right does not stand by it.
        lab.Ask(Murat, new ChangeRoles(Emre.Id, Roles.Qa | Roles.Releaser, true), second: Emre)
            .IsRefusedBy("R9 witness");
    }

    [Fact]
    public void get_a_password_from_two_or_choose_their_own()
    {
        var lab = Laboratory.Opened();
        lab.Ask(Murat, new SetPassword(Ceren.Id), file: f => f with { Second = null }).IsRefusedBy("R9 witness");
        lab.Ask(Murat, new SetPassword(Murat.Id), file: f => f with { Second = null }).IsAccepted();
        lab.Ask(Ceren, new ChoosePassword(Murat.Id)).IsRefusedBy("R9 password");

        lab.Do(Murat, new SetPassword(Ceren.Id)).IsAccepted();
        Assert.True(lab.Lives.People[Ceren.Id].LentPassword);
        lab.Do(Ceren, new ChoosePassword(Ceren.Id)).IsAccepted();
        Assert.False(lab.Lives.People[Ceren.Id].LentPassword);
    }

    [Theory]
    [InlineData("ceren", true)]
    [InlineData("C.Ak-2_b", true)]
    [InlineData("ab", true)]
    [InlineData("a", false)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("a.", false)]
    [InlineData("2nd", false)]
    [InlineData("a/b", false)]
    [InlineData("system", false)]
    [InlineData("SYS-tem", false)]
    [InlineData("çiğdem", false)]
    public void have_a_name_that_can_be_told_on_the_telephone(string name, bool can) =>
        Assert.Equal(can, Person.IsAccountName(name));
}
