using System.Text.Json;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Data.Mappings;
using Medera.Lab.Web.Demonstration;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>One batch driven through its life by partners at the REST door: each person with a device of their own.</summary>
public sealed class RestJourney(TestLaboratory lab) : IAsyncDisposable
{
    private readonly Dictionary<string, RestDoor> doors = new(StringComparer.Ordinal);

    // What is none must be said: nothing is guessed of a protocol.
    private static readonly JsonSerializerOptions WithNulls = new(JsonParts.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never,
    };

    private int codes;

    public TestLaboratory Lab => lab;
    public Guid Protocol { get; private set; }
    public Guid Batch { get; private set; }
    public Guid Plan { get; private set; }
    public RestPatient Elif { get; private set; } = null!;
    public RestPatient Mert { get; private set; } = null!;
    public string Collected { get; private set; } = "";
    public List<string> Vessels { get; private set; } = [];
    public List<string> Vials { get; } = [];

    /// <summary>A person's device, signed in at the first use.</summary>
    public async Task<RestDoor> As(string user, string station)
    {
        if (!doors.TryGetValue(user, out var door))
            doors[user] = door = await lab.Door().SignInAsync(user);
        door.Station = station;
        return door;
    }

    /// <summary>The next code of the pre-printed roll.</summary>
    public string NewCode() => DemonstrationCodes.Make(CodeKind.Container, $"rest {++codes}");

    /// <summary>A command. What leaves the laboratory waits for the seal of its release, as a partner would.</summary>
    public async Task<RestAnswer> Do(string who, string station, string name, object fields)
    {
        if (name == "thaw.start")
            await lab.SealAsync();
        return await (await As(who, station)).DoAsync(name, fields);
    }

    /// <summary>Does it with the password behind it.</summary>
    public async Task<RestAnswer> Sign(string who, string station, string name, object fields) =>
        await (await As(who, station)).SignAsync(name, fields);

    /// <summary>Two scans, the second of which does the work; what a refusal before left waiting is forgotten first.</summary>
    public async Task<RestAnswer> Scan(string who, string station, string first, string second)
    {
        var door = await As(who, station);
        await lab.Desk.UndoSelection(lab.People[who], lab.Stations[station]);
        (await door.ScanAsync(first)).Expecting();
        await lab.SealAsync();
        return await door.ScanAsync(second);
    }

    /// <summary>An approved protocol, a child who gives and receives, another child, a plan of three sessions, a planned batch. No consent yet.</summary>
    public async Task PlanAsync()
    {
        var content = JsonSerializer.SerializeToNode(
            DemonstrationProtocols.Content(
                Origin.Autologous,
                "adipose tissue",
                Route.Intravenous,
                730,
                lab.Clock.Now.AddDays(900)
            ),
            WithNulls
        );
        Protocol = (
            await Do(
                "qa",
                "qc-1",
                "protocol.draft",
                new
                {
                    code = "AT-IV",
                    edition = 1,
                    content,
                }
            )
        ).Accepted().Made("protocol");
        (await Sign("qa", "qc-1", "protocol.approve", new { protocol = Protocol })).Accepted();
        Elif = await RegisterAsync("P-10142", "Elif Örnek", "CHA999926000401");
        Mert = await RegisterAsync("P-10188", "Mert Deneme", "CHA999926000402");
        Plan = (
            await Sign(
                "clinician",
                "bedside-1",
                "plan.make",
                new
                {
                    subject = Elif.Id,
                    protocol = Protocol,
                    route = "Intravenous",
                    sessions = 3,
                    firstOn = lab.Clock.Now.AddHours(-1),
                    intervalDays = 0,
                    windowDays = 300,
                }
            )
        ).Accepted().Made("plan");
        Batch = (
            await Do(
                "clinician",
                "bedside-1",
                "batch.plan",
                new
                {
                    number = "MSC-26-0501",
                    subject = Elif.Id,
                    protocol = Protocol,
                }
            )
        ).Accepted().Made("batch");
    }

    public async Task ConsentAsync(RestPatient who, string kind)
    {
        (
            await Do(
                "clinician",
                "bedside-1",
                "consent.inform",
                new
                {
                    subject = who.Id,
                    kind,
                    language = "tr",
                }
            )
        ).Accepted();
        (
            await Sign(
                "clinician",
                "bedside-1",
                "consent.give",
                new
                {
                    subject = who.Id,
                    kind,
                    form = "F-12 v3",
                    language = "tr",
                    signedBy = "Guardian",
                    validUntil = lab.Clock.Now.AddDays(400),
                }
            )
        ).Accepted();
    }

    /// <summary>The donor's tests, all of them non-reactive, and QA's determination.</summary>
    public async Task DetermineAsync()
    {
        var tests = DonorTesting.Always.Select(test => new { test = test.ToString(), outcome = "NonReactive" });
        (
            await Do(
                "qc",
                "qc-1",
                "eligibility.record",
                new
                {
                    subject = Elif.Id,
                    tests,
                    drawnOn = lab.Clock.Now,
                }
            )
        ).Accepted();
        (
            await Sign(
                "qa",
                "qc-1",
                "eligibility.determine",
                new
                {
                    subject = Elif.Id,
                    protocol = Protocol,
                    outcome = "Eligible",
                    riskFactors = false,
                }
            )
        ).Accepted();
    }

    /// <summary>Both scans of the collection.</summary>
    public async Task<RestAnswer> CollectAsync()
    {
        if (Collected.Length == 0)
            Collected = NewCode();
        return await Scan("technician", "bench-1", Elif.Wristband, Collected);
    }

