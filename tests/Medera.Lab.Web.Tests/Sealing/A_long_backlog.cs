using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>After a night in which nothing was sealed: portion by portion, each event read a few times however many portions there are.</summary>
public sealed class A_long_backlog(TestCluster cluster)
{
    private const int Portion = 20;

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    public async Task is_taken_up_with_each_event_read_a_few_times(int portions)
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        await FilledAsync(log, portions * Portion);
        await log.ReadsAsync();
        var before = await EventsReadAsync(log);

        await log.RestartAsync(Portion);
        var cycles = 1;
        while ((await log.Sequencer.CycleAsync(CancellationToken.None)).More)
            cycles++;
        // A session tells what it read when it ends.
        await log.ReadsAsync();

        Assert.InRange(cycles, portions + 1, portions + 2);
        Assert.InRange(await EventsReadAsync(log) - before, portions * Portion, 5L * portions * Portion);
        await log.IsWholeAsync();
    }

    [Fact]
    public async Task leaves_nothing_out_that_was_committed_behind_its_head_meanwhile()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        await using var slow = await log.BeginAsync();
        await log.AppendAsync(9, 1, slow.Connection);
        await FilledAsync(log, 3 * Portion);
        await log.RestartAsync(Portion);
        Assert.Equal(Portion, (await log.Sequencer.CycleAsync(CancellationToken.None)).Added);
        await slow.CommitAsync();

        var added = 0;
        Medera.Lab.Web.Sealing.Cycle cycle;
        do
        {
            cycle = await log.Sequencer.CycleAsync(CancellationToken.None);
            added += cycle.Added;
        } while (cycle.More);

        Assert.Equal((2 * Portion) + 1, added);
        await log.IsWholeAsync();
    }

    [Fact]
    public async Task may_end_with_a_full_portion()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        await FilledAsync(log, Portion);
        await log.RestartAsync(Portion);

        Assert.True((await log.Sequencer.CycleAsync(CancellationToken.None)).More);
        Assert.Equal((0, true), await AddedAsync(log));
        Assert.Equal((0, false), await AddedAsync(log));
        await log.IsWholeAsync();
    }

    private static async Task<(int Added, bool More)> AddedAsync(SealedLog log)
    {
        var cycle = await log.Sequencer.CycleAsync(CancellationToken.None);
        return (cycle.Added, cycle.More);
    }

    private static async Task FilledAsync(SealedLog log, int events)
    {
        await using var all = await log.BeginAsync();
        for (var version = 1; version <= events; version++)
            await log.AppendAsync(1, version, all.Connection);
        await all.CommitAsync();
    }

    private static async Task<long> EventsReadAsync(SealedLog log) =>
        (long)
            (
                await log.AskAsync(
                    "SELECT (seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint FROM pg_stat_user_tables WHERE schemaname = 'ledger' AND relname = 'event'"
                )
            )!;
}
