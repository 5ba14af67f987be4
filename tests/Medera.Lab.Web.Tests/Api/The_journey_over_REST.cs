using System.Text.Json.Nodes;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Api;

/// <summary>From the donor's wristband to the last microlitre over HTTP, with everything on the way that must be refused.</summary>
public sealed class The_journey_over_REST(TestCluster cluster)
{
    [Theory]
    [InlineData("en")]
    [InlineData("tr")]
    public async Task goes_from_the_donors_wristband_to_the_discarded_remainder(string language)
    {
        await using var journey = new RestJourney(await TestLaboratory.OpenAsync(cluster, serve: true));
        foreach (var user in journey.Lab.People.Names.Except(["admin"]))
            (await journey.As(user, "bench-1")).Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        await journey.PlanAsync();

        await CollectAndGrow(journey);
        await FillAndPutAway(journey);
        await TestAndRelease(journey);
        await GiveTheFirstSession(journey);
        await SpoilTheSecondVial(journey);

        // What is given is given: the same vial again.
        await journey.IsLoggedAsync(
            await journey.Scan("nurse", "bedside-1", journey.Elif.Wristband, journey.Vials[0]),
            "R11 opened"
        );
        await WithdrawTheConsent(journey);
        await Replayed.OfAsync(journey.Lab);
    }

    private static async Task CollectAndGrow(RestJourney j)
    {
        await j.IsLoggedAsync(await j.CollectAsync(), "R26 consent");
        await j.ConsentAsync(j.Elif, "Donation");
        await j.ConsentAsync(j.Elif, "Treatment");
        Assert.Equal(["collection.completed"], (await j.CollectAsync()).Accepted().Facts);
        Assert.Contains(
            (await (await j.As("technician", "bench-1")).GetAsync("api/v1/worklist")).Json!["items"]!.AsArray(),
            w => w!["verb"]!.ToString() == "custody.receive" && w["id"]!.GetValue<Guid>() == j.Batch
        );
        await j.GrowAsync();
        await RecordLate(j);
    }

    /// <summary>A medium change that was forgotten: a second person stands by the record with a password of their own.</summary>
    private static async Task RecordLate(RestJourney j)
    {
        object Late(string second, string password) =>
            new
            {
                batch = j.Batch,
                late = new
                {
                    happened = j.Lab.Clock.Now,
                    reason = "documentation",
                    evidence = "paper sheet 14",
                    second,
                    secondPassword = password,
                },
            };
        await j.IsLoggedAsync(
            await j.Do(
                "technician",
                "bench-1",
                "processing.change-medium",
                Late("technician", TestLaboratory.Password)
            ),
            "record.late second"
        );
        await j.IsLoggedAsync(
            await j.Do(
                "technician",
                "bench-2",
                "processing.change-medium",
                Late("technician2", "not the password of anybody")
            ),
            "record.late second"
        );
        (
            await j.Do(
                "technician",
                "bench-1",
                "processing.change-medium",
                Late("technician2", TestLaboratory.Password)
            )
        ).Accepted();
        var late = (await j.TimelineAsync())[0]["body"]!;
        Assert.Equal(j.Lab.People["technician2"].Value, late["second"]!.GetValue<Guid>());
        Assert.True(late["happened"]!.GetValue<DateTimeOffset>() < late["recorded"]!.GetValue<DateTimeOffset>());
        Assert.DoesNotContain("paper sheet", late.ToJsonString());
        Assert.NotNull(late["commitments"]!["late-evidence"]);
    }

    private static async Task FillAndPutAway(RestJourney j)
    {
        await j.IsLoggedAsync(await j.FillAsync(lossUl: 900), "R15 volume");
        (await j.FillAsync(lossUl: 1_000)).Accepted();
        (await j.Do("technician", "tank-1", "processing.freeze", new { batch = j.Batch })).Accepted();
        (await j.Scan("technician", "tank-1", j.Vials[0], TestLaboratory.Positions[0])).Accepted();
        await j.IsLoggedAsync(
            await j.Scan("technician", "tank-1", j.Vials[1], TestLaboratory.Positions[0]),
            "R14 occupied"
        );
        // The first of the two scans waits no more: what is put where is scanned again, both of it.
        for (var n = 1; n < 4; n++)
            (await j.Scan("technician", "tank-1", j.Vials[n], TestLaboratory.Positions[n])).Accepted();
        var vial = (await (await j.As("auditor", "qc-1")).GetAsync($"api/v1/containers/{j.Vials[3]}")).Json!;
        Assert.Equal(
            ("Stored", "LN2-A / R1 / B1 / A4", 5_000),
            (vial["state"]!.ToString(), vial["position"]!.ToString(), vial["volumeUl"]!.GetValue<int>())
        );
        await j.IsLoggedAsync(await j.Scan("nurse", "bedside-1", j.Elif.Wristband, j.Vials[0]), "R7 not-released");
    }

