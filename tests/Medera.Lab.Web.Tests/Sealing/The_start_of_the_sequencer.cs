using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>A sequencer that begins reads on from where the one before it said, and looks through the whole log only where that cannot be right.</summary>
public sealed class The_start_of_the_sequencer(TestCluster cluster)
{
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
}
