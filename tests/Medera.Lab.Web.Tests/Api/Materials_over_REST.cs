using System.Net;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Api;

public sealed class Materials_over_REST(TestCluster cluster)
{
    [Fact]
    public async Task are_received_accepted_used_and_looked_up()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).HarvestAsync();
        using var technician = await lab.Door().SignInAsync("technician");
        using var qa = await lab.Door().SignInAsync("qa", "qc-1");
        var code = TestMaterials.Code("medium");
        var receipt = new
        {
            material = code,
            article = "MSC basal medium",
            supplier = "Acme",
            lot = "26B114",
            gtin = "09506000134352",
            expiry = lab.Clock.Now.AddDays(30),
            quantity = 500m,
            unit = "Millilitre",
        };
        var id = (await technician.DoAsync("material.receive", receipt)).Accepted().Made("material");
        (await technician.DoAsync("material.receive", receipt)).Refused("R14 material-bound");
        (await technician.DoAsync("material.accept", new { material = code, certificate = "CoA-1" })).Problem(
            HttpStatusCode.Forbidden
        );
        (await technician.ScanAsync(code)).Expecting();
        (await technician.ScanAsync(batch.Vessels[0])).Refused("R17 quarantined");
        (await qa.DoAsync("material.accept", new { material = code, certificate = "CoA-1" })).Accepted();
        lab.Later(LabDesk.RefusalSeen);
        // The vessel was scanned last: it is the first of the next two.
        (await technician.ScanAsync(code)).Accepted();
        (
            await technician.DoAsync(
                "material.consume",
                new
                {
                    material = code,
                    container = batch.Vessels[1],
                    quantity = 12.5m,
                }
            )
        ).Accepted();

        var read = await technician.GetAsync($"api/v1/materials/{id}");
        Assert.Equal(
            ("Opened", "487.5", "CoA-1", code),
            (read["state"], read["remaining"], read["certificate"], read["code"])
        );
        Assert.Equal(
            id.ToString(),
            (await technician.GetAsync("api/v1/materials?state=opened")).Json!["items"]![0]!["id"]!.ToString()
        );
        Assert.Equal(
            id.ToString(),
            (await technician.GetAsync("api/v1/materials?find=26b1")).Json!["items"]![0]!["id"]!.ToString()
        );
        Assert.Empty((await technician.GetAsync("api/v1/materials?state=recalled")).Json!["items"]!.AsArray());
        var uses = (await technician.GetAsync($"api/v1/materials/{id}/uses")).Json!["items"]!.AsArray();
        Assert.Equal([12.5m, null], uses.Select(u => u!["quantity"]?.GetValue<decimal>()));
        Assert.All(uses, u => Assert.Equal("MSC-26-0001", u!["number"]!.ToString()));
        Assert.Equal(
            2,
            (await technician.GetAsync($"api/v1/batches/{batch.Id.Value}/materials")).Json!["items"]!.AsArray().Count
        );

        (await technician.DoAsync("tray.lay", new { material = code, tray = TestMaterials.Tray("1") })).Accepted();
        Assert.Equal(code, (await technician.GetAsync("api/v1/trays")).Json!["items"]![0]!["lots"]![0]!.ToString());
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task that_nobody_knows_are_not_found_and_states_that_are_none_are_told()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var auditor = await lab.Door().SignInAsync("auditor");
        foreach (
            var path in new[]
            {
                $"materials/{Ids.New()}",
                $"materials/{Ids.New()}/uses",
                $"batches/{Ids.New()}/materials",
            }
        )
            (await auditor.GetAsync($"api/v1/{path}")).Problem(HttpStatusCode.NotFound);
        (await auditor.GetAsync("api/v1/materials?state=eaten")).Problem(HttpStatusCode.BadRequest);
        (await auditor.GetAsync("api/v1/materials?after=yesterday")).Problem(HttpStatusCode.BadRequest);
        Assert.Empty((await auditor.GetAsync("api/v1/materials")).Json!["items"]!.AsArray());
        (
            await auditor.DoAsync("material.recall", new { material = TestMaterials.Code("x"), reason = "expired" })
        ).Problem(HttpStatusCode.Forbidden);
    }
}
