using System.Net;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Api;

public sealed class Equipment_over_REST(TestCluster cluster)
{
    private static readonly string Incubator = DemonstrationCodes.Make(CodeKind.Equipment, "Incubator 1");
    private static readonly string Centrifuge = DemonstrationCodes.Make(CodeKind.Equipment, "Centrifuge 1");

    [Fact]
    public async Task is_registered_scanned_and_read()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).HarvestAsync();
        using var qa = await lab.Door().SignInAsync("qa", "qc-1");
        using var technician = await lab.Door().SignInAsync("technician");
        var incubator = (
            await qa.DoAsync(
                "equipment.register",
                new
                {
                    equipment = Incubator,
                    name = "Incubator 1",
                    kind = "Incubator",
                    serial = "SN-1",
                    room = "Room P1",
                    calibrationDue = lab.Clock.Now.AddDays(30),
                    cleaningDue = (DateTimeOffset?)null,
                }
            )
        ).Accepted().Made("equipment");
        // A date that has passed is registered as it is.
        (
            await qa.DoAsync(
                "equipment.register",
                new
                {
                    equipment = Centrifuge,
                    name = "Centrifuge 1",
                    kind = "Centrifuge",
                    room = "Room P1",
                    calibrationDue = lab.Clock.Now.AddDays(-1),
                }
            )
        ).Accepted();

        (await technician.ScanAsync(Incubator)).Expecting();
        Assert.Equal(["equipment.used"], (await technician.ScanAsync(batch.Vessels[0])).Accepted().Facts);
        var flagged = (
            await technician.DoAsync("equipment.use", new { equipment = Centrifuge, container = batch.Vessels[0] })
        ).Accepted();
        Assert.Equal(
            ("R17", "FLAG", "calibration"),
            flagged.Json!["flags"]!.AsArray().Single() is { } flag
                ? (flag["rule"]!.ToString(), flag["kind"]!.ToString(), flag["variant"]!.ToString())
                : default
        );
        Assert.Contains("The calibration of Centrifuge 1 was due", flagged.Json["flags"]![0]!["sentence"]!.ToString());

        var list = (await technician.GetAsync("api/v1/equipment")).Json!["items"]!.AsArray();
        Assert.Equal(
            [("Centrifuge 1", true), ("Incubator 1", false)],
            list.Select(e => (e!["name"]!.ToString(), e["overdue"]!.GetValue<bool>()))
        );
        Assert.Single((await technician.GetAsync("api/v1/equipment?kind=incubator")).Json!["items"]!.AsArray());
        var read = await technician.GetAsync($"api/v1/equipment/{incubator}");
        Assert.Equal(
            (Incubator, "InUse", "SN-1"),
            (
                read.Json!["equipment"]!["code"]!.ToString(),
                read.Json["equipment"]!["state"]!.ToString(),
                read.Json["equipment"]!["serial"]!.ToString()
            )
        );
        Assert.Equal(
            ("MSC-26-0001", 1),
            read.Json["usedFor"]!.AsArray().Single() is { } use
                ? (use["number"]!.ToString(), use["times"]!.GetValue<int>())
                : default
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task is_refused_in_words_where_it_must_be()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var technician = await lab.Door().SignInAsync("technician");
        (await technician.GetAsync($"api/v1/equipment/{Ids.New()}")).Problem(HttpStatusCode.NotFound);
        (await technician.GetAsync("api/v1/equipment?kind=Spaceship")).Problem(HttpStatusCode.BadRequest);
        (
            await technician.DoAsync(
                "equipment.register",
                new
                {
                    equipment = Incubator,
                    name = "x",
                    kind = "Incubator",
                    room = "P1",
                }
            )
        ).Problem(HttpStatusCode.Forbidden);
        (await technician.DoAsync("equipment.use", new { equipment = Incubator, container = "MLV000000000" })).Refused(
            "scan.unknown unknown"
        );
        (await technician.DoAsync("equipment.use", new { equipment = Incubator })).Problem(HttpStatusCode.BadRequest);
        using var admin = await lab.Door().SignInAsync("admin");
        (await admin.GetAsync("api/v1/equipment")).Problem(HttpStatusCode.Forbidden);
    }
}
