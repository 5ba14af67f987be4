using System.Net;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Api;

/// <summary>What a partner must know of plans to keep a product for a session, and nothing of the people they are made for.</summary>
public sealed class Plans_over_REST(TestCluster cluster)
{
    [Fact]
    public async Task are_found_by_pseudonym_and_state_and_say_what_is_kept()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var protocol = await TestBatch.ProtocolAsync(lab, "UC-IV");
        var (one, other) = (await TestBatch.SubjectAsync(lab, "P-1"), await TestBatch.SubjectAsync(lab, "P-2"));
        var batch = await (await new TestBatch(lab, protocol, one, "MSC-26-0001").FreezeAsync(2)).ReleaseAsync();
        var (plan, ended) = (
            await TestBatch.PlanAsync(lab, one, protocol),
            await TestBatch.PlanAsync(lab, other, protocol)
        );
        await lab.Must("clinician", new CancelPlan(ended, "clinical", null));
        await lab.Must("technician", new ReserveContainer(new ContainerCode(batch.Vials[0]), plan, 2));
        using var door = await lab.Door().SignInAsync("technician");

        Assert.Equal(
            [ended.Value, plan.Value],
            (await door.GetAsync("api/v1/plans")).Json!["items"]!.AsArray().Select(p => p!["id"]!.GetValue<Guid>())
        );
        Assert.Equal(
            plan.Value,
            Assert.Single((await door.GetAsync("api/v1/plans?state=active")).Json!["items"]!.AsArray())![
                "id"
            ]!.GetValue<Guid>()
        );
        Assert.Equal(
            ended.Value,
            Assert.Single((await door.GetAsync("api/v1/plans?patient=P-2")).Json!["items"]!.AsArray())![
                "id"
            ]!.GetValue<Guid>()
        );
        Assert.Empty((await door.GetAsync("api/v1/plans?patient=P-3")).Json!["items"]!.AsArray());
        var shown = await door.GetAsync($"api/v1/plans/{plan.Value}");
        Assert.Equal(("P-1", "UC-IV", "Active"), (shown["patient"], shown["protocol"], shown["state"]));
        Assert.Equal([1, 2, 3], shown.Json!["sessions"]!.AsArray().Select(s => s!["number"]!.GetValue<int>()));
        var kept = Assert.Single(shown.Json["kept"]!.AsArray())!;
        Assert.Equal((2, batch.Vials[0]), (kept["session"]!.GetValue<int>(), kept["container"]!.ToString()));
        Assert.Equal(
            "UC-IV",
            Assert.Single((await door.GetAsync("api/v1/protocols")).Json!["items"]!.AsArray())!["code"]!.ToString()
        );
        Assert.Equal(
            plan.Value,
            Assert.Single((await door.GetAsync("api/v1/subjects/P-1")).Json!["plans"]!.AsArray())![
                "id"
            ]!.GetValue<Guid>()
        );
    }

    [Fact]
    public async Task show_nothing_of_the_person_but_the_pseudonym()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var protocol = await TestBatch.ProtocolAsync(lab, "UC-IV");
        var patient = await TestBatch.SubjectAsync(lab, "P-1");
        var plan = await TestBatch.PlanAsync(lab, patient, protocol);
        await lab.Must(
            "clinician",
            new ConfirmSession(plan, 1, new WristbandCode(patient.Wristband), 20_477, null, true, true, true, true),
            "bedside-1"
        );
        using var door = await lab.Door().SignInAsync("auditor");

        foreach (var path in new[] { "api/v1/plans", $"api/v1/plans/{plan.Value}", "api/v1/subjects/P-1" })
        {
            var told = await door.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, told.Status);
            foreach (var personal in new[] { "Somebody", "1990", "20477", "weight", "consent", patient.Wristband })
                Assert.DoesNotContain(personal, told.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task come_page_by_page()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var protocol = await TestBatch.ProtocolAsync(lab, "UC-IV");
        var made = new List<Guid>();
        for (var n = 0; n < 5; n++)
            made.Add((await TestBatch.PlanAsync(lab, await TestBatch.SubjectAsync(lab, $"P-{n}"), protocol)).Value);

        var (read, after) = (new List<Guid>(), (Guid?)null);
        do
        {
            var page = await lab.Reads.Planning.PlansAsync(after, size: 2);
            read.AddRange(page.Items.Select(p => p.Plan.Id.Value));
            after = page.Next is { } next ? Guid.Parse(next) : null;
        } while (after is not null);
        Assert.Equal(made.AsEnumerable().Reverse(), read);
    }

    [Fact]
    public async Task are_told_to_nobody_who_asks_wrongly_or_may_not()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var stranger = lab.Door();
        using var door = await lab.Door().SignInAsync("technician");
        using var admin = await lab.Door().SignInAsync("admin");
        foreach (
            var path in new[] { "api/v1/plans", $"api/v1/plans/{Ids.New()}", "api/v1/subjects/P-1", "api/v1/protocols" }
        )
        {
            (await stranger.GetAsync(path)).Problem(HttpStatusCode.Unauthorized);
            (await admin.GetAsync(path)).Problem(HttpStatusCode.Forbidden);
        }
        (await door.GetAsync($"api/v1/plans/{Ids.New()}")).Problem(HttpStatusCode.NotFound);
        (await door.GetAsync("api/v1/subjects/P-9")).Problem(HttpStatusCode.NotFound);
        (await door.GetAsync("api/v1/plans?state=Nowhere")).Problem(HttpStatusCode.BadRequest);
        (await door.GetAsync("api/v1/plans?state=7")).Problem(HttpStatusCode.BadRequest);
        (await door.GetAsync("api/v1/plans?after=yesterday")).Problem(HttpStatusCode.BadRequest);
        (await door.GetAsync("api/v1/plans?patient=%00")).Problem(HttpStatusCode.BadRequest);
        (await door.GetAsync("api/v1/protocols?after=yesterday")).Problem(HttpStatusCode.BadRequest);
    }
}
