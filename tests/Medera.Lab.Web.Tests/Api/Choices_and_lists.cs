using System.Net;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Api;

/// <summary>A choice is one of its names, a list has no holes in it however deep it stands, and a place has a code for places.</summary>
public sealed class Choices_and_lists(TestCluster cluster)
{
    [Fact]
    public async Task are_refused_where_they_cannot_be_meant()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var qa = await lab.Door().SignInAsync("qa");
        using var admin = await lab.Door().SignInAsync("admin");
        var room = DemonstrationCodes.Make(CodeKind.Room, "a room");
        object Opened(object grade) =>
            new
            {
                room,
                name = "Room P1",
                grade,
                cleaningDays = 7,
            };

        // Read as numbers and added, B and C would be D.
        foreach (var grade in new object[] { "GradeB,GradeC", "3", 3, " GradeB ", "" })
            (await qa.DoAsync("storage.open-room", Opened(grade))).Problem(HttpStatusCode.BadRequest);
        (await qa.DoAsync("storage.open-room", Opened("gradeB"))).Accepted();
        // Several roles may be chosen, each by its name.
        var person = new { userName = "temp1", roles = "Technician, 4" };
        (await admin.DoAsync("account.open", person)).Problem(HttpStatusCode.BadRequest);

        (
            await qa.DoAsync(
                "label.draft-template",
                new
                {
                    name = "holed",
                    content = new
                    {
                        kind = "Tube",
                        width = 50,
                        height = 25,
                        elements = new object?[] { null },
                    },
                }
            )
        ).Problem(HttpStatusCode.BadRequest);

        foreach (var code in new[] { "hello", DemonstrationCodes.Make(CodeKind.Wristband, "no place"), room })
            Assert.Contains(
                "R14 no-place",
                (
                    await admin.DoAsync(
                        "storage.register-box",
                        new
                        {
                            code = DemonstrationCodes.Make(CodeKind.Position, "another box"),
                            tank = "LN2-A",
                            rack = "R1",
                            name = "B9",
                            rows = 1,
                            columns = 1,
                            codes = new[] { code },
                        }
                    )
                ).Rules
            );
        await Replayed.OfAsync(lab);
    }
}