    private static async Task TestAndRelease(RestJourney j)
    {
        var admin = await j.As("admin", "bench-1");
        (
            await admin.DoAsync(
                "account.open",
                new
                {
                    userName = "both",
                    roles = "Qc, Releaser",
                    newPassword = TestLaboratory.Password,
                    witness = new { user = "admin2", password = TestLaboratory.Password },
                }
            )
        ).Accepted();
        await j.EnterAsync("qc", t => t is not ("Sterility" or "Endotoxin"));
        await j.IsLoggedAsync(await j.Sign("releaser", "qc-1", "release.sign", new { batch = j.Batch }), "R8a missing");
        await j.EnterAsync("both", t => t == "Endotoxin");
        await j.EnterAsync("qc", t => t == "Sterility");
        var tests = DemonstrationProtocols.Passing.Select(p => p.Test).ToList();
        (await j.Sign("qc2", "qc-1", "result.verify", new { batch = j.Batch, tests })).Accepted();
        (await j.Do("qa", "qc-1", "review.open", new { batch = j.Batch })).Accepted();
        (await j.Sign("qa", "qc-1", "review.trail", new { batch = j.Batch })).Accepted();
        await j.IsLoggedAsync(
            await j.Sign("releaser", "qc-1", "release.sign", new { batch = j.Batch }),
            "R12 undetermined"
        );
        await j.DetermineAsync();
        await j.IsLoggedAsync(await j.Sign("both", "qc-1", "release.sign", new { batch = j.Batch }), "R9 tested");
        await j.IsLoggedAsync(await j.Do("releaser", "qc-1", "release.sign", new { batch = j.Batch }), "R20 proof");
        Assert.Equal(
            ["release.signed"],
            (await j.Sign("releaser", "qc-1", "release.sign", new { batch = j.Batch })).Accepted().Facts
        );
        await j.IsLoggedAsync(await j.Sign("releaser", "qc-1", "release.sign", new { batch = j.Batch }), "R9 twice");
        Assert.Equal(
            ["release.final"],
            (await j.Sign("releaser2", "qc-1", "release.sign", new { batch = j.Batch })).Accepted().Facts
        );
        Assert.Equal(
            "Released",
            (await (await j.As("auditor", "qc-1")).GetAsync($"api/v1/batches/{j.Batch}"))["state"]
        );

        // Two signatures over one and the same list.
        var signatures = (await j.TimelineAsync())
            .Where(e => e["type"]!.ToString().StartsWith("release.", StringComparison.Ordinal))
            .Select(e => e["body"]!["signature"]!["over"]!.ToString())
            .ToList();
        Assert.Equal(2, signatures.Count);
        Assert.Equal(signatures[0], signatures[1]);
    }

