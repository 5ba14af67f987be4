using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Medera.Lab.Ledger;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>Everything, a period, or a batch: what docs/package-format.md says, and an event that says so.</summary>
public sealed class Packages_that_are_taken_away(SharedLaboratory shared, TestCluster cluster)
    : IClassFixture<SharedLaboratory>
{
    [Fact]
    public async Task of_everything_hold_the_whole_log_and_check()
    {
        await using var lab = await WorkedAsync();
        using var zip = await TakeAsync(lab, "");

        var said = Json(zip, "package.json");
        var size = (long)said["size"]!;
        Assert.Equal(("log", 0L, size), ((string)said["kind"]!, (long)said["from"]!, (long)said["to"]!));
        var key = NoteKey.Parse((string)JsonNode.Parse(Text(zip, "keys.jsonl").Trim())!["vkey"]!);
        var report = Check.Run(
            new LogCopy(
                (string)said["origin"]!,
                Bytes(zip, "checkpoint"),
                tile => zip.GetEntry(tile.Path) is null ? default : Bytes(zip, tile.Path),
                [new KeyPeriod(key)]
            )
        );
        Assert.True(report.IsClean, string.Join('\n', report.Findings.Select(f => f.Sentence)));
        Assert.Equal(size, report.Events);
        Assert.Contains("RFC 6962", Text(zip, "README.txt"), StringComparison.Ordinal);
        Assert.Equal(Medera.Lab.Web.Sealing.VerifierPage.Bytes, Bytes(zip, "verify.html"));
    }

    [Fact]
    public async Task of_a_batch_hold_its_whole_stream_and_a_proof_for_each_line()
    {
        await using var lab = await WorkedAsync();
        var batch = (Guid)(await lab.SqlAsSuperuserAsync("SELECT id FROM lab.batch WHERE number = 'MSC-26-0001'"))!;
        using var zip = await TakeAsync(lab, $"?batch={batch}");

        var lines = Text(zip, "events.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var key = NoteKey.Parse((string)JsonNode.Parse(Text(zip, "keys.jsonl").Trim())!["vkey"]!);
        var proofs = zip
            .Entries.Where(e => e.FullName.StartsWith("proofs/", StringComparison.Ordinal))
            .Select(e => ProofFile.Parse(Bytes(zip, e.FullName)))
            .ToList();
        Assert.Equal(lines.Length, proofs.Count);
        Assert.All(lines.Zip(proofs), pair => Assert.True(pair.Second.Proves(Encoding.UTF8.GetBytes(pair.First), key)));
        var own = lines
            .Select(l => JsonNode.Parse(l)!)
            .Where(n => (string)n["stream"]! == $"1/batch/{batch}")
            .Select(n => (long)n["version"]!)
            .ToList();
        Assert.Equal(Enumerable.Range(1, own.Count).Select(n => (long)n), own);
        Assert.Equal(
            own.Count,
            (int)
                (
                    await lab.SqlAsSuperuserAsync(
                        "SELECT max(version) FROM lab.head WHERE natural_key = '1/batch/" + batch + "'"
                    )
                )!
        );
        // What was refused at a station stands on the batch's record too.
        Assert.Contains(lines, l => l.Contains("attempt.refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task of_a_period_hold_what_was_recorded_in_it()
    {
        await using var lab = await WorkedAsync();
        var from = lab.Clock.Now;
        lab.Later(TimeSpan.FromDays(1));
        for (var n = 0; n < 10; n++)
            await lab.Do(
                "technician",
                new PutAway(new ContainerCode($"nothing {n}"), new PositionCode(TestLaboratory.Positions[0]))
            );
        await lab.SealAsync();
        using var zip = await TakeAsync(lab, $"?from={Uri.EscapeDataString(from.AddHours(1).ToString("O"))}");

        var said = Json(zip, "package.json");
        Assert.True((long)said["to"]! >= (long)said["from"]! + 10);
        Assert.All(
            Enumerable.Range((int)((long)said["from"]! / 256), 1),
            bundle =>
                Assert.Contains(
                    zip.Entries,
                    e => e.FullName.StartsWith($"tile/entries/{bundle:D3}", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task are_events_before_their_first_byte()
    {
        await using var lab = await WorkedAsync();
        using (await TakeAsync(lab, "")) { }

        var body = JsonNode.Parse(
            (string)
                (
                    await lab.SqlAsSuperuserAsync(
                        "SELECT convert_from(e.body, 'UTF8') FROM lab.fact AS f JOIN ledger.event AS e USING (stream_no, version) WHERE f.type = 'access.exported'"
                    )
                )!
        )!;
        Assert.Equal(lab.People["auditor"].Value.ToString(), (string)body["actor"]!);
        Assert.Equal(0L, (long)body["data"]!["from"]!);
    }

    [Theory]
    [InlineData("?batch=00000000-0000-7000-8000-00000000abcd", HttpStatusCode.NotFound)]
    [InlineData("?from=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("?batch=00000000-0000-7000-8000-00000000abcd&from=2026-01-01T00:00:00Z", HttpStatusCode.BadRequest)]
    [InlineData("?batch=nonsense", HttpStatusCode.BadRequest)]
    public async Task are_refused_in_words(string query, HttpStatusCode status)
    {
        using var auditor = await shared.Lab.Door().SignInAsync("auditor");
        using var answer = await auditor.Http.GetAsync(new Uri("api/v1/log/package" + query, UriKind.Relative));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("technician")]
    [InlineData("nurse")]
    [InlineData("admin")]
    public async Task are_nobodys_who_is_no_auditor(string who)
    {
        using var door = await shared.Lab.Door().SignInAsync(who);
        using var answer = await door.Http.GetAsync(new Uri("api/v1/log/package", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<TestLaboratory> WorkedAsync()
    {
        var (lab, batch) = await new Lot(Reached.Frozen).OpenAsync(cluster, serve: true);
        await lab.Do("technician", new PutAway(new(batch.Vials[0]), new(TestLaboratory.Positions[1])), "tank-1");
        await lab.SealAsync();
        return lab;
    }

    private static async Task<ZipArchive> TakeAsync(TestLaboratory lab, string query)
    {
        using var auditor = await lab.Door().SignInAsync("auditor");
        await lab.SealAsync();
        return new ZipArchive(
            new MemoryStream(
                await auditor.Http.GetByteArrayAsync(new Uri("api/v1/log/package" + query, UriKind.Relative))
            )
        );
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var entry = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip, name));

    private static JsonObject Json(ZipArchive zip, string name) => JsonNode.Parse(Bytes(zip, name))!.AsObject();
}
