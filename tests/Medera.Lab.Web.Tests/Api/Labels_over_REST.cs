using System.Net;
using System.Text;
using Medera.Lab.Web.Tests.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Api;

public sealed class Labels_over_REST(TestCluster cluster)
{
    [Fact]
    public async Task are_designed_approved_printed_and_fetched()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(3, position: null);
        using var technician = await lab.Door().SignInAsync("technician");
        using var qa = await lab.Door().SignInAsync("qa", "qc-1");
        // What is read back can be sent again: a change begins from what is there.
        var first = await Labels_at_the_desk.ApprovedAsync(lab, LabelKind.Cryovial);
        var read = await technician.GetAsync($"api/v1/label-templates/{first.Value}");
        var content = read.Json!["content"]!;
        content["elements"]![0]!["dots203"] = 2.5m;
        var bad = (await technician.DoAsync("label.draft-template", new { name = "cryovial", content }))
            .Accepted()
            .Made("template");
        (await qa.SignAsync("label.approve-template", new { template = bad })).Refused("label.check module-not-whole");
        content["elements"]![0]!["dots203"] = 3m;
        (await technician.DoAsync("label.change-draft", new { template = bad, content })).Accepted();
        Assert.Equal(
            ["label.template-retired", "label.template-approved"],
            (await qa.SignAsync("label.approve-template", new { template = bad })).Accepted().Facts
        );

        var print = (
            await technician.DoAsync(
                "label.print",
                new
                {
                    batch = batch.Id.Value,
                    containers = batch.Vials,
                    template = bad,
                    language = "en",
                    dpi = 203,
                    storage = "BelowMinus150",
                }
            )
        ).Accepted();
        var label = print.Made("label");
        var queue = (await technician.GetAsync("api/v1/labels")).Json!["items"]!.AsArray();
        Assert.Equal(3, queue.Single()!["labels"]!["waiting"]!.GetValue<int>());
        Assert.Equal("Printed", (await technician.GetAsync($"api/v1/labels/{label}"))["state"]);

        foreach (
            var (path, type, begins) in new[]
            {
                ($"labels/{label}.pdf", "application/pdf", "%PDF"),
                ($"labels/{label}.zpl", "application/vnd.zebra.zpl", "^XA"),
                ($"labels/{label}.svg", "image/svg+xml", "<svg"),
                ($"batches/{batch.Id.Value}/labels.zpl", "application/vnd.zebra.zpl", "^XA"),
            }
        )
        {
            using var file = await technician.Http.GetAsync($"api/v1/{path}");
            Assert.Equal((HttpStatusCode.OK, type), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
            Assert.StartsWith(
                begins,
                Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync()),
                StringComparison.Ordinal
            );
        }
        // Fetching is no print: three labels are issued, as before.
        Assert.Equal(
            3,
            (await technician.GetAsync("api/v1/labels")).Json!["items"]![0]!["labels"]!["issued"]!.GetValue<int>()
        );

        (await technician.DoAsync("label.apply", new { label, scanned = TestLaboratory.Positions[0] })).Refused(
            "R13 differs"
        );
        (
            await technician.DoAsync(
                "label.apply",
                new { label, scanned = (await technician.GetAsync($"api/v1/labels/{label}"))["code"] }
            )
        ).Accepted();
        Assert.Equal("Applied", (await technician.GetAsync($"api/v1/labels/{label}"))["state"]);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task are_no_files_of_what_was_never_printed_nor_for_who_may_not_print()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var technician = await lab.Door().SignInAsync("technician");
        foreach (
            var path in new[]
            {
                $"labels/{Ids.New()}.pdf",
                $"labels/{Ids.New()}",
                $"batches/{Ids.New()}/labels",
                $"batches/{Ids.New()}/labels.pdf",
                $"label-templates/{Ids.New()}",
            }
        )
            (await technician.GetAsync($"api/v1/{path}")).Problem(HttpStatusCode.NotFound);
        (await technician.GetAsync($"api/v1/batches/{Ids.New()}/labels?state=Eaten")).Problem(
            HttpStatusCode.BadRequest
        );
        using var auditor = await lab.Door().SignInAsync("auditor");
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync("api/v1/labels")).Status);
        (await auditor.GetAsync($"api/v1/labels/{Ids.New()}.pdf")).Problem(HttpStatusCode.Forbidden);
    }
}
