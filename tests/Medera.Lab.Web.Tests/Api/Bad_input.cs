using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Api;

/// <summary>What a scanner, a keyboard or a careless partner may send: always a clear sentence, never an exception, and nothing personal in the log.</summary>
public sealed class Bad_input(TestCluster cluster)
{
    // A made-up number in the form of a national identity number.
    private const string Number = "10000000146";

    private static readonly int Stride = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1" ? 1 : 7;

    private static readonly string Own = DemonstrationCodes.Make(CodeKind.Container, "of nobody");
    private static readonly string Theirs = "XQV22222222" + CheckCharacter.Compute("XQV22222222");

    /// <summary>Texts that are understood as texts, with the rule that refuses them.</summary>
    public static TheoryData<string, string> Texts =>
        new()
        {
            { DemonstrationCodes.Make(CodeKind.Position, "nowhere"), "scan.unknown unknown" },
            { DemonstrationCodes.Make(CodeKind.Wristband, "of nobody"), "scan.unknown unknown" },
            { "\0" + Own, "scan.unreadable ForbiddenCharacter" },
            { Own.Replace("MLV", "МLV", StringComparison.Ordinal), "scan.unreadable LookAlike-at" },
            { string.Concat(Own.Select(c => (char)(c + 0xFEE0))), "scan.unreadable LookAlike-at" },
            { "'; DROP TABLE lab.container; --", "scan.unreadable Unknown" },
            { Theirs, "scan.unreadable NotOurs" },
            { Own[..7] + (Own[7] == 'A' ? 'B' : 'A') + Own[8..], "scan.unreadable WrongCheck" },
            { Own + Own, "scan.unreadable Doubled" },
            { Number, "scan.unreadable Unknown" },
            { "Ayşe Yılmaz", "scan.unreadable LookAlike-at" },
            { "=A99982012345600", "scan.not-expected isbt-donation" },
            { "=A99982012345600=<S1234V00", "scan.not-expected isbt-concatenated" },
            { "]C0=>026365\r\n", "scan.not-expected isbt-expiry" },
            { "=>026366", "scan.unreadable WrongDate-at" },
            { "]d20109506000134352172612311042-A\u001d2112345", "scan.not-expected gs1" },
            { "]d20109506000134353", "scan.unreadable WrongCheck" },
            { Own + "=A99982012345600", "scan.unreadable Joined" },
            { "<script>alert(1)</script>", "scan.unreadable Unknown" },
        };