    /// <summary>Receipt, isolation, seeding, one passage with counts, harvest.</summary>
    public async Task GrowAsync()
    {
        (
            await Do(
                "technician",
                "bench-1",
                "custody.receive",
                new
                {
                    container = Collected,
                    volumeUl = 60_000,
                    sealIntact = true,
                    temperatureC = 21.4m,
                    minutes = 95,
                }
            )
        ).Accepted();
        (await Do("technician", "bench-1", "processing.start", new { batch = Batch, lineCleared = true })).Accepted();
        (
            await Do(
                "technician",
                "bench-1",
                "processing.isolate",
                new
                {
                    container = Collected,
                    volumeUl = 10_000,
                    cells = 6_000_000,
                    viability = 92.5m,
                }
            )
        ).Accepted();
        Vessels = [NewCode(), NewCode()];
        (
            await Do(
                "technician",
                "bench-1",
                "processing.seed",
                new
                {
                    batch = Batch,
                    vessels = Vessels,
                    cells = 5_000_000,
                }
            )
        ).Accepted();
        var before = Vessels;
        Vessels = [NewCode(), NewCode()];
        (
            await Do(
                "technician",
                "bench-1",
                "processing.passage",
                new
                {
                    batch = Batch,
                    from = before,
                    vessels = Vessels,
                    cells = 35_000_000,
                    viability = 94.6m,
                    reseeded = 6_000_000,
                }
            )
        ).Accepted();
        (
            await Do(
                "technician",
                "bench-1",
                "processing.harvest",
                new
                {
                    batch = Batch,
                    from = Vessels,
                    volumeUl = 24_000,
                    cells = 144_000_000,
                    viability = 93.1m,
                }
            )
        ).Accepted();
        (
            await Do(
                "technician",
                "bench-1",
                "processing.count",
                new
                {
                    batch = Batch,
                    cells = 144_000_000,
                    viability = 93.4m,
                }
            )
        ).Accepted();
    }

    /// <summary>Four vials, a QC sample, a retention.</summary>
    public async Task<RestAnswer> FillAsync(int lossUl)
    {
        if (Vials.Count == 0)
            Vials.AddRange([NewCode(), NewCode(), NewCode(), NewCode()]);
        return await Do(
            "technician",
            "bench-1",
            "processing.fill",
            new
            {
                batch = Batch,
                products = Vials,
                productUl = 5_000,
                samples = new[] { NewCode() },
                sampleUl = 2_000,
                retentions = new[] { NewCode() },
                retentionUl = 1_000,
                lossUl,
            }
        );
    }

    /// <summary>Enters every result of the specification but some.</summary>
    public async Task EnterAsync(string who, Func<string, bool> which)
    {
        foreach (var (test, value) in DemonstrationProtocols.Passing.Where(t => which(t.Test)))
            (
                await Do(
                    who,
                    "qc-1",
                    "result.enter",
                    new
                    {
                        batch = Batch,
                        test,
                        value,
                    }
                )
            ).Accepted();
    }

    /// <summary>What the day's bedside confirmation says.</summary>
    public async Task<RestAnswer> ReadyAsync(int session) =>
        await Do(
            "clinician",
            "bedside-1",
            "session.ready",
            new
            {
                plan = Plan,
                session,
                wristband = Elif.Wristband,
                weightGrams = 20_000,
                noFever = true,
                accessWorking = true,
                consentReconfirmed = true,
                go = true,
            }
        );

    /// <summary>The whole timeline of the batch, as an auditor reads it, page by page.</summary>
    public async Task<IReadOnlyList<JsonNode>> TimelineAsync()
    {
        var door = await As("auditor", "qc-1");
        var (events, before) = (new List<JsonNode>(), "");
        do
        {
            var page = await door.GetAsync($"api/v1/batches/{Batch}/timeline{before}");
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            events.AddRange(page.Json!["items"]!.AsArray()!);
            before = page.Json["next"] is { } next ? "?before=" + next : null;
        } while (before is not null);
        return events;
    }

    /// <summary>The refusal is an event of the station's stream, and stands on the timeline of the batch.</summary>
    public async Task IsLoggedAsync(RestAnswer refused, string rule)
    {
        refused.Refused(rule);
        var logged = Assert.Single(
            await TimelineAsync(),
            e => e["type"]!.ToString() == "attempt.refused" && e["body"]!["command"]!.ToString() == refused["id"]
        );
        Assert.Equal($"1/station/{logged["body"]!["station"]}", logged["stream"]!.ToString());
        Assert.Contains(logged["body"]!["data"]!["rules"]!.AsArray(), r => $"{r!["rule"]} {r["variant"]}" == rule);
    }

    private async Task<RestPatient> RegisterAsync(string code, string name, string coi)
    {
        var id = (
            await Do(
                "clinician",
                "bedside-1",
                "subject.register",
                new
                {
                    code,
                    donor = true,
                    patient = true,
                    minor = true,
                    name,
                    born = "2020-01-01",
                }
            )
        ).Accepted().Made("subject");
        var wristband = DemonstrationCodes.Make(CodeKind.Wristband, code);
        (await Do("clinician", "bedside-1", "identity.assign-coi", new { subject = id, coi })).Accepted();
        (await Do("nurse", "bedside-1", "identity.bind-wristband", new { subject = id, wristband })).Accepted();
        (
            await Sign("clinician", "bedside-1", "suitability.decide", new { subject = id, outcome = "Favourable" })
        ).Accepted();
        return new RestPatient(id, code, name, coi, wristband);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var door in doors.Values)
            door.Dispose();
        return lab.DisposeAsync();
    }
}

/// <summary>A child in the tests. The names are made up.</summary>
public sealed record RestPatient(Guid Id, string Code, string Name, string Coi, string Wristband);
