using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>A file of its owner alone, never in the database; both sign while one gives way to another; what was signed before still verifies.</summary>
public sealed class Keys_of_the_log(TestCluster cluster)
{
    [Fact]
    public async Task are_made_at_the_first_signature_in_a_file_of_mode_0600_outside_the_database()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        await log.AppendAsync(1, 1);
        await log.Sequencer.CycleAsync(CancellationToken.None);

        var file = Assert.Single(Directory.GetFiles(log.KeyFolder, "log-key-*"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Data.Postgres.PrivateFiles.ModeOf(file));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            Data.Postgres.PrivateFiles.ModeOf(log.KeyFolder)
        );
        var secret = (await File.ReadAllTextAsync(file)).Trim().Split('+', 5)[^1];
        Assert.Equal(
            false,
            await log.AskAsync(
                $"SELECT EXISTS (SELECT FROM ledger.key_history WHERE vkey LIKE '%{secret}%') OR EXISTS (SELECT FROM ledger.checkpoint WHERE note LIKE '%{secret}%')"
            )
        );
    }

    [Fact]
    public async Task change_with_an_overlap_and_old_checkpoints_verify_afterwards()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        var first = await SignedAsync(log, 1);
        log.Keys.Add();
        var both = await SignedAsync(log, 2);
        log.Keys.Retire();
        var second = await SignedAsync(log, 3);

        var history = await log.HistoryAsync();

        Assert.Equal([("begun", 1L), ("begun", 2L), ("retired", 3L)], history.Select(s => (s.Act, s.Size)));
        var (old, fresh) = (history[0].Key, history[1].Key);
        Assert.Equal([old], Signers(first, old, fresh));
        Assert.Equal([old, fresh], Signers(both, old, fresh));
        Assert.Equal([fresh], Signers(second, old, fresh));
        Assert.Equal([fresh], KeyHistory.Standing(history));
        await log.IsWholeAsync();
    }

    [Fact]
    public async Task that_others_can_read_are_refused()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        _ = log.Keys.Current();
        var file = Directory.GetFiles(log.KeyFolder)[0];
        Data.Postgres.PrivateFiles.SetMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        using var keys = new LogKeys(log.KeyFolder, log.Settings.Origin);

        Assert.Contains(
            "can be read by others",
            Assert.Throws<LaboratoryCannotStart>(keys.Current).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "is no signing key")]
    [InlineData("PRIVATE+KEY+nonsense", "is no signing key")]
    [InlineData(null, "of another log")]
    public async Task that_are_none_or_of_another_log_are_refused(string? content, string told)
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        _ = log.Keys.Current();
        var file = Directory.GetFiles(log.KeyFolder)[0];
        await File.WriteAllTextAsync(file, content ?? NoteSigner.Text("another.log", SignatureKind.Note, new byte[32]));
        using var keys = new LogKeys(log.KeyFolder, log.Settings.Origin);

        Assert.Contains(told, Assert.Throws<LaboratoryCannotStart>(keys.Current).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_never_retired_to_the_last()
    {
        await using var log = await SealedLog.OpenAsync(cluster);
        _ = log.Keys.Current();

        Assert.Throws<LaboratoryCannotStart>(log.Keys.Retire);
    }

    [Fact]
    public async Task are_told_in_the_log_when_one_begins()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        for (
            var wait = 0;
            wait < 200
                && (long)(await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.fact WHERE type = 'log.key-begun'"))!
                    == 0;
            wait++
        )
            await Task.Delay(50);

        Assert.Equal(1L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.fact WHERE type = 'log.key-begun'"));
    }

    private static async Task<string> SignedAsync(SealedLog log, long version)
    {
        await log.AppendAsync(1, version);
        await log.Sequencer.CycleAsync(CancellationToken.None);
        return (await new LogReads(log.Source()).CheckpointAsync())!.Whole;
    }

    private static IEnumerable<NoteKey> Signers(string note, params NoteKey[] known) =>
        Note.Parse(Encoding.UTF8.GetBytes(note)).Verify(known).Good.Select(g => g.Key);
}
