using System.Net;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Access;

/// <summary>Where a session ends, everything of it ends: nothing more is done or seen in the name of who left.</summary>
public sealed class Sessions_that_end(TestCluster cluster)
{
    [Fact]
    public async Task do_nothing_more_at_the_desk_and_leave_no_event()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (left, stays) = (await InAsync(lab, "technician"), await InAsync(lab, "technician"));
        var scan = new ScanRequest(Ids.New(), TestLaboratory.Positions[0], Doer.By(left), ScanSource.Wedge, null);
        await lab.Desk.Scan(scan);
        var subject = await TestBatch.SubjectAsync(lab, "P-1");
        var nurse = await InAsync(lab, "nurse");
        await lab.Services.GetRequiredService<SignInSessions>().SignOutAsync(nurse.Session);

        await lab.Services.GetRequiredService<SignInSessions>().SignOutAsync(left.Session);

        var before = await EventsAsync(lab);
        await Assert.ThrowsAsync<SessionEndedException>(() => lab.Desk.Scan(scan with { Id = Ids.New() }));
        // Nor is the answer told again that the same scan had.
        await Assert.ThrowsAsync<SessionEndedException>(() => lab.Desk.Scan(scan));
        await Assert.ThrowsAsync<SessionEndedException>(() => lab.Desk.Do(Anything(left)));
        await Assert.ThrowsAsync<SessionEndedException>(() =>
            lab.Desk.Discard(scan with { Id = Ids.New(), OfflineAt = lab.Clock.Now }, "documentation")
        );
        await Assert.ThrowsAsync<SessionEndedException>(() => lab.Desk.Ask(Doer.By(left), Anything(left).Wanted));
        await Assert.ThrowsAsync<SessionEndedException>(() =>
            lab.Desk.Reveal(subject.Id, Doer.By(nurse), "administration")
        );
        Assert.Equal(before, await EventsAsync(lab));
        Assert.Equal(
            Outcome.Expecting,
            (await lab.Desk.Scan(scan with { Id = Ids.New(), By = Doer.By(stays) })).Outcome
        );
    }

    [Fact]
    public async Task are_of_one_person_and_no_other()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (hers, his) = (await InAsync(lab, "technician"), await InAsync(lab, "qc"));
        await Assert.ThrowsAsync<SessionEndedException>(() =>
            lab.Desk.Do(Anything(hers with { Session = his.Session }))
        );
        await Assert.ThrowsAsync<SessionEndedException>(() =>
            lab.Desk.Do(Anything(hers with { Session = new SessionId(Ids.New()) }))
        );
    }

    [Theory]
    [InlineData("password", SessionEnd.Password)]
    [InlineData("closed", SessionEnd.Account)]
    [InlineData("lost", SessionEnd.Account)]
    [InlineData("gained", null)]
    public async Task end_with_a_new_password_a_lost_role_and_a_closed_account(string what, SessionEnd? why)
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (one, two, other) = (
            await InAsync(lab, "technician"),
            await InAsync(lab, "technician"),
            await InAsync(lab, "technician2")
        );
        var told = new List<(SessionId, SessionEnd)>();
        foreach (var user in new[] { one, two, other })
            lab.Services.GetRequiredService<OpenPages>()
                .Enter(user.Session.Value.ToString(), user, end => told.Add((user.Session, end)));

        await lab.Must(
            "admin",
            what switch
            {
                "password" => new SetPassword(one.Person),
                "closed" => new ChangeRoles(one.Person, Roles.Technician, Active: false),
                "lost" => new ChangeRoles(one.Person, Roles.Qc, Active: true),
                _ => new ChangeRoles(one.Person, Roles.Technician | Roles.Qc, Active: true),
            },
            newPassword: what == "password" ? TestLaboratory.Password : null
        );

        if (why is { } reason)
        {
            Assert.Equal(new[] { (one.Session, reason), (two.Session, reason) }.ToHashSet(), told.ToHashSet());
            foreach (var user in new[] { one, two })
                await Assert.ThrowsAsync<SessionEndedException>(() => lab.Desk.Do(Anything(user)));
        }
        else
        {
            Assert.Empty(told);
            await lab.Desk.Do(Anything(one));
        }
        await lab.Desk.Do(Anything(other));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task are_not_opened_by_a_password_that_was_replaced_while_it_was_looked_at()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var sessions = lab.Services.GetRequiredService<SignInSessions>();
        var (who, where) = (lab.People["technician"], lab.Stations["bench-1"]);
        var stamp = (string)
            (await lab.SqlAsSuperuserAsync("SELECT security_stamp FROM access.account WHERE id = $1", who.Value))!;
        Assert.NotNull(await sessions.OpenAsync(who, where, stamp));
        await lab.Must("admin", new SetPassword(who), newPassword: TestLaboratory.Password);
        Assert.Null(await sessions.OpenAsync(who, where, stamp));
        Assert.Equal(
            0L,
            await lab.SqlAsSuperuserAsync(
                "SELECT count(*) FROM access.session WHERE person = $1 AND ended IS NULL",
                who.Value
            )
        );
    }

    [Fact]
    public async Task of_one_person_are_open_on_so_many_pages_and_no_more()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (user, other) = (await InAsync(lab, "technician"), await InAsync(lab, "technician2"));
        var pages = lab.Services.GetRequiredService<OpenPages>();
        var closed = new List<(int, SessionEnd)>();
        pages.Enter("another's", other, end => closed.Add((-1, end)));
        for (var n = 0; n < Limits.Memory.PagesOfOnePerson + 2; n++)
        {
            var page = n;
            pages.Enter($"page {n}", user, end => closed.Add((page, end)));
        }
        Assert.Equal([(0, SessionEnd.Crowded), (1, SessionEnd.Crowded)], closed);
        Assert.Equal(Limits.Memory.PagesOfOnePerson + 1, pages.Count);
    }

    [Fact]
    public async Task end_after_twelve_hours_whatever_is_done_meanwhile()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var user = await InAsync(lab, "technician");
        var told = new List<SessionEnd>();
        lab.Services.GetRequiredService<OpenPages>().Enter("a page", user, told.Add);
        var watch = lab
            .Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>()
            .OfType<SessionWatch>()
            .Single();
        await watch.LookAsync(CancellationToken.None);
        Assert.Empty(told);
        Assert.Equal(
            SignInSessions.Longest,
            await lab.SqlAsSuperuserAsync(
                "SELECT expires - opened FROM access.session WHERE id = $1",
                user.Session.Value
            )
        );

        await lab.SqlAsSuperuserAsync(
            "UPDATE access.session SET opened = opened - interval '12 hours', expires = expires - interval '12 hours' WHERE id = $1",
            user.Session.Value
        );

        await Assert.ThrowsAsync<SessionEndedException>(() => lab.Desk.Do(Anything(user)));
        await watch.LookAsync(CancellationToken.None);
        Assert.Equal([SessionEnd.Expired], told);
        await watch.LookAsync(CancellationToken.None);
        Assert.Single(told);
    }

    [Fact]
    public async Task end_a_token_and_only_that_one()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var one = await lab.Door().SignInAsync("technician");
        using var two = await lab.Door().SignInAsync("technician");
        Assert.Equal(HttpStatusCode.NoContent, (await one.Http.DeleteAsync("api/v1/session")).StatusCode);

        foreach (
            var answer in new[]
            {
                await one.ScanAsync(TestLaboratory.Positions[0]),
                await one.GetAsync("api/v1/commands"),
                await one.GetAsync("api/v1/batches"),
            }
        )
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Contains("POST /api/v1/session", answer["title"], StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await two.ScanAsync(TestLaboratory.Positions[0])).Status);
        // Who lacks a role is told that, and not to sign in again.
        Assert.Equal(HttpStatusCode.Forbidden, (await two.GetAsync("api/v1/subjects/P-1/donor-status")).Status);
    }

    private static Request Anything(SignedInUser user) =>
        new(Ids.New(), new OpenReview(new BatchId(Ids.New())), Doer.By(user));

    private static async Task<SignedInUser> InAsync(TestLaboratory lab, string who)
    {
        var station = (await lab.Reads.People.StationsAsync()).First(s => s.Name == "bench-1");
        var answer = await lab.Desk.SignIn(new SignInTry(who, TestLaboratory.Password, station.Id, "a device"));
        return SignedInUser.From(SignedInUser.Principal(answer.Session!.Value, answer.Person!, station, "test"))!;
    }

    private static async Task<long> EventsAsync(TestLaboratory lab) =>
        (long)(await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event"))!;
}
