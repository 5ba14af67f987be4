using System.Globalization;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>
/// Every committed event gets one log index, each stream in the order of its versions; and nothing is signed that the database could
/// still lose. The two usual ways to do it wrong are here too, and lose.
/// </summary>
public sealed class The_sequencer(TestCluster cluster)
{
    [Fact]
    public async Task seals_what_was_committed_in_the_order_of_the_events()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        for (var version = 1; version <= 600; version++)
            await log.AppendAsync(1, version);

        var cycle = await log.Sequencer.CycleAsync(CancellationToken.None);

        Assert.Equal((true, 600, 600L, 600L, false), (cycle.Leads, cycle.Added, cycle.Size, cycle.Signed, cycle.More));
        await log.IsWholeAsync();
        Assert.Equal(2L, await log.AskAsync("SELECT count(*) FROM ledger.tile WHERE level = 0"));
    }

    [Fact]
    public async Task misses_nothing_that_commits_late_where_a_mark_on_the_numbers_does()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        var naive = new HighWaterMark();
        await using var slow = await log.BeginAsync();
        await log.AppendAsync(1, 1, slow.Connection);
        await log.AppendAsync(2, 1);

        await log.Sequencer.CycleAsync(CancellationToken.None);
        await naive.TakeUpAsync(log);
        await slow.CommitAsync();
        await log.Sequencer.CycleAsync(CancellationToken.None);
        await naive.TakeUpAsync(log);

        await log.IsWholeAsync();
        // The one with the lower number committed later, and the mark had gone past it.
        Assert.Equal([2L], naive.Taken);
    }

    [Fact]
    public async Task is_not_held_up_by_a_long_transaction_elsewhere_where_an_upper_bound_is()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        await using var elsewhere = await log.BeginAsync();
        var bounded = new UpperBound(await elsewhere.XidAsync());

        for (var version = 1; version <= 5; version++)
        {
            await log.AppendAsync(1, version);
            Assert.Equal(1, (await log.Sequencer.CycleAsync(CancellationToken.None)).Added);
            await bounded.TakeUpAsync(log);
        }

        Assert.Empty(bounded.Taken);
        await elsewhere.CommitAsync();
        Assert.Equal(0, (await log.Sequencer.CycleAsync(CancellationToken.None)).Added);
        await log.IsWholeAsync();
    }

    [Fact]
    public async Task never_puts_the_second_version_before_the_first_where_an_upper_bound_does()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        // Whoever writes the second version began first and waited for the first one: its number is the smaller of the two.
        await using var second = await log.BeginAsync();
        await second.XidAsync();
        await using var elsewhere = await log.BeginAsync();
        var bounded = new UpperBound(await elsewhere.XidAsync());
        await log.AppendAsync(1, 1);
        await log.AppendAsync(1, 2, second.Connection);
        await second.CommitAsync();

        await log.Sequencer.CycleAsync(CancellationToken.None);
        await bounded.TakeUpAsync(log);
        await elsewhere.CommitAsync();
        bounded.OldestRunning = ulong.MaxValue;
        await bounded.TakeUpAsync(log);

        await log.IsWholeAsync();
        Assert.Equal([2L, 1L], await log.VersionsAsync(bounded.Taken));
    }

    [Fact]
    public async Task goes_on_after_a_crash_between_its_two_transactions()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        await log.AppendAsync(1, 1);
        log.Sequencer.Halt("as if it were killed before the signature");
        Assert.Equal(0L, (await log.Sequencer.CycleAsync(CancellationToken.None)).Signed);
        // Between the two: the entry is there, and no signature over it.
        Assert.Equal(1L, await log.AskAsync("SELECT count(*) FROM ledger.log_entry"));
        Assert.Equal(0L, await log.AskAsync("SELECT count(*) FROM ledger.checkpoint"));

        log.Keys.Marks.Resume();
        await log.RestartAsync();

        Assert.Equal((0, 1L), await Told(log));
        await log.IsWholeAsync();
    }

    [Fact]
    public async Task leads_alone_and_another_takes_over_when_its_session_dies()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        await using var other = log.Another();
        await log.AppendAsync(1, 1);
        Assert.True((await log.Sequencer.CycleAsync(CancellationToken.None)).Leads);
        Assert.False((await other.CycleAsync(CancellationToken.None)).Leads);

        // One session leads, and that one dies.
        Assert.Equal(
            1L,
            await log.AskAsync(
                "SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            )
        );
        await log.AppendAsync(1, 2);

        Assert.True((await other.CycleAsync(CancellationToken.None)).Leads);
        await log.AppendAsync(2, 1);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => log.Sequencer.CycleAsync(CancellationToken.None));
        Assert.False((await log.Sequencer.CycleAsync(CancellationToken.None)).Leads);
        await other.CycleAsync(CancellationToken.None);
        await log.IsWholeAsync();
    }

    [Fact]
    public async Task two_that_believe_to_lead_double_nothing()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        await log.AppendAsync(1, 1);
        await log.Sequencer.CycleAsync(CancellationToken.None);
        await log.AppendAsync(1, 2);
        await using (var usurper = log.Usurper())
            Assert.True((await usurper.CycleAsync(CancellationToken.None)).Leads);
        await log.AppendAsync(1, 3);

        await Assert.ThrowsAsync<AnotherSequencerException>(() => log.Sequencer.CycleAsync(CancellationToken.None));

        Assert.Equal((1, 3L), await Told(log));
        await log.IsWholeAsync();
    }

    [Fact]
    public async Task seals_a_thousand_events_of_eight_writers_with_rollbacks_and_long_transactions_between()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        using var stop = new CancellationTokenSource();
        var sealing = SealUntilAsync(log, stop.Token);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(stream => log.WriteAsync(stream, events: 125)));
        await stop.CancelAsync();
        await sealing;
        await log.Sequencer.CycleAsync(CancellationToken.None);

        Assert.Equal(1_000L, await log.AskAsync("SELECT count(*) FROM ledger.log_entry"));
        await log.IsWholeAsync();
    }

    private static async Task SealUntilAsync(SealedLog log, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            await log.Sequencer.CycleAsync(CancellationToken.None);
    }

    private static async Task<(int Added, long Signed)> Told(SealedLog log)
    {
        var cycle = await log.Sequencer.CycleAsync(CancellationToken.None);
        return (cycle.Added, cycle.Signed);
    }
}