    private static async Task GiveTheFirstSession(RestJourney j)
    {
        var vial = j.Vials[0];
        // Whoever reserves did not make the plan: it is found by the patient's pseudonym.
        var found = Assert.Single(
            (
                await (await j.As("technician", "tank-1")).GetAsync($"api/v1/plans?patient={j.Elif.Code}&state=Active")
            ).Json!["items"]!.AsArray()
        )!;
        Assert.Equal((j.Plan, 1), (found["id"]!.GetValue<Guid>(), found["next"]!.GetValue<int>()));
        (
            await j.Do(
                "technician",
                "tank-1",
                "reservation.make",
                new
                {
                    container = vial,
                    plan = found["id"],
                    session = found["next"],
                }
            )
        ).Accepted();
        (await j.Scan("technician", "tank-1", TestLaboratory.Positions[0], vial)).Accepted();
        await j.IsLoggedAsync(
            await j.Do("technician", "bench-2", "thaw.start", new { container = vial }),
            "R28 not-ready"
        );
        (await j.ReadyAsync(1)).Accepted();
        (await j.Do("technician", "bench-2", "thaw.start", new { container = vial })).Accepted();
        (await j.Do("technician", "bench-2", "thaw.complete", new { container = vial })).Accepted();

        var wrong = await j.Scan("nurse", "bedside-1", j.Mert.Wristband, vial);
        await j.IsLoggedAsync(wrong, "R1 patient");
        Assert.Contains("R3 session", wrong.Rules);
        foreach (var person in new[] { j.Mert, j.Elif })
        foreach (
            var named in new[] { person.Name, person.Name.Split(' ')[0], person.Code, person.Coi, person.Id.ToString() }
        )
            Assert.DoesNotContain(named, wrong.Text, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(
            ["bedside.confirmed"],
            (await j.Scan("nurse", "bedside-1", j.Elif.Wristband, vial)).Accepted().Facts
        );
        await j.IsLoggedAsync(await j.Scan("nurse", "bedside-1", j.Elif.Wristband, vial), "R4 same");
        Assert.Equal(
            ["bedside.confirmed", "bedside.matched"],
            (await j.Scan("nurse2", "bedside-1", vial, j.Elif.Wristband)).Accepted().Facts
        );
        await j.IsLoggedAsync(
            await j.Do(
                "nurse",
                "bedside-1",
                "administration.start",
                new
                {
                    container = vial,
                    route = "Intrathecal",
                    volumeUl = 3_333,
                }
            ),
            "R5 route"
        );
        Assert.Equal(["administration.started", "session.started"], (
                await j.Do(
                    "nurse",
                    "bedside-1",
                    "administration.start",
                    new
                    {
                        container = vial,
                        route = "Intravenous",
                        volumeUl = 3_333,
                    }
                )
            ).Accepted().Facts);
        Assert.Equal(
            ["administration.completed", "session.given"],
            (await j.Do("nurse", "bedside-1", "administration.complete", new { container = vial, givenUl = 3_333 }))
                .Accepted()
                .Facts
        );
        (await j.Do("nurse", "bedside-1", "residual.discard", new { container = vial })).Accepted();
        var given = (await (await j.As("auditor", "qc-1")).GetAsync($"api/v1/containers/{vial}")).Json!;
        Assert.Equal(
            ("Administered", 3_333, 0),
            (given["state"]!.ToString(), given["givenUl"]!.GetValue<int>(), given["volumeUl"]!.GetValue<int>())
        );
    }

    private static async Task SpoilTheSecondVial(RestJourney j)
    {
        var vial = j.Vials[1];
        (
            await j.Do(
                "technician",
                "tank-1",
                "reservation.make",
                new
                {
                    container = vial,
                    plan = j.Plan,
                    session = 2,
                }
            )
        ).Accepted();
        (await j.Scan("technician", "tank-1", TestLaboratory.Positions[1], vial)).Accepted();
        (await j.ReadyAsync(2)).Accepted();
        (await j.Do("technician", "bench-2", "thaw.start", new { container = vial })).Accepted();
        (await j.Do("technician", "bench-2", "thaw.complete", new { container = vial })).Accepted();
        j.Lab.Later(TimeSpan.FromMinutes(61));
        await j.IsLoggedAsync(await j.Scan("nurse", "bedside-1", j.Elif.Wristband, vial), "R10 after-thaw");
        await j.IsLoggedAsync(await j.Scan("technician", "tank-1", vial, TestLaboratory.Positions[1]), "R11 thawed");
    }

    private static async Task WithdrawTheConsent(RestJourney j)
    {
        (
            await j.Do(
                "technician",
                "tank-1",
                "reservation.make",
                new
                {
                    container = j.Vials[2],
                    plan = j.Plan,
                    session = 2,
                }
            )
        ).Accepted();
        (await j.Scan("technician2", "tank-1", TestLaboratory.Positions[2], j.Vials[2])).Accepted();
        (
            await j.Do(
                "clinician",
                "bedside-1",
                "consent.withdraw",
                new
                {
                    subject = j.Elif.Id,
                    kind = "Treatment",
                    reason = "other",
                    reasonText = "Annesi vazgeçti",
                }
            )
        ).Accepted();
        await j.IsLoggedAsync(
            await j.Do("technician", "bench-2", "thaw.start", new { container = j.Vials[2] }),
            "R26 withdrawn"
        );
        // Why is private: the log keeps a commitment.
        Assert.Equal(
            0L,
            await j.Lab.SqlAsSuperuserAsync(
                "SELECT count(*) FROM ledger.event WHERE convert_from(body, 'UTF8') LIKE '%vazge%' OR convert_from(body, 'UTF8') LIKE '%Elif%' OR convert_from(body, 'UTF8') LIKE '%Mert%'"
            )
        );
        Assert.Equal(["Annesi vazgeçti"], await j.Lab.PrivateAsync("reason-text"));
    }
}
