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
    public async Task reads_on_from_the_last_sealed_place_at_its_start_and_looks_at_nothing_before_it()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        for (var version = 1; version <= 300; version++)
            await log.AppendAsync(1, version);
        // The first one of all looks through everything: nobody has said from where to read on.
        Assert.Equal(300, (await log.Sequencer.CycleAsync(CancellationToken.None)).Added);
        Assert.Equal(1L, await log.AskAsync("SELECT count(*) FROM ledger.taken_up"));

        var once = await ReadsAsync(log, stream: 2, cycles: 1);
        var often = await ReadsAsync(log, stream: 3, cycles: 6);

        Assert.Equal((0L, 0L), (once.Whole, often.Whole));
        Assert.True(once.ByIndex > 0);
        Assert.True(often.ByIndex > once.ByIndex);
        await log.IsWholeAsync();
    }

    [Fact]
    public async Task finds_after_a_start_what_had_begun_before_the_last_sealed_place_and_committed_after_it()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        await using var slow = await log.BeginAsync();
        await log.AppendAsync(9, 1, slow.Connection);
        for (var version = 1; version <= 600; version++)
            await log.AppendAsync(1, version);
        Assert.Equal(600, (await log.Sequencer.CycleAsync(CancellationToken.None)).Added);
        Assert.Equal(1L, await log.AskAsync("SELECT count(*) FROM ledger.taken_up"));

        await slow.CommitAsync();
        await log.RestartAsync();

        Assert.Equal(1, (await log.Sequencer.CycleAsync(CancellationToken.None)).Added);
        await log.IsWholeAsync();
    }

    [Theory]
    [InlineData("server = server + 1")]
    [InlineData("low = '9000000000000000000'")]
    [InlineData("size = size + 1000000")]
    public async Task looks_through_everything_where_the_place_to_read_on_from_cannot_be_this_logs(string changed)
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        for (var version = 1; version <= 300; version++)
            await log.AppendAsync(1, version);
        await log.Sequencer.CycleAsync(CancellationToken.None);
        await log.AppendAsync(2, 1);
        await log.AskAsync("ALTER TABLE ledger.taken_up DISABLE TRIGGER USER");
        await log.AskAsync($"UPDATE ledger.taken_up SET {changed}");
        var before = await log.ReadsAsync();

        Assert.Equal(1, (await log.Sequencer.CycleAsync(CancellationToken.None)).Added);

        Assert.True((await log.ReadsAsync()).Whole > before.Whole);
        await log.IsWholeAsync();
    }

    [Fact]
    public async Task finds_what_a_false_place_has_hidden_when_it_is_told_to_look_through_everything()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        await log.AppendAsync(7, 1);
        await log.AskAsync("ALTER TABLE ledger.taken_up DISABLE TRIGGER USER");
        await log.Sequencer.CycleAsync(CancellationToken.None);
        await log.AppendAsync(7, 2);
        await log.AskAsync(
            "INSERT INTO ledger.taken_up (size, low, server) SELECT 1, pg_current_xact_id(), system_identifier FROM pg_control_system()"
        );
        // The server counts the transactions of other tests too: the false place is believed once those before it have ended.
        while (
            await log.AskAsync("SELECT low <= pg_snapshot_xmin(pg_current_snapshot()) FROM ledger.taken_up") is not true
        )
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await log.RestartAsync();
        Assert.Equal(0, (await log.Sequencer.CycleAsync(CancellationToken.None)).Added);

        log.Sequencer.LookThroughAll();

        Assert.Equal(1, (await log.Sequencer.CycleAsync(CancellationToken.None)).Added);
        await log.IsWholeAsync();
    }

    /// <summary>What a new session reads in so many cycles, each of which finds one event.</summary>
    private static async Task<(long Whole, long ByIndex)> ReadsAsync(SealedLog log, int stream, int cycles)
    {
        var before = await log.ReadsAsync();
        for (var version = 1; version <= cycles; version++)
        {
            await log.AppendAsync(stream, version);
            Assert.Equal(1, (await log.Sequencer.CycleAsync(CancellationToken.None)).Added);
        }
        var after = await log.ReadsAsync();
        return (after.Whole - before.Whole, after.ByIndex - before.ByIndex);
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
