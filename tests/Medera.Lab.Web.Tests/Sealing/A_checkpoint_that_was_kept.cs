using Medera.Lab.Ledger;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>Somebody holds a checkpoint against the log: the server verifies who signed it and finds the proof; whether it holds, the browser computes by the same steps.</summary>
public sealed class A_checkpoint_that_was_kept(TestCluster cluster) : IAsyncLifetime
{
    private TestLaboratory lab = null!;

    public async ValueTask InitializeAsync()
    {
        lab = await TestLaboratory.OpenAsync(cluster);
        await lab.SealAsync();
    }

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    [Fact]
    public async Task is_the_beginning_of_the_log_of_now()
    {
        var old = await NewestAsync();
        await MoreAsync();

        var kept = await CheckAsync(old.Whole);

        var newest = await NewestAsync();
        Assert.Equal((KeptStand.ToProve, old.Size), (kept.Stand, kept.Checkpoint!.Size));
        Assert.True(Proof.IsConsistent(old.Size, newest.Size, old.Root, newest.Root, kept.Proof!));
        Assert.Equal(old.At, kept.SignedAt);
    }

    [Fact]
    public async Task may_come_through_a_form_or_with_blanks_around_it()
    {
        var old = await NewestAsync();

        Assert.Equal(KeptStand.ToProve, (await CheckAsync($"\r\n{old.Whole.ReplaceLineEndings("\r\n")}\r\n  ")).Stand);
    }

    [Fact]
    public async Task says_nothing_where_one_sign_was_changed()
    {
        var old = await NewestAsync();
        var root = Convert.ToBase64String(old.Root);
        var other = Convert.ToBase64String([.. old.Root.Select((b, i) => i == 5 ? (byte)(b ^ 1) : b)]);

        Assert.Equal(
            KeptStand.NotSigned,
            (await CheckAsync(old.Whole.Replace(root, other, StringComparison.Ordinal))).Stand
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("demonstration/medera-lab\n12\n")]
    [InlineData("Dear auditor, here it is.")]
    public async Task must_be_one(string text) => Assert.Equal(KeptStand.Unreadable, (await CheckAsync(text)).Stand);

    [Fact]
    public async Task of_another_log_says_nothing_of_this_one()
    {
        using var stranger = NoteSigner.Parse(
            NoteSigner.Text("elsewhere.test", SignatureKind.Note, new byte[NoteSigner.SeedSize])
        );

        Assert.Equal(
            KeptStand.OtherLog,
            (await CheckAsync(Signed(new Checkpoint("elsewhere.test", 3, new byte[32]), stranger))).Stand
        );
    }

    [Fact]
    public async Task shows_that_the_end_of_the_log_was_cut_off()
    {
        var newest = await NewestAsync();
        var held = Signed(
            new Checkpoint(LabSettings.DemonstrationOrigin, newest.Size + 7, new byte[32]),
            Keys.Current()[0]
        );

        Assert.Equal(KeptStand.Ahead, (await CheckAsync(held)).Stand);
    }

    [Fact]
    public async Task shows_that_the_past_was_written_anew()
    {
        await MoreAsync();
        var newest = await NewestAsync();
        // The thief of the key, or the owner of the machine, signed another past once.
        var held = Signed(
            new Checkpoint(LabSettings.DemonstrationOrigin, newest.Size - 3, new byte[32]),
            Keys.Current()[0]
        );

        var kept = await CheckAsync(held);

        Assert.Equal((KeptStand.ToProve, null), (kept.Stand, kept.SignedAt));
        Assert.False(Proof.IsConsistent(newest.Size - 3, newest.Size, kept.Checkpoint!.Root, newest.Root, kept.Proof!));
    }

    [Fact]
    public async Task finds_hashes_that_are_gone()
    {
        var old = await NewestAsync();
        await MoreAsync();
        await lab.SqlAsSuperuserAsync("ALTER TABLE ledger.log_entry DISABLE TRIGGER ALL");
        await lab.SqlAsSuperuserAsync("DELETE FROM ledger.log_entry WHERE idx = $1", old.Size);

        Assert.Equal(KeptStand.Torn, (await CheckAsync(old.Whole)).Stand);
    }

    private LogReads Reads => lab.Services.GetRequiredService<LogReads>();

    private LogKeys Keys => lab.Services.GetRequiredService<LogKeys>();

    private async Task<StoredCheckpoint> NewestAsync() => (await Reads.CheckpointAsync())!;

    private async Task<Kept> CheckAsync(string text) =>
        await lab.Services.GetRequiredService<KeptCheck>().OfAsync(text, await NewestAsync());

    private async Task MoreAsync()
    {
        for (var i = 0; i < 5; i++)
            await lab.Scan(
                "technician",
                "bench-1",
                $"unknown {i.ToString(System.Globalization.CultureInfo.InvariantCulture)}"
            );
        await lab.SealAsync();
    }

    private static string Signed(Checkpoint checkpoint, NoteSigner by) =>
        System.Text.Encoding.UTF8.GetString(checkpoint.Sign(by).ToBytes());
}
