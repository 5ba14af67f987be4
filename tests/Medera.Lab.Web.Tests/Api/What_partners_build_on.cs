using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Api;

/// <summary>
/// The REST API and the package, as approved. The third thing that partners read, the editions of facts, is held by the approved
/// bodies (tests/Medera.Lab.Tests/Approved/bodies.txt): one of each edition.
/// </summary>
public sealed partial class What_partners_build_on(TestCluster cluster)
{
    private static readonly JsonSerializerOptions Lines = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task over_REST_is_as_approved()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var paper = (await lab.Door().GetAsync("openapi/v1.json")).Json!.AsObject();
        // Where it was served when it was asked.
        paper.Remove("servers");
        // In the order of their names: where an address is mapped in the source is nobody's concern.
        paper["paths"] = Sorted(paper["paths"]!);
        paper["components"]!["schemas"] = Sorted(paper["components"]!["schemas"]!);
        await Approved.IsAsync("docs/openapi.json", paper.ToJsonString(Lines) + "\n");
    }

    [Fact]
    public async Task in_a_package_is_as_approved_and_as_described()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(2);
        var batch = (Guid)(await lab.SqlAsSuperuserAsync("SELECT id FROM lab.batch WHERE number = 'MSC-26-0001'"))!;
        var found =
            $"# What is in a package: its parts, the fields of each, the lines of its texts (docs/package-format.md). {Approved.Partners}.\n"
            + await ShapeAsync(lab, "")
            + await ShapeAsync(lab, $"?batch={batch}");
        await Approved.IsAsync("tests/Medera.Lab.Web.Tests/Approved/package-format.txt", found);

        var described = Approved.Text("docs/package-format.md");
        foreach (Match part in Part().Matches(found))
            Assert.Contains($"`{part.Groups["name"].Value}", described, StringComparison.Ordinal);
        foreach (Match field in Field().Matches(found))
            Assert.Matches($"[`\"]{field.Groups["name"].Value}[`\"]", described);
    }

    [Fact]
    public void is_told_when_it_breaks()
    {
        var told = Approved.Complaint("docs/openapi.json", "GET /batches\n", "GET /lots\n");
        Assert.Contains("a new edition or a new path", told, StringComparison.Ordinal);
        Assert.Contains("- GET /batches", told, StringComparison.Ordinal);
        Assert.Contains("+ GET /lots", told, StringComparison.Ordinal);
    }

    private static JsonObject Sorted(JsonNode named) =>
        new(
            named
                .AsObject()
                .OrderBy(n => n.Key, StringComparer.Ordinal)
                .Select(n => KeyValuePair.Create(n.Key, n.Value?.DeepClone()))
        );

    private static async Task<string> ShapeAsync(TestLaboratory lab, string query)
    {
        using var auditor = await lab.Door().SignInAsync("auditor");
        await lab.SealAsync();
        using var zip = new ZipArchive(
            new MemoryStream(
                await auditor.Http.GetByteArrayAsync(new Uri("api/v1/log/package" + query, UriKind.Relative))
            )
        );
        var text = new StringBuilder()
            .Append('\n')
            .Append("package of kind ")
            .AppendLine((string)JsonNode.Parse(Content(zip.GetEntry("package.json")!))!["kind"]!);
        foreach (
            var part in zip
                .Entries.GroupBy(e =>
                    Numbers()
                        .Replace(
                            e.FullName,
                            m =>
                                m.Value[0] switch
                                {
                                    't' => "tile/<L>/<N>",
                                    'p' => "proofs/<index>",
                                    _ => ".p/<W>",
                                }
                        )
                )
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            text.Append("  part ").AppendLine(part.Key);
            foreach (var line in Described(part.Key, Content(part.First())).Distinct(StringComparer.Ordinal))
                text.Append("    ").AppendLine(line);
        }
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> Described(string part, string content) =>
        part switch
        {
            "package.json" => Fields(content),
            "keys.jsonl" => content.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(Fields),
            "events.jsonl" => ["a line: one body (docs/log-format.md)"],
            "checkpoint" or "proofs/<index>.tlog-proof" => content.TrimEnd('\n').Split('\n').Select(Line),
            _ => [],
        };

    private static IEnumerable<string> Fields(string json) =>
        JsonNode
            .Parse(json)!
            .AsObject()
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => $"field {f.Key}: {f.Value!.GetValueKind()}");

    private static string Line(string line) =>
        line switch
        {
            "" => "line: empty",
            _ when line.StartsWith("— ", StringComparison.Ordinal) => "line: a signature, — name base64",
            _ when long.TryParse(line, CultureInfo.InvariantCulture, out _) => "line: a number",
            _ when line.StartsWith("index ", StringComparison.Ordinal) => "line: index and a number",
            _ when Hash().IsMatch(line) => "line: a hash, base64 of 32 bytes",
            _ => $"line: {line}",
        };

    private static string Content(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"tile/[^/]+/\d{3}(/\d{3})*|proofs/\d+|\.p/\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^  part (?<name>[^.<\n]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^    field (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"^[A-Za-z0-9+/]{43}=$", RegexOptions.None, 1000)]
    private static partial Regex Hash();
}
