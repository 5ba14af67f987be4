using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>The demonstration laboratory, made through the desk in sixty days of a moved clock, and the log behind it folded again.</summary>
public sealed class Replay_equals_tables(TestCluster cluster)
{
    [Fact]
    public async Task in_the_whole_demonstration_laboratory()
    {
        await using var lab = await TestLaboratory.OpenEmptyAsync(cluster);
        await DemonstrationLaboratory.LoadAsync(
            lab.Contexts,
            lab.Desk,
            lab.Clock,
            new LabSettings(LabSettings.DemonstrationOrigin, lab.Folder),
            lab.Sequencer,
            CancellationToken.None
        );
        var log = await Replayed.OfAsync(lab);

        Assert.True(log.Events.Count >= 1_400, $"{log.Events.Count} events");
        Assert.True(log.Lives.Batches.Count >= 12, $"{log.Lives.Batches.Count} batches");
        foreach (
            var state in new[]
            {
                BatchState.Planned,
                BatchState.Collected,
                BatchState.Received,
                BatchState.InProcess,
                BatchState.Quarantine,
                BatchState.UnderReview,
                BatchState.Released,
                BatchState.Rejected,
            }
        )
            Assert.Contains(log.Lives.Batches.Values, b => b.State == state);
        Assert.Contains(log.Lives.Batches.Values, b => b.State == BatchState.Released && b.Expiry < lab.Clock.Now);
        Assert.Contains(log.Lives.Subjects.Values, s => s.Consents.Any(c => c.WithdrawnAt is not null));
        Assert.Contains(log.Lives.Plans.Values, p => p.State == PlanState.Completed && p.Sessions.Count == 3);
        Assert.Equal(
            [Origin.Autologous, Origin.Allogeneic],
            log.Lives.Batches.Values.Select(b => b.Origin).Distinct().Order()
        );
        Assert.Contains(
            log.Lives.Plans.Values,
            p => p.Sessions.Any(s => s is { Route: Route.Intrathecal, State: SessionState.Given })
        );
        Assert.InRange(log.Lives.Containers.Values.Count(c => c.Position is not null), 170, 240);
        Assert.True(log.Events.Count(e => e.Entry.Data is AttemptRefused) >= 5);
        Assert.Equal(
            new[] { "bedside-1", "bench-1", "bench-2", "qc-1", "tank-1" },
            log.Lives.Stations.Values.Select(s => s.Name).Order()
        );

        // Sixty days of it, up to now, and nothing that was stored was touched again.
        Assert.InRange(
            (log.Events.Max(e => e.Entry.Recorded) - log.Events.Min(e => e.Entry.Recorded)).TotalDays,
            55,
            61
        );
        Assert.True((lab.Clock.Now - log.Events.Max(e => e.Entry.Recorded)).Duration() < TimeSpan.FromMinutes(5));
        Assert.Equal(
            0L,
            await lab.SqlAsSuperuserAsync(
                "SELECT coalesce(sum(n_tup_upd + n_tup_del), 0)::bigint FROM pg_stat_user_tables WHERE schemaname IN ('ledger', 'private')"
            )
        );

        // Made once: a second start finds it complete.
        await DemonstrationLaboratory.LoadAsync(
            lab.Contexts,
            lab.Desk,
            lab.Clock,
            new LabSettings(LabSettings.DemonstrationOrigin, lab.Folder),
            lab.Sequencer,
            CancellationToken.None
        );
        Assert.Equal((long)log.Events.Count, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event"));
    }

    [Fact]
    public async Task and_a_difference_is_found()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        await TestBatch.SubjectAsync(lab, "D-1");
        await Replayed.OfAsync(lab);
        foreach (
            var (fault, repair) in new[]
            {
                (
                    "UPDATE lab.subject SET wristband = 'MLW00000000A'",
                    "UPDATE lab.subject SET wristband = (SELECT convert_from(body, 'UTF8')::jsonb -> 'data' ->> 'wristband' FROM ledger.event WHERE convert_from(body, 'UTF8') LIKE '%identity.wristband-bound%')"
                ),
                ("UPDATE lab.fact SET actor = gen_random_uuid() WHERE version = 1", ""),
            }
        )
        {
            await lab.SqlAsSuperuserAsync(fault);
            await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Replayed.OfAsync(lab));
            if (repair.Length == 0)
                continue;
            await lab.SqlAsSuperuserAsync(repair);
            await Replayed.OfAsync(lab);
        }
    }
}
