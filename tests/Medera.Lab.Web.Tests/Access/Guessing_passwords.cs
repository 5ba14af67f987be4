using System.Net;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Access;

/// <summary>Guessing is slow, and nobody is kept out by another's guesses.</summary>
public sealed class Guessing_passwords(TestCluster cluster)
{
    [Fact]
    public async Task slows_down_and_never_keeps_the_right_one_out()
    {
        var waits = new CountedWaits();
        await using var lab = await TestLaboratory.OpenAsync(cluster, machine: waits);
        var ward = lab.Stations["bedside-1"];
        for (var n = 1; n <= 11; n++)
            Assert.Equal(
                n < 10 ? SignInOutcome.Wrong
                    : n == 10 ? SignInOutcome.NowSlow
                    : SignInOutcome.Slow,
                (await lab.Desk.SignIn(new SignInTry("nurse", "wrong password", ward, "a guesser"))).Outcome
            );

        waits.Count = TimeSpan.Zero;
        Assert.Equal(
            SignInOutcome.Proven,
            (await lab.Desk.SignIn(new SignInTry("nurse", TestLaboratory.Password, ward, "her own tablet"))).Outcome
        );
        Assert.Equal(
            SignInOutcome.Proven,
            (await lab.Desk.SignIn(new SignInTry("nurse2", TestLaboratory.Password, ward, "a guesser"))).Outcome
        );
        Assert.Equal(TimeSpan.Zero, waits.Count);

        Assert.Equal(
            SignInOutcome.Proven,
            (await lab.Desk.SignIn(new SignInTry("nurse", TestLaboratory.Password, ward, "a guesser"))).Outcome
        );
        Assert.InRange(waits.Count, TimeSpan.FromSeconds(1), SignInThrottle.LongestStep);
        Assert.Equal(
            "9 1 3",
            await lab.SqlAsSuperuserAsync(
                "SELECT concat_ws(' ', count(*) FILTER (WHERE type = 'auth.failed'), count(*) FILTER (WHERE type = 'auth.slowed'), count(*) FILTER (WHERE type = 'auth.signed-in')) FROM lab.fact"
            )
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task at_the_rest_door_keeps_nobody_out()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var guesser = lab.Door();
        for (var n = 0; n < 11; n++)
            Assert.Equal(
                HttpStatusCode.Unauthorized,
                (
                    await guesser.PostAsync(
                        "api/v1/session",
                        new JsonObject { ["user"] = "technician", ["password"] = "wrong password" }
                    )
                ).Status
            );
        using var partner = await lab.Door().SignInAsync("technician");
    }

    [Fact]
    public async Task from_everywhere_fills_no_log()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, machine: new CountedWaits());
        for (var n = 0; n < 60; n++)
            await lab.Desk.SignIn(new SignInTry("nurse", "wrong password", lab.Stations["bedside-1"], $"192.0.2.{n}"));
        Assert.Equal(
            "30 1",
            await lab.SqlAsSuperuserAsync(
                "SELECT concat_ws(' ', count(*) FILTER (WHERE type = 'auth.failed'), count(*) FILTER (WHERE type = 'auth.slowed')) FROM lab.fact"
            )
        );
        Assert.Equal(
            SignInOutcome.Proven,
            (
                await lab.Desk.SignIn(
                    new SignInTry("nurse", TestLaboratory.Password, lab.Stations["bedside-1"], "her own tablet")
                )
            ).Outcome
        );
    }

    [Fact]
    public async Task of_an_account_that_is_closed_fills_no_log_though_they_are_right()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, machine: new CountedWaits());
        await lab.Must("admin", new ChangeRoles(lab.People["nurse"], Roles.Nurse, Active: false), null);
        for (var n = 0; n < 60; n++)
            Assert.NotEqual(
                SignInOutcome.Proven,
                (
                    await lab.Desk.SignIn(
                        new SignInTry("nurse", TestLaboratory.Password, lab.Stations["bedside-1"], $"192.0.2.{n}")
                    )
                ).Outcome
            );
        Assert.Equal(30L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.fact WHERE type = 'auth.failed'"));
    }

    [Fact]
    public async Task with_what_is_no_sign_in_hinders_nobody()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var flood = lab.Door();
        var answers = new List<HttpResponseMessage>();
        for (var n = 0; n < 300; n++)
            using (
                var body = (n % 4) switch
                {
                    0 => new StringContent(""),
                    1 => new StringContent("user=nurse&password=", null, "application/x-www-form-urlencoded"),
                    2 => new StringContent("{}", null, "application/json"),
                    _ => new ByteArrayContent([0xff, 0xfe, 0]),
                }
            )
                answers.Add(await flood.Http.PostAsync(n % 2 == 0 ? "sign-in" : "api/v1/session", body));
        Assert.All(answers, a => Assert.InRange((int)a.StatusCode, 300, 499));
        Assert.DoesNotContain(answers, a => a.StatusCode == HttpStatusCode.TooManyRequests);
        using var partner = await lab.Door().SignInAsync("technician");
        Assert.Equal(0L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.fact WHERE type = 'auth.failed'"));
    }

    [Fact]
    public async Task with_a_form_of_yesterday_is_told_and_is_no_fault()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var browser = lab.Door();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["user"] = "technician",
                ["password"] = TestLaboratory.Password,
                ["__RequestVerificationToken"] = "yesterday's",
            }
        );
        var answer = await browser.Http.PostAsync("sign-in", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(
            "/sign-in?error=stale&user=technician",
            answer.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Set-Cookie: lab=", answer.Headers.ToString(), StringComparison.Ordinal);
        var page = await browser.Http.GetStringAsync(answer.Headers.Location!);
        Assert.Contains("too old to sign in by", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Http.PostAsync("sign-out", null)).StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(120)]
    [InlineData(499)]
    [InlineData(500)]
    [InlineData(730)]
    public void is_answered_at_a_whole_step_of_time_whatever_the_check_took(int milliseconds)
    {
        var taken = TimeSpan.FromMilliseconds(milliseconds);
        var all = taken + SignIns.UntilNextAnswer(taken);
        Assert.Equal(0, all.Ticks % Limits.Tries.SignInAnswers.Ticks);
        Assert.InRange(all, taken + TimeSpan.FromTicks(1), taken + Limits.Tries.SignInAnswers);
    }

    [Fact]
    public async Task of_a_colleague_beside_a_late_record_does_not_keep_the_colleague_from_signing()
    {
        var waits = new CountedWaits();
        await using var lab = await TestLaboratory.OpenAsync(cluster, machine: waits);
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(2, position: null);
        await lab.Must("qc", new EnterResult(batch.Id, "CD73", "99"), "qc-1");
        for (var n = 0; n < 11; n++)
            Assert.Contains(
                "record.late second",
                (
                    await lab.Do(
                        "technician",
                        new ChangeMedium(batch.Id),
                        late: new LateRequest(lab.Clock.Now, "power-failure", null, "qc2", $"guess {n}")
                    )
                ).Rules
            );
        waits.Count = TimeSpan.Zero;
        await lab.Must("qc2", new VerifyResults(batch.Id, ["CD73"]), "qc-1");
        Assert.Equal(TimeSpan.Zero, waits.Count);
    }

    /// <summary>A machine on which time passes only while somebody waits, and all waiting is over at once.</summary>
    private sealed class CountedWaits : TimeProvider
    {
        private readonly DateTimeOffset begin = System.GetUtcNow();
        private TimeSpan passed;

        public TimeSpan Count { get; set; }

        public override DateTimeOffset GetUtcNow() => begin + passed;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (passed, Count) = (passed + dueTime, Count + dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
