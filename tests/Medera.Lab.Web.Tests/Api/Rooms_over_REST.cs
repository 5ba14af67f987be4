using System.Net;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Api;

public sealed class Rooms_over_REST(TestCluster cluster)
{
    private static readonly string Door = DemonstrationCodes.Make(CodeKind.Room, "Clean room 2");

    [Fact]
    public async Task are_opened_cleaned_scanned_and_read()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var qa = await lab.Door().SignInAsync("qa", "qc-1");
        using var technician = await lab.Door().SignInAsync("technician");
        var room = (
            await qa.DoAsync(
                "storage.open-room",
                new
                {
                    room = Door,
                    name = "Clean room 2",
                    grade = "GradeB",
                    cleaningDays = 7,
                }
            )
        ).Accepted().Made("room");
        var cleaned = (
            await technician.DoAsync(
                "storage.clean-room",
                new
                {
                    room = Door,
                    kind = "AfterSpill",
                    agent = "Spor-Klenz RTU",
                }
            )
        ).Accepted();
        Assert.Equal(["storage.room-cleaned"], cleaned.Facts);
        Assert.Empty((await technician.ScanAsync(Door)).Accepted().Facts);

        var line = Assert.Single((await technician.GetAsync("api/v1/rooms")).Json!["items"]!.AsArray())!;
        Assert.Equal(
            ("Clean room 2", "GradeB", "Open", "AfterSpill", false),
            (
                line["name"]!.ToString(),
                line["grade"]!.ToString(),
                line["state"]!.ToString(),
                line["lastCleaning"]!.ToString(),
                line["overdue"]!.GetValue<bool>()
            )
        );
        var log = (await technician.GetAsync($"api/v1/rooms/{room}")).Json!;
        Assert.Equal(Door, log["room"]!["code"]!.ToString());
        var cleaning = Assert.Single(log["cleanings"]!.AsArray())!;
        Assert.Equal(
            ("AfterSpill", "Spor-Klenz RTU", lab.People["technician"].Value.ToString()),
            (cleaning["kind"]!.ToString(), cleaning["agent"]!.ToString(), cleaning["by"]!.ToString())
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task are_refused_in_words_where_it_must_be()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var technician = await lab.Door().SignInAsync("technician");
        (await technician.GetAsync($"api/v1/rooms/{Ids.New()}")).Problem(HttpStatusCode.NotFound);
        (
            await technician.DoAsync(
                "storage.clean-room",
                new
                {
                    room = Door,
                    kind = "Weekly",
                    agent = "x",
                }
            )
        ).Problem(HttpStatusCode.BadRequest);
        (
            await technician.DoAsync(
                "storage.clean-room",
                new
                {
                    room = Door,
                    kind = "Daily",
                    agent = "x",
                }
            )
        ).Refused("scan.unknown unknown");
        using var admin = await lab.Door().SignInAsync("admin");
        (await admin.GetAsync("api/v1/rooms")).Problem(HttpStatusCode.Forbidden);
    }
}
