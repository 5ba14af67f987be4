using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Api;

/// <summary>What the door answers to what: statuses, problems in one sentence, the same id twice, and the papers for partners.</summary>
public sealed class The_REST_door(TestCluster cluster)
{
    [Fact]
    public async Task answers_each_kind_of_request_with_its_status()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(2, position: null);
        using var door = await lab.Door().SignInAsync("technician", "tank-1");
        var (vial, other, place) = (batch.Vials[0], batch.Vials[1], TestLaboratory.Positions[0]);

        (await door.DoAsync("storage.put", new { container = vial, position = place })).Accepted();
        (await door.DoAsync("storage.put", new { container = other, position = place })).Refused("R14 occupied");
        (await door.ScanAsync(vial)).Expecting();
        // A device without a clock says nothing of when it read the code.
        (
            await door.PostAsync(
                "api/v1/scans",
                new JsonObject
                {
                    ["id"] = Ids.New(),
                    ["text"] = vial,
                    ["station"] = "tank-1",
                    ["source"] = "wedge",
                }
            )
        ).Expecting();
        (await door.DoAsync("storage.put", new { container = vial })).Problem(HttpStatusCode.BadRequest);
        (await door.DoAsync("storage.put", new { container = 7, position = place })).Problem(HttpStatusCode.BadRequest);
        (
            await door.DoAsync(
                "storage.put",
                new
                {
                    container = vial,
                    position = place,
                    shelf = 4,
                }
            )
        ).Problem(HttpStatusCode.BadRequest);
        (await door.DoAsync("release.sign", new { batch = batch.Id.Value })).Problem(HttpStatusCode.Forbidden);
        (await door.DoAsync("storage.burn", new { container = vial })).Problem(HttpStatusCode.NotFound);
        (await door.GetAsync($"api/v1/batches/{Ids.New()}")).Problem(HttpStatusCode.NotFound);
        (await door.GetAsync($"api/v1/batches/{Ids.New()}/timeline")).Problem(HttpStatusCode.NotFound);
        (await door.GetAsync($"api/v1/containers/{batch.NewCode()}")).Problem(HttpStatusCode.NotFound);
        (await door.GetAsync("api/v1/elsewhere")).Problem(HttpStatusCode.NotFound);
        (await door.GetAsync("api/v1/batches?state=Nowhere")).Problem(HttpStatusCode.BadRequest);
        foreach (
            var path in new[]
            {
                "api/v1/batches",
                $"api/v1/batches/{batch.Id.Value}",
                $"api/v1/batches/{batch.Id.Value}/timeline",
                $"api/v1/containers/{vial}",
                "api/v1/worklist",
                "api/v1/commands",
            }
        )
            Assert.Equal(HttpStatusCode.OK, (await door.GetAsync(path)).Status);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task asks_for_a_token_and_never_redirects()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var door = lab.Door();
        foreach (
            var path in new[]
            {
                "api/v1/batches",
                $"api/v1/batches/{Ids.New()}",
                "api/v1/containers/MLV00000000A",
                "api/v1/worklist",
                "api/v1/commands",
                "api/v1/elsewhere",
            }
        )
            (await door.GetAsync(path)).Problem(HttpStatusCode.Unauthorized);
        (await door.ScanAsync("MLV00000000A")).Problem(HttpStatusCode.Unauthorized);
        (await door.DoAsync("storage.put", new { })).Problem(HttpStatusCode.Unauthorized);
        door.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            "CfDJ8-not-a-token-of-anybody"
        );
        (await door.GetAsync("api/v1/batches")).Problem(HttpStatusCode.Unauthorized);

        foreach (
            var (user, word) in new[]
            {
                ("technician", "not the password at all"),
                ("nobody", TestLaboratory.Password),
                ("", ""),
                ("a\0b", "x"),
                ("TECHNİCİAN", TestLaboratory.Password),
                (new string('x', 5000), new string('y', 5000)),
            }
        )
            (await door.PostAsync("api/v1/session", new JsonObject { ["user"] = user, ["password"] = word })).Problem(
                HttpStatusCode.Unauthorized
            );
        foreach (
            var body in new[]
            {
                "{}",
                "null",
                "[]",
                "{\"user\": null, \"password\": null}",
                "{\"user\": \"\\ud800\", \"password\": \"x\"}",
                "not json",
                "",
            }
        )
            (await door.PostRawAsync("api/v1/session", body)).Problem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task gives_the_same_id_the_same_answer_and_makes_no_second_fact()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(2, position: null);
        using var door = await lab.Door().SignInAsync("technician", "tank-1");
        using var other = await lab.Door().SignInAsync("technician2", "tank-1");
        var (first, second) = (
            new { container = batch.Vials[0], position = TestLaboratory.Positions[0] },
            new { container = batch.Vials[1], position = TestLaboratory.Positions[0] }
        );
        var (put, refused, scan, forbidden) = (Ids.New(), Ids.New(), Ids.New(), Ids.New());
        var told = new[]
        {
            (await door.DoAsync("storage.put", first, put)).Accepted(),
            (await door.DoAsync("storage.put", second, refused)).Refused("R14 occupied"),
            (await door.ScanAsync(batch.Vials[1], scan)).Expecting(),
        };
        var before = await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event");
        lab.Later(TimeSpan.FromDays(3));

        Assert.Equal(told[0].Text, (await door.DoAsync("storage.put", first, put)).Text);
        Assert.Equal(told[1].Text, (await door.DoAsync("storage.put", second, refused)).Text);
        Assert.Equal(told[2].Text, (await door.ScanAsync(batch.Vials[1], scan)).Text);
        Assert.Equal(before, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event"));
        // Instants, never ages: what was told days ago is still true.
        Assert.DoesNotContain("ago", told[1].Text);

        (await door.DoAsync("storage.put", second, put)).Problem(HttpStatusCode.Conflict);
        (await other.DoAsync("storage.put", first, put)).Problem(HttpStatusCode.Conflict);
        (await door.DoAsync("storage.retrieve", first, put)).Problem(HttpStatusCode.Conflict);
        (await door.ScanAsync(batch.Vials[0], scan)).Problem(HttpStatusCode.Conflict);
        (await door.ScanAsync(batch.Vials[0], put)).Problem(HttpStatusCode.Conflict);
        for (var again = 0; again < 2; again++)
            (await door.SignAsync("release.sign", new { batch = batch.Id.Value, id = forbidden })).Problem(
                HttpStatusCode.Forbidden
            );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task tells_in_the_readers_language_what_the_log_keeps_without_words()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(1);
        using var door = await lab.Door().SignInAsync("technician", "tank-1");
        var id = Ids.New();
        var wanted = new { container = batch.Vials[0], position = TestLaboratory.Positions[0] };
        var english = (await door.DoAsync("storage.put", wanted, id)).Refused("R14 occupied").Sentences;
        door.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("tr-TR");
        var turkish = (await door.DoAsync("storage.put", wanted, id)).Refused("R14 occupied").Sentences;
        Assert.Contains(
            english,
            s => s.StartsWith("The position LN2-A / R1 / B1 / A1 holds", StringComparison.Ordinal)
        );
        Assert.Contains(turkish, s => s.StartsWith("LN2-A / R1 / B1 / A1 konumunda", StringComparison.Ordinal));
        Assert.Equal(
            0L,
            await lab.SqlAsSuperuserAsync(
                "SELECT count(*) FROM ledger.event WHERE convert_from(body, 'UTF8') LIKE '%holds%' OR convert_from(body, 'UTF8') LIKE '%konumunda%'"
            )
        );
        Assert.Equal(
            0L,
            await lab.SqlAsSuperuserAsync(
                "SELECT count(*) FROM ledger.command WHERE convert_from(answer, 'UTF8') LIKE '%holds%'"
            )
        );
    }
}
