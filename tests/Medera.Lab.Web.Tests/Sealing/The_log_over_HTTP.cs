using System.Net;
using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>Any tool for logs of this kind can follow it: hashes are everybody's, entries are an auditor's.</summary>
public sealed class The_log_over_HTTP(TestCluster cluster)
{
    [Fact]
    public async Task is_checked_from_outside_by_checkpoint_tiles_and_entries_alone()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(4);
        await lab.SealAsync();
        using var auditor = await lab.Door().SignInAsync("auditor");
        await lab.SealAsync();
        var note = await auditor.Http.GetByteArrayAsync(new Uri("log/checkpoint", UriKind.Relative));
        var key = NoteKey.Parse((string)(await lab.SqlAsSuperuserAsync("SELECT vkey FROM ledger.key_history"))!);

        var report = Check.Run(
            new LogCopy(LabSettings.DemonstrationOrigin, note, tile => Fetch(auditor, tile), [new KeyPeriod(key)])
        );

        Assert.True(report.IsClean, string.Join('\n', report.Findings.Select(f => f.Sentence)));
        Assert.Equal(report.Checkpoint!.Size, report.Events);
        Assert.True(report.Events > 40);
    }

    [Fact]
    public async Task gives_hashes_to_everybody_and_entries_to_auditors_alone()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        await lab.SealAsync();
        using var stranger = lab.Door();
        using var technician = await lab.Door().SignInAsync("technician");
        var size = Checkpoint
            .Parse(Note.Parse(await stranger.Http.GetByteArrayAsync(new Uri("log/checkpoint", UriKind.Relative))).Text)
            .Size;
        var (hashes, entries) = (Tile.In(size, 0, 0)!.Value.Path, Tile.In(size, Tile.Entries, 0)!.Value.Path);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stranger, hashes));
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(stranger, entries));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(technician, entries));
    }

    [Fact]
    public async Task records_once_that_somebody_follows_the_entries()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        await lab.SealAsync();
        using var auditor = await lab.Door().SignInAsync("auditor");
        for (var again = 0; again < 3; again++)
            await auditor.Http.GetByteArrayAsync(
                new Uri($"log/{Tile.In(1, Tile.Entries, 0)!.Value.Path}", UriKind.Relative)
            );

        Assert.Equal(1L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.fact WHERE type = 'access.followed'"));
    }

    [Theory]
    [InlineData("tile/0/001")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/9/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/0/1")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/..%2f..%2fsecrets")]
    [InlineData("tile/0/999999999999999999999")]
    [InlineData("tile")]
    public async Task has_no_other_address(string path)
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var stranger = lab.Door();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, path));
    }

    [Fact]
    public async Task may_be_kept_for_ever_but_for_the_checkpoint()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        await lab.SealAsync();
        using var stranger = lab.Door();

        using var tile = await stranger.Http.GetAsync(new Uri("log/tile/0/000.p/1", UriKind.Relative));
        using var checkpoint = await stranger.Http.GetAsync(new Uri("log/checkpoint", UriKind.Relative));

        Assert.Contains("immutable", tile.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.True(checkpoint.Headers.CacheControl!.NoCache);
        Assert.StartsWith(
            $"{LabSettings.DemonstrationOrigin}\n",
            Encoding.UTF8.GetString(await checkpoint.Content.ReadAsByteArrayAsync()),
            StringComparison.Ordinal
        );
    }

    private static async Task<HttpStatusCode> StatusAsync(RestDoor door, string path)
    {
        using var answer = await door.Http.GetAsync(new Uri("log/" + path, UriKind.Relative));
        return answer.StatusCode;
    }

    private static ReadOnlyMemory<byte> Fetch(RestDoor door, Tile tile)
    {
        using var answer = door.Http.Send(new HttpRequestMessage(HttpMethod.Get, "log/" + tile.Path));
        if (!answer.IsSuccessStatusCode)
            return default;
        using var bytes = new MemoryStream();
        answer.Content.ReadAsStream().CopyTo(bytes);
        return bytes.ToArray();
    }
}
