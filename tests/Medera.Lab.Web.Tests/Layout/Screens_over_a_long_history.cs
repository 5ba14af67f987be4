using System.Net;
using System.Reflection;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Startup;
using Medera.Lab.Web.Tests.Desk;
using Medera.Lab.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Layout;

/// <summary>
/// Every page and every address of the REST door is asked in a young laboratory, then years go by, and it is asked again. By the
/// server's own counters no table that grows is read as a whole, and nothing reads more than a few pages more. In the small one
/// the planner may not do what it does with small tables alone, so that a missing index shows; in the drill over a million events it
/// chooses as it likes.
/// </summary>
public sealed class Screens_over_a_long_history(TestCluster cluster)
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1";
    private static readonly int Batches = Long ? 50_000 : 2_500;
    private const string OnlyByIndex = ";Options=-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    /// <summary>Rows that a screen may read more: what was a page of few lines is a full one now, with the names of what stands in it.</summary>
    private const int More = 1_500;

    /// <summary>What reads the whole log because that is what it is for, or nothing of the laboratory.</summary>
    private static readonly string[] NotAsked =
    [
        "/problem",
        "/api/v1/log/agreement",
        "/api/v1/log/package",
        "/api/v1/log/checkpoints/{size:long}",
        "/api/v1/commands",
    ];

    [Fact]
    public async Task read_no_more_of_it_than_before()
    {
        await using var lab = await YoungAsync();
        var asked = await AddressesAsync(lab);
        Assert.Equal("", string.Join(' ', Known(lab).Except(asked.Select(a => a.Template)).Except(NotAsked).Order()));
        await using var counting = await lab.Database.OpenAsync("postgres");
        var counters = new ReadCounters(counting, lab.Source);
        await QuietAsync(lab, counters);
        var clients = await SignedInAsync(lab);

        var young = await AskAllAsync(clients, asked, counters);
        await LongHistory.AddAsync(lab, Batches);
        await QuietAsync(lab, counters);
        var old = await AskAllAsync(clients, asked, counters);

        Assert.Equal(
            (long)Batches,
            await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.batch WHERE number LIKE 'MSC-00-%'")
        );
        // What a screen reads it reads each time; what reads in the background, as the follower of the log does once, does not come again.
        var suspect = asked.Where(a => Wrong(a, young[a.Path], old[a.Path]).Any()).ToList();
        var again = await AskAllAsync(clients, suspect, counters);
        var wrong = suspect.SelectMany(a => Wrong(a, young[a.Path], again[a.Path])).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        // An index that is missing is found: without this one a batch's page passes every result that there ever was.
        await lab.SqlAsSuperuserAsync("DROP INDEX lab.ix_result_of_batch");
        var page = asked.First(a => a.Template == "/processing/batches/{Id:guid}");
        var without = await AskAllAsync(clients, [page], counters);
        Assert.Contains(
            Wrong(page, young[page.Path], without[page.Path]),
            found => found.Contains("result", StringComparison.Ordinal)
        );
        foreach (var client in clients.Values)
            client.Dispose();
    }

    private static IEnumerable<string> Wrong(
        Address address,
        Dictionary<string, ReadCounters.Reads> young,
        Dictionary<string, ReadCounters.Reads> old
    )
    {
        foreach (var (table, reads) in old.Where(t => LongHistory.Growing.Contains(t.Key)))
            if (reads.WholeScans > 0 && reads.Rows - young[table].Rows > More / 2)
                yield return $"{address.Path}: {table} was read as a whole ({reads.Rows} rows)";
            else if (reads.Rows - young[table].Rows > More)
                yield return $"{address.Path}: of {table} {reads.Rows} rows were read, {young[table].Rows} when it was young";
    }

    private static async Task<Dictionary<string, Dictionary<string, ReadCounters.Reads>>> AskAllAsync(
        Dictionary<string, HttpClient> clients,
        IReadOnlyList<Address> addresses,
        ReadCounters counters
    )
    {
        var reads = new Dictionary<string, Dictionary<string, ReadCounters.Reads>>(StringComparer.Ordinal);
        var refused = new List<string>();
        foreach (var address in addresses)
            reads[address.Path] = await counters.OfAsync(async () =>
            {
                using var answer = await clients[address.Client].GetAsync(new Uri(address.Path, UriKind.Relative));
                var at = answer.RequestMessage!.RequestUri!.AbsolutePath;
                if (answer.StatusCode != HttpStatusCode.OK || at == "/sign-in" != (address.Template == "/sign-in"))
                    refused.Add($"{address.Path} for {address.Who}: {answer.StatusCode} at {at}");
                await answer.Content.ReadAsByteArrayAsync();
            });
        Assert.True(refused.Count == 0, string.Join('\n', refused));
        return reads;
    }

    /// <summary>A laboratory with one of everything that a screen shows, at work.</summary>
    private async Task<TestLaboratory> YoungAsync()
    {
        // Nothing is sealed here: the log's keys go with the application.
        var lab = await TestLaboratory.OpenAsync(cluster);
        var protocol = await TestBatch.ProtocolAsync(lab, "UC");
        var donor = await TestBatch.SubjectAsync(lab, "D-1");
        var patient = await TestBatch.SubjectAsync(lab, "P-1");
        var batch = await new TestBatch(lab, protocol, donor, "MSC-26-0001").SeedAsync();
        var piece = await Equipment_at_the_desk.RegisteredAsync(lab, "Incubator 1");
        await lab.Must("technician", new UseEquipment(new(piece), new(batch.Vessels[0])));
        await lab.Must("technician", Cleaning_a_room.Cleaning(await Cleaning_a_room.OpenedAsync(lab, "Clean room 2")));
        var lot = await TestMaterials.AcceptedAsync(lab, "medium 1");
        await lab.Must(
            "technician",
            new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(batch.Vessels[0]), 10)
        );
        var released = await new TestBatch(lab, protocol, donor, "MSC-26-0002").FreezeAsync(2);
        var template = await Labels_at_the_desk.ApprovedAsync(lab, Medera.Lab.Labels.LabelKind.Cryovial);
        await lab.Must("technician", Labels_at_the_desk.Print(released, template, released.Vials));
        var plan = await TestBatch.PlanAsync(lab, patient, protocol);
        await lab.Must("technician", new ReserveContainer(new ContainerCode(released.Vials[0]), plan, 1));
        await (await new TestBatch(lab, protocol, donor, "MSC-26-0003").FreezeAsync(1, position: 20)).ReviewAsync();
        var database = await lab.LeaveAsync();
        var connection = database.As("lab_app") + (Long ? "" : OnlyByIndex);
        lab = await TestLaboratory.OverAsync(database, serve: true, connection: connection);
        await lab.Type("technician", "bench-1", released.Vials[1], "unreadable");
        return lab;
    }

    private static async Task<IReadOnlyList<Address>> AddressesAsync(TestLaboratory lab)
    {
        async Task<string> One(string sql) => (await lab.SqlAsSuperuserAsync(sql))!.ToString()!;
        var batch = await One("SELECT id FROM lab.batch WHERE number = 'MSC-26-0002'");
        var review = await One("SELECT id FROM lab.batch WHERE number = 'MSC-26-0003'");
        var vial = await One("SELECT code FROM lab.container WHERE reserved IS NOT NULL");
        var box = await One("SELECT id FROM lab.box LIMIT 1");
        var piece = await One("SELECT id FROM lab.equipment LIMIT 1");
        var lot = await One("SELECT id FROM lab.material LIMIT 1");
        var room = await One("SELECT id FROM lab.room LIMIT 1");
        var donor = await One("SELECT id FROM lab.subject WHERE code = 'D-1'");
        var plan = await One("SELECT id FROM lab.plan LIMIT 1");
        var label = await One("SELECT id FROM lab.label LIMIT 1");
        var template = await One("SELECT id FROM lab.label_template LIMIT 1");
        var person = await One("SELECT id FROM lab.person WHERE user_name = 'technician'");
        var today = await One("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD')");
        return
        [
            .. Of("/", "/", "technician", "qa", "qc", "releaser", "nurse", "clinician", "auditor", "admin"),
            .. Of("/sign-in", "/sign-in", "nobody"),
            .. Of("/processing", "/processing", "technician"),
            .. Of("/processing", "/processing?state=InProcess", "technician"),
            .. Of("/processing", "/processing?state=Closed&find=MSC-00", "technician"),
            .. Of("/processing", "/processing?find=MSC-26-0002", "technician"),
            .. Of("/processing/batches/{Id:guid}", $"/processing/batches/{batch}", "technician", "qa"),
            .. Of("/audit/batches/{Id:guid}", $"/audit/batches/{batch}", "auditor"),
            .. Of("/processing/batches/{Batch:guid}/do/{Verb}", $"/processing/batches/{batch}/do/result.enter", "qc"),
            .. Of("/processing/containers/{Code}", $"/processing/containers/{vial}", "technician"),
            .. Of("/audit/containers/{Code}", $"/audit/containers/{vial}", "auditor"),
            .. Of(
                "/processing/containers/{Code}/do/{Verb}",
                $"/processing/containers/{vial}/do/container.discard",
                "technician"
            ),
            .. Of("/release", "/release", "qa"),
            .. Of("/release/{Id:guid}", $"/release/{review}", "qa", "releaser"),
            .. Of("/storage", "/storage", "technician"),
            .. Of("/storage/{Id:guid}", $"/storage/{box}?Batch={batch}", "technician"),
            .. Of("/storage/rooms", "/storage/rooms", "technician"),
            .. Of("/storage/rooms/{Id:guid}", $"/storage/rooms/{room}", "technician"),
            .. Of("/storage/rooms/{Thing:guid}/do/{Verb}", $"/storage/rooms/{room}/do/storage.clean-room", "qa"),
            .. Of("/storage/rooms/do/{Verb}", "/storage/rooms/do/storage.open-room", "qa"),
            .. Of("/equipment", "/equipment", "technician"),
            .. Of("/equipment/{Id:guid}", $"/equipment/{piece}", "technician"),
            .. Of("/equipment/{Piece:guid}/do/{Verb}", $"/equipment/{piece}/do/equipment.calibrate", "qa"),
            .. Of("/equipment/do/{Verb}", "/equipment/do/equipment.register", "qa"),
            .. Of("/materials", "/materials", "technician"),
            .. Of("/materials", "/materials?state=InUse", "technician"),
            .. Of("/materials", "/materials?state=Expired", "technician"),
            .. Of("/materials", "/materials?find=msc", "technician"),
            .. Of("/materials/{Id:guid}", $"/materials/{lot}", "technician"),
            .. Of("/materials/{Lot:guid}/do/{Verb}", $"/materials/{lot}/do/material.recall", "qa"),
            .. Of("/materials/do/{Verb}", "/materials/do/material.receive", "technician"),
            .. Of("/labels", "/labels", "technician"),
            .. Of("/labels/batches/{Id:guid}", $"/labels/batches/{batch}", "technician"),
            .. Of("/labels/print", $"/labels/print?batch={batch}", "technician"),
            .. Of("/labels/paper", $"/labels/paper?batch={batch}", "technician"),
            .. Of("/labels/templates", "/labels/templates", "qa"),
            .. Of("/labels/templates/{Id:guid}", $"/labels/templates/{template}", "qa"),
            .. Of("/labels/things", "/labels/things", "admin"),
            .. Of("/labels/codes", "/labels/codes", "technician"),
            .. Of("/labels/cards", "/labels/cards", "technician"),
            .. Of("/scanning", "/scanning", "technician"),
            .. Of("/donors/{Id:guid}", $"/donors/{donor}", "clinician"),
            .. Of("/administration", $"/administration?container={vial}&plan={plan}", "nurse"),
            .. Of("/audit/timeline", $"/audit/timeline?Id={person}", "auditor"),
            .. Of("/audit/timeline", "/audit/timeline?Find=MSC-26-0002", "auditor"),
            .. Of("/audit/log", "/audit/log", "auditor"),
            .. Of("/audit/log/days", "/audit/log/days", "auditor"),
            .. Of("/audit/log/event/{Index:long}", "/audit/log/event/3", "auditor"),
            .. Of("/api/v1/batches", "/api/v1/batches?state=Quarantine", "technician"),
            .. Of("/api/v1/batches/{id:guid}", $"/api/v1/batches/{batch}", "technician"),
            .. Of("/api/v1/batches/{id:guid}/timeline", $"/api/v1/batches/{batch}/timeline", "technician"),
            .. Of("/api/v1/containers/{code}", $"/api/v1/containers/{vial}", "technician"),
            .. Of("/api/v1/plans", "/api/v1/plans?state=Active", "clinician"),
            .. Of("/api/v1/plans", "/api/v1/plans?patient=P-1", "clinician"),
            .. Of("/api/v1/plans/{id:guid}", $"/api/v1/plans/{plan}", "clinician"),
            .. Of("/api/v1/subjects/{code}", "/api/v1/subjects/P-1", "clinician"),
            .. Of("/api/v1/subjects/{code}/donor-status", "/api/v1/subjects/D-1/donor-status", "clinician"),
            .. Of("/api/v1/protocols", "/api/v1/protocols", "qa"),
            .. Of("/api/v1/worklist", "/api/v1/worklist", "technician", "releaser"),
            .. Of("/api/v1/rooms", "/api/v1/rooms", "technician"),
            .. Of("/api/v1/rooms/{id:guid}", $"/api/v1/rooms/{room}", "technician"),
            .. Of("/api/v1/equipment", "/api/v1/equipment", "technician"),
            .. Of("/api/v1/equipment/{id:guid}", $"/api/v1/equipment/{piece}", "technician"),
            .. Of("/api/v1/materials", "/api/v1/materials", "technician"),
            .. Of("/api/v1/materials/{id:guid}", $"/api/v1/materials/{lot}", "technician"),
            .. Of("/api/v1/materials/{id:guid}/uses", $"/api/v1/materials/{lot}/uses", "technician"),
            .. Of("/api/v1/batches/{id:guid}/materials", $"/api/v1/batches/{batch}/materials", "technician"),
            .. Of("/api/v1/trays", "/api/v1/trays", "technician"),
            .. Of("/api/v1/labels", "/api/v1/labels", "technician"),
            .. Of("/api/v1/batches/{id:guid}/labels", $"/api/v1/batches/{batch}/labels", "technician"),
            .. Of("/api/v1/labels/{id:guid}", $"/api/v1/labels/{label}", "technician"),
            .. Of("/api/v1/label-templates", "/api/v1/label-templates", "qa"),
            .. Of("/api/v1/label-templates/{id:guid}", $"/api/v1/label-templates/{template}", "qa"),
            .. Of("/api/v1/log/proofs/{index:long}", "/api/v1/log/proofs/3", "auditor"),
            .. Of("/api/v1/batches/{id:guid}/labels.pdf", $"/api/v1/batches/{batch}/labels.pdf", "technician"),
            .. Of("/api/v1/batches/{id:guid}/labels.zpl", $"/api/v1/batches/{batch}/labels.zpl", "technician"),
            .. Of("/api/v1/labels/{id:guid}.pdf", $"/api/v1/labels/{label}.pdf", "technician"),
            .. Of("/api/v1/labels/{id:guid}.zpl", $"/api/v1/labels/{label}.zpl", "technician"),
            .. Of("/api/v1/labels/{id:guid}.svg", $"/api/v1/labels/{label}.svg", "technician"),
            .. Of("/audit/log/days/{Day}", $"/audit/log/days/{today}", "auditor"),
            .. Of("/api/v1/log/alarm", "/api/v1/log/alarm", "auditor"),
        ];
    }

    private static IEnumerable<Address> Of(string template, string path, params string[] who) =>
        who.Select((person, n) => new Address(template, person, n == 0 ? path : Again(path, n)));

    // Another person's look at the same page has an address of its own here.
    private static string Again(string path, int n) => path + (path.Contains('?') ? "&" : "?") + $"as={n}";

    /// <summary>Every page, and everything that the REST door gives.</summary>
    private static IEnumerable<string> Known(TestLaboratory lab) =>
        typeof(LabServer)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template)
            .Concat(
                lab.Services.GetRequiredService<EndpointDataSource>()
                    .Endpoints.OfType<RouteEndpoint>()
                    .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
                    .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                    .Where(path => path.StartsWith("/api/v1/", StringComparison.Ordinal))
            )
            .Distinct(StringComparer.Ordinal);

    private static async Task<Dictionary<string, HttpClient>> SignedInAsync(TestLaboratory lab)
    {
        var clients = new Dictionary<string, HttpClient>(StringComparer.Ordinal)
        {
            ["nobody"] = new HttpClient { BaseAddress = lab.Address },
        };
        foreach (var who in new[] { "technician", "qa", "qc", "releaser", "nurse", "clinician", "auditor", "admin" })
        {
            clients[who] = (await SignedInPages.SignInAsync(lab, who)).Http;
            clients["/api " + who] = (await lab.Door().SignInAsync(who)).Http;
        }
        return clients;
    }

    /// <summary>Until everything is sealed, and whoever follows the log in the background has told the counters what that took.</summary>
    private static async Task QuietAsync(TestLaboratory lab, ReadCounters counters)
    {
        var sealing = lab.Services.GetRequiredService<SealState>();
        var size = (long)(await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event"))!;
        while (sealing.Standing is not { OldestUnsealed: null } standing || standing.Size < size)
            await Task.Delay(50);
        Dictionary<string, ReadCounters.Reads> reads;
        do reads = await counters.OfAsync(() => Task.Delay(3_000));
        while (reads["event"].Rows + reads["log_entry"].Rows > More / 3);
    }

    private sealed record Address(string Template, string Who, string Path)
    {
        /// <summary>Pages know somebody by a cookie, the REST door by a token.</summary>
        public string Client => Path.StartsWith("/api/", StringComparison.Ordinal) ? "/api " + Who : Who;
    }
}
