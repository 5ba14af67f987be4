using System.Net;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Api;

/// <summary>What the door tells partners of itself: its commands, and what each is sent with.</summary>
public sealed class The_paper_of_the_REST_door(TestCluster cluster)
{
    [Fact]
    public async Task lists_every_command_with_what_a_partner_needs_to_send_it()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var door = await lab.Door().SignInAsync("auditor");
        var listed = (await door.GetAsync("api/v1/commands")).Json!.AsArray().Select(c => c!).ToList();
        Assert.Equal(CommandCatalogue.All.Select(c => c.Verb.Name), listed.Select(c => c["name"]!.ToString()));

        // Built from the list alone, each is understood: it is done, or refused by a rule, and never malformed.
        foreach (var command in listed)
        {
            var role = command["roles"]!.AsArray()[0]!.ToString();
            using var partner = await lab.Door().SignInAsync(role == "administrator" ? "admin" : role);
            var answer = await partner.PostAsync($"api/v1/commands/{command["name"]}", Bodies.Make(command));
            Assert.True(answer.Status == HttpStatusCode.OK, $"{command["name"]}: {answer.Text}");
        }
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task describes_itself_as_OpenAPI_3_1()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var door = lab.Door();
        var paper = (await door.GetAsync("openapi/v1.json")).Json!;
        Assert.StartsWith("3.1", paper["openapi"]!.ToString());
        Assert.Equal(
            [
                "/api/v1/batches",
                "/api/v1/batches/{id}",
                "/api/v1/batches/{id}/labels",
                "/api/v1/batches/{id}/labels.pdf",
                "/api/v1/batches/{id}/labels.zpl",
                "/api/v1/batches/{id}/materials",
                "/api/v1/batches/{id}/timeline",
                "/api/v1/commands",
                "/api/v1/containers/{code}",
                "/api/v1/equipment",
                "/api/v1/equipment/{id}",
                "/api/v1/label-templates",
                "/api/v1/label-templates/{id}",
                "/api/v1/labels",
                "/api/v1/labels/{id}",
                "/api/v1/labels/{id}.pdf",
                "/api/v1/labels/{id}.svg",
                "/api/v1/labels/{id}.zpl",
                "/api/v1/log/agreement",
                "/api/v1/log/checkpoints/{size}",
                "/api/v1/log/package",
                "/api/v1/log/proofs/{index}",
                "/api/v1/materials",
                "/api/v1/materials/{id}",
                "/api/v1/materials/{id}/uses",
                "/api/v1/plans",
                "/api/v1/plans/{id}",
                "/api/v1/protocols",
                "/api/v1/rooms",
                "/api/v1/rooms/{id}",
                "/api/v1/scans",
                "/api/v1/session",
                "/api/v1/subjects/{code}",
                "/api/v1/subjects/{code}/donor-status",
                "/api/v1/trays",
                "/api/v1/worklist",
            ],
            paper["paths"]!
                .AsObject()
                .Select(p => p.Key)
                .Where(p => !p.StartsWith("/api/v1/commands/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task tells_in_its_paper_what_each_command_is_sent_with()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var door = await lab.Door().SignInAsync("auditor");
        var paper = (await door.GetAsync("openapi/v1.json")).Json!;
        foreach (var command in (await door.GetAsync("api/v1/commands")).Json!.AsArray().Select(c => c!))
        {
            var name = command["name"]!.ToString();
            var asked = paper["paths"]![$"/api/v1/commands/{name}"]!["post"]!["requestBody"]!["content"]![
                "application/json"
            ]!["schema"]!["$ref"]!.ToString();
            Assert.Equal($"#/components/schemas/{name}", asked);
            var body = paper["components"]!["schemas"]![name]!;
            var fields = command["fields"]!.AsArray().Select(f => f!).ToList();
            Assert.Equal(
                fields.Select(f => f["name"]!.ToString()).Order(),
                body["properties"]!.AsObject().Select(p => p.Key).Order()
            );
            Assert.Equal(
                fields.Where(f => f["required"]!.GetValue<bool>()).Select(f => f["name"]!.ToString()).Order(),
                body["required"]!.AsArray().Select(r => r!.ToString()).Order()
            );
            Assert.False(body["additionalProperties"]!.GetValue<bool>());
        }
        var content = paper["components"]!["schemas"]!["protocol.draft"]!["properties"]!["content"]!;
        var line = content["properties"]!["specification"]!["items"]!["properties"]!;
        Assert.Equal(["Mandatory", "Informative"], line["requirement"]!["enum"]!.AsArray().Select(e => e!.ToString()));
        Assert.Equal(["null", "number"], line["min"]!["type"]!.AsArray().Select(t => t!.ToString()).Order());
        Assert.Equal(
            "In µL.",
            content["properties"]!["routes"]!["items"]!["properties"]!["maxVolumeUl"]!["description"]!.ToString()
        );
    }
}