    [Theory]
    [InlineData("en-GB")]
    [InlineData("tr-TR")]
    public async Task at_the_scanner_is_refused_with_a_sentence_and_logged(string culture)
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var door = await lab.Door().SignInAsync("technician", "bench-2");
        door.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(culture);
        foreach (var row in Texts)
        {
            var (text, rule) = row.Data;
            var before = await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event");
            var answer = (await door.ScanAsync(text)).Refused(rule);
            Assert.Equal((long)before! + 1, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event"));
            if (rule.StartsWith("scan.unreadable", StringComparison.Ordinal))
                Assert.DoesNotContain(text, answer.Text);
            Assert.DoesNotContain("Exception", answer.Text);
        }
        // The texts themselves are there for whoever looks into it, and can be erased.
        Assert.Contains("\ufffd" + Own, await lab.PrivateAsync("raw"));
        foreach (var nothing in new[] { "", "   ", new string('V', 513), new string('x', 10_000) })
            (await door.ScanAsync(nothing)).Problem(HttpStatusCode.BadRequest);
        (
            await door.PostRawAsync(
                "api/v1/scans",
                $$"""{"id":"{{Ids.New()}}","text":"ML\ud800","station":"bench-2","source":"wedge"}"""
            )
        ).Problem(HttpStatusCode.BadRequest);
        (await door.ScanAsync(Own, source: "telepathy")).Problem(HttpStatusCode.BadRequest);
        (await door.ScanAsync(Own, Guid.Empty)).Problem(HttpStatusCode.BadRequest);
        door.Station = "bench-\0";
        (await door.ScanAsync(Own)).Problem(HttpStatusCode.BadRequest);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task that_may_be_personal_is_found_nowhere_in_clear_and_is_there_for_who_may_read_it()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var donor = await TestBatch.SubjectAsync(lab, "D-1");
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            donor,
            "MSC-26-0001"
        ).HarvestAsync();
        using var door = await lab.Door().SignInAsync("technician", "bench-2");
        using var clinician = await lab.Door().SignInAsync("clinician", "bedside-1");
        var bare = new
        {
            code = "P-2",
            donor = true,
            patient = true,
            minor = false,
            name = "Somebody",
            born = "1990-01-01",
        };
        var subject = (await clinician.DoAsync("subject.register", bare)).Accepted().Made("subject");
        using var nurse = await lab.Door().SignInAsync("nurse", "bedside-1");
        (await door.ScanAsync(Number)).Refused("scan.unreadable Unknown");
        (await door.ScanAsync($"]C0{Number}\r\n")).Refused("scan.unreadable Unknown");
        (await door.ScanAsync("Elif Örnek " + Number)).Refused("scan.unreadable Unknown");
        (await door.ScanAsync("&#0A11" + Number)).Refused("scan.not-expected isbt-patient");
        (await door.ScanAsync("=;A9998" + Number + "00000")).Refused("scan.not-expected isbt-donor");
        (await door.ScanAsync("=+02000=A99982012345600&#0A11" + Number)).Refused("scan.not-expected isbt-compound");
        (await door.ScanAsync("]d28018950600013435200428\u001d7242" + Number)).Refused("scan.not-expected gs1");
        (await door.ScanAsync("(01)09506000134352(21)" + Number)).Refused("scan.not-expected gs1");
        foreach (
            var (who, name, fields) in new (RestDoor, string, object)[]
            {
                (door, "storage.put", new { container = Number, position = Number }),
                (door, "collection.complete", new { wristband = Number, container = Own }),
                (door, "collection.complete", new { wristband = donor.Wristband, container = Number }),
                (
                    door,
                    "processing.fill",
                    new
                    {
                        batch = batch.Id.Value,
                        products = new[] { Number, Number },
                        productUl = 5,
                        samples = new[] { Number },
                        sampleUl = 1,
                        retentions = new[] { Number },
                        retentionUl = 1,
                        lossUl = 1,
                    }
                ),
                (
                    door,
                    "processing.harvest",
                    new
                    {
                        batch = batch.Id.Value,
                        from = new[] { Number },
                        volumeUl = 1,
                        cells = 1,
                        viability = 1,
                    }
                ),
                (nurse, "bedside.confirm", new { wristband = Number, container = Own }),
                (nurse, "identity.bind-wristband", new { subject, wristband = Number }),
                (
                    clinician,
                    "consent.withdraw",
                    new
                    {
                        subject = donor.Id.Value,
                        kind = "Donation",
                        reason = Number,
                        reasonText = Number,
                    }
                ),
            }
        )
        {
            var answer = await who.DoAsync(name, fields);
            Assert.True(answer.Status == HttpStatusCode.OK && answer.Outcome == "refused", $"{name}: {answer.Text}");
        }
        (
            await clinician.DoAsync(
                "consent.withdraw",
                new
                {
                    subject = donor.Id.Value,
                    kind = "Donation",
                    reason = "other",
                    reasonText = "asked by " + Number,
                }
            )
        ).Accepted();
        await IsNowhereInClear(lab, Number);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task in_any_field_of_any_command_is_answered_and_breaks_nothing()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var reader = await lab.Door().SignInAsync("auditor");
        string[] worst =
        [
            "null",
            "{}",
            "[]",
            "[null]",
            "[[]]",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[\"\\ud800\"]",
            "[\"\\u0000\"]",
            "1e400",
            "-1",
            "9223372036854775807",
            "92233720368547758070",
            "1.5",
            "\"1,5\"",
            "true",
            $"\"{new string('x', 5000)}\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59+14:00\"",
            "99",
            "\"Nothing\"",
            "\"'; DROP TABLE lab.batch; --\"",
            "\"e\\u0301\"",
        ];
        var (bad, next) = (new List<string>(), 0);
        foreach (var command in (await reader.GetAsync("api/v1/commands")).Json!.AsArray().Select(c => c!))
        {
            var role = command["roles"]!.AsArray()[0]!.ToString();
            using var door = await lab.Door().SignInAsync(role == "administrator" ? "admin" : role);
            foreach (var field in command["fields"]!.AsArray().Select(f => f!["name"]!.ToString()))
            {
                // Each field gets some of them in turn; the long drill, all.
                for (var n = next++ % Stride; n < worst.Length; n += Stride)
                {
                    var body = Bodies.Make(command);
                    body[field] = "HERE";
                    if (field != "id")
                        body["id"] = Ids.New();
                    var answer = await door.PostRawAsync(
                        $"api/v1/commands/{command["name"]}",
                        body.ToJsonString().Replace("\"HERE\"", worst[n], StringComparison.Ordinal)
                    );
                    var understood =
                        answer
                        is { Status: HttpStatusCode.OK, Json: not null }
                            or {
                                Status: HttpStatusCode.BadRequest
                                    or HttpStatusCode.Conflict
                                    or HttpStatusCode.Forbidden,
                                Type: "application/problem+json"
                            };
                    if (!understood)
                        bad.Add(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{command["name"]} {field} = {worst[n][..Math.Min(worst[n].Length, 40)]}: {(int)answer.Status} {answer.Text}"
                            )
                        );
                }
            }
            foreach (
                var twice in new[]
                {
                    "{\"id\":1,\"id\":2}",
                    $$"""{"id":"{{Ids.New()}}","late":{"happened":"2026-01-01T00:00:00Z","reason":"documentation","second":null,"secondPassword":"x"} }""",
                    "[]",
                    "null",
                    "{",
                    "",
                }
            )
                if (
                    await door.PostRawAsync($"api/v1/commands/{command["name"]}", twice) is
                    { Status: not HttpStatusCode.BadRequest } other
                )
                    bad.Add($"{command["name"]} {twice}: {other.Status} {other.Text}");
        }
        Assert.True(bad.Count == 0, $"{bad.Count}:\n" + string.Join('\n', bad.Take(25)));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task in_an_address_is_answered()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var door = await lab.Door().SignInAsync("technician");
        foreach (
            var text in new[]
            {
                "%00",
                "%ED%A0%80",
                "'--",
                new string('9', 3000),
                Uri.EscapeDataString("ＭＬＶ"),
                Number,
            }
        )
        {
            foreach (
                var path in new[]
                {
                    $"api/v1/containers/{text}",
                    $"api/v1/batches?after={text}",
                    $"api/v1/batches?state={text}",
                    $"api/v1/batches/{text}",
                    $"api/v1/batches/{Ids.New()}/timeline?before={text}",
                }
            )
            {
                var answer = await door.GetAsync(path);
                Assert.True(
                    answer.Status
                        is HttpStatusCode.OK
                            or HttpStatusCode.BadRequest
                            or HttpStatusCode.NotFound
                            or HttpStatusCode.RequestUriTooLong,
                    $"{path}: {answer.Status} {answer.Text}"
                );
            }
        }
    }

    /// <summary>Looks through every column of every table.</summary>
    private static async Task IsNowhereInClear(TestLaboratory lab, string text)
    {
        await using var connection = await lab.Database.OpenAsync("postgres");
        var tables = new List<string>();
        await using (
            var list = new NpgsqlCommand(
                "SELECT table_schema || '.' || table_name FROM information_schema.tables WHERE table_schema IN ('ledger', 'lab', 'access', 'private')",
                connection
            )
        )
        await using (var rows = await list.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                tables.Add(rows.GetString(0));
        var found = new List<string>();
        foreach (var table in tables)
        {
            // As text, and inside of bytea, which is shown as hex.
            await using var search = new NpgsqlCommand(
                $"SELECT count(*) FROM {table} AS t WHERE t::text LIKE '%' || $1 || '%' OR t::text LIKE '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'",
                connection
            )
            {
                Parameters = { new() { Value = text } },
            };
            if ((long)(await search.ExecuteScalarAsync())! > 0)
                found.Add(table);
        }
        Assert.Empty(found);
        Assert.Contains(await lab.PrivateAsync("raw"), raw => raw.Contains(text, StringComparison.Ordinal));
    }
}
