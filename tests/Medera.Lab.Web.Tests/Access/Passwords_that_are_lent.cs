using Medera.Lab.Web.Access;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Access;

/// <summary>A password that somebody else chose opens nothing but the choice of another, in a laboratory that is no demonstration.</summary>
public sealed class Passwords_that_are_lent(TestCluster cluster)
{
    private const string Given = "a given word for the first day";
    private const string Own = "copper violin tundra seven lamps";
    private const string OwnOfTheSecond = "harbour eleven mittens quietly";

    [Fact]
    public async Task sign_in_nobody_before_another_is_chosen()
    {
        await using var lab = await OpenAsync();

        Assert.Equal((SignInOutcome.Lent, null), await TryAsync(lab, "admin", Given));
        Assert.Equal((SignInOutcome.Wrong, null), await TryAsync(lab, "admin", "something else entirely", Own));
        Assert.Equal((SignInOutcome.Lent, "same"), await TryAsync(lab, "admin", Given, Given));
        Assert.Equal((SignInOutcome.Lent, "length"), await TryAsync(lab, "admin", Given, "short"));
        Assert.Equal(0L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM access.session WHERE ended IS NULL"));

        Assert.Equal((SignInOutcome.Proven, null), await TryAsync(lab, "admin", Given, Own));

        Assert.Equal(1L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM access.session WHERE ended IS NULL"));
        Assert.Equal((SignInOutcome.Wrong, null), await TryAsync(lab, "admin", Given));
        Assert.Equal((SignInOutcome.Proven, null), await TryAsync(lab, "admin", Own));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task stand_by_nothing()
    {
        await using var lab = await OpenAsync();
        await TryAsync(lab, "admin", Given, Own);
        await lab.Must("admin", new OpenAccount("admin2", Roles.Administrator), null, newPassword: Given);
        await lab.LearnAsync();

        Assert.Equal(["R9 witness"], (await OpenReleaserAsync(lab, new WitnessRequest("admin2", Given))).Rules);
        await TryAsync(lab, "admin2", Given, OwnOfTheSecond);
        foreach (
            var nobody in new[]
            {
                null,
                new WitnessRequest("admin2", null),
                new WitnessRequest("admin2", Given),
                new WitnessRequest("admin", Own),
                new WitnessRequest("nobody", OwnOfTheSecond),
            }
        )
            Assert.Equal(["R9 witness"], (await OpenReleaserAsync(lab, nobody)).Rules);

        var opened = await OpenReleaserAsync(lab, new WitnessRequest("admin2", OwnOfTheSecond));

        Assert.Equal(Outcome.Accepted, opened.Outcome);
        Assert.Equal(
            lab.People["admin2"].Value.ToString(),
            await lab.SqlAsSuperuserAsync(
                "SELECT convert_from(body, 'UTF8')::jsonb ->> 'second' FROM ledger.event WHERE event_id = $1",
                opened.Facts[0].Event
            )
        );
        await Replayed.OfAsync(lab);
    }

    private async Task<TestLaboratory> OpenAsync()
    {
        var lab = await TestLaboratory.OpenEmptyAsync(cluster, origin: "medera-lab/real");
        await lab.Must("system", new OpenAccount("admin", Roles.Administrator), null, newPassword: Given);
        await lab.LearnAsync();
        return lab;
    }

    private static async Task<(SignInOutcome, string?)> TryAsync(
        TestLaboratory lab,
        string user,
        string password,
        string? chosen = null
    )
    {
        var answer = await lab.Desk.SignIn(new SignInTry(user, password, LabDesk.Server.Id, "a device", chosen));
        Assert.Equal(answer.Outcome == SignInOutcome.Proven, answer.Session is not null);
        return (answer.Outcome, answer.Against?.Variant);
    }

    private static Task<Answer> OpenReleaserAsync(TestLaboratory lab, WitnessRequest? witness) =>
        lab.Desk.Do(
            new Request(
                Ids.New(),
                new OpenAccount("releaser", Roles.Releaser),
                lab.As("admin", null),
                NewPassword: Given
            )
            {
                Witness = witness,
            }
        );
}
