using Bunit;
using Medera.Lab.Web.ActForms;
using Medera.Lab.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Shared;

/// <summary>Every act that has a form has a way to it, where its user looks; what ends something stands apart.</summary>
public sealed class Acts_that_are_rarely_wanted(TestCluster cluster) : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private LabBehindProxy at = null!;
    private Place place = null!;

    public async ValueTask InitializeAsync()
    {
        at = await LabBehindProxy.OpenAsync(cluster);
        place = new Place(at);
    }

    public async ValueTask DisposeAsync()
    {
        await place.DisposeAsync();
        await at.DisposeAsync();
    }

    private sealed class Place(LabBehindProxy at) : Screen(at.Serve);

    [Fact]
    public async Task of_a_planned_batch_are_a_late_collection_and_its_ends()
    {
        var lot = await at.LotAsync();
        var batch = TestBatch.Made(
            await at.Lab.Must(
                "clinician",
                new PlanBatch("MSC-26-0009", lot.Donor.Id, (await at.Lab.Reads.Planning.ProtocolsAsync()).Items[0].Id)
            ),
            "batch"
        );

        var page = await at.OpenAsync<BatchPage>(place, "technician", "bench-1", p => p.Add(b => b.Id, batch));
        Assert.Equal(
            [
                $"/processing/batches/{batch}/do/collection.complete?late=true",
                $"/processing/batches/{batch}/do/deviation.open",
                $"/processing/batches/{batch}/do/record.correct",
                $"/processing/batches/{batch}/do/collection.fail",
                $"/processing/batches/{batch}/do/batch.cancel",
            ],
            Links(page)
        );
        Assert.False(page.Find("#more").HasAttribute("open"));

        page = await at.OpenAsync<BatchPage>(place, "auditor", "bench-1", p => p.Add(b => b.Id, batch));
        page.WaitForElement("#log", Soon);
        Assert.Empty(page.FindAll("#more"));
    }

    [Fact]
    public async Task of_a_container_stand_apart_from_the_daily_ones()
    {
        var batch = await (await at.LotAsync()).FreezeAsync(1);
        var page = await at.OpenAsync<ContainerPage>(
            place,
            "technician",
            "tank-1",
            p => p.Add(c => c.Code, batch.Vials[0])
        );

        Assert.Equal(
            ["container.identify", "container.relabel", "container.damage", "container.lose", "disposal.witness"],
            Links(page).Select(l => l.Split('/')[^1])
        );
        Assert.Equal(
            [$"/processing/containers/{batch.Vials[0]}/do/reservation.make"],
            page.FindAll("a.next").Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task of_a_result_are_in_its_row()
    {
        var batch = await (await at.LotAsync()).FreezeAsync(1);
        await at.Lab.Must("qc", new EnterResult(batch.Id, "Sterility", "no growth"), "qc-1");

        var page = await at.OpenAsync<ReviewPage>(place, "qc", "qc-1", p => p.Add(r => r.Id, batch.Id.Value));
        var way = page.WaitForElement("tr[data-test=Sterility] a", Soon).GetAttribute("href")!;
        Assert.Equal($"/processing/batches/{batch.Id.Value}/do/result.correct?test=Sterility&back=review", way);
        Assert.Equal(
            $"/processing/batches/{batch.Id.Value}/do/deviation.open?back=review",
            page.Find("#open-deviation").GetAttribute("href")
        );

        place.Services.GetRequiredService<NavigationManager>().NavigateTo(way);
        var form = await FormAsync("qc", "result.correct", batch.Id.Value);
        Assert.Equal(
            "Sterility",
            form.Find("#test").GetAttribute("value") ?? form.Find("#test option[selected]").GetAttribute("value")
        );
        Assert.Single(form.FindAll("#test option[value]:not([value=''])"));
    }

    [Fact]
    public async Task put_a_record_right_that_is_chosen_by_its_sentence()
    {
        var batch = await (await at.LotAsync()).HarvestAsync();
        var form = await FormAsync("technician", "record.correct", batch.Id.Value);
        var newest = form.FindAll("#event option")[1];
        Assert.Contains("harvest", newest.TextContent, StringComparison.OrdinalIgnoreCase);

        await ChangeAsync(form, "#event", newest.GetAttribute("value")!);
        await ChangeAsync(form, "#reason", "typing-error");
        await ChangeAsync(form, "#text", "94.1 was read as 93.1");
        await form.InvokeAsync(() => form.Find("[data-send]").ClickAsync(new MouseEventArgs()));
        form.Find(".banner--ok");
    }

    [Fact]
    public async Task a_plan_is_chosen_by_patient_protocol_and_sessions_left()
    {
        var batch = await (await (await at.LotAsync()).FreezeAsync(1)).ReleaseAsync();
        var protocol = (await at.Lab.Reads.Processing.BatchAsync(batch.Id))!.Protocol.Id;
        var one = await TestBatch.PlanAsync(at.Lab, batch.Donor, protocol);
        var other = await TestBatch.PlanAsync(
            at.Lab,
            await TestBatch.SubjectAsync(at.Lab, "P-2"),
            protocol,
            sessions: 2
        );
        await TestBatch.PlanAsync(
            at.Lab,
            await TestBatch.SubjectAsync(at.Lab, "P-3"),
            await TestBatch.ProtocolAsync(at.Lab, "AT-IT")
        );

        var form = await at.OpenAsync<ActFormPage>(
            place,
            "technician",
            "tank-1",
            p => p.Add(s => s.Code, batch.Vials[0]).Add(s => s.Verb, "reservation.make")
        );
        form.WaitForElement("#plan", Soon);
        Assert.Equal(
            [
                ("", "choose…"),
                (one.Value.ToString(), "D-1 · UC · 3 sessions left"),
                (other.Value.ToString(), "P-2 · UC · 2 sessions left"),
            ],
            form.FindAll("#plan option").Select(o => (o.GetAttribute("value") ?? "", o.TextContent))
        );

        await ChangeAsync(form, "#plan", other.Value.ToString());
        Assert.Equal(["", "1", "2"], form.FindAll("#session option").Select(o => o.GetAttribute("value") ?? ""));
        await form.InvokeAsync(() => form.Find("[data-send]").ClickAsync(new MouseEventArgs()));
        form.Find(".banner--ok");
        var kept = (await at.Lab.Reads.Processing.ContainerAsync(batch.Vials[0]))!.Container.Reserved!;
        Assert.Equal((other, 1), (kept.Plan, kept.Session));
    }

    [Fact]
    public async Task recorded_late_are_not_sent_without_saying_when()
    {
        var batch = await (await at.LotAsync()).HarvestAsync();
        var form = await FormAsync("technician", "processing.change-medium", batch.Id.Value);
        await form.InvokeAsync(() => form.Find("details summary").ClickAsync(new MouseEventArgs()));
        await form.InvokeAsync(() => form.Find("[data-send]").ClickAsync(new MouseEventArgs()));

        Assert.Contains("When it was done", form.Find(".errors a").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await at.FactsAsync("processing.medium-changed"));
    }

    [Theory]
    [InlineData("reservation.make", false)]
    [InlineData("container.find", false)]
    [InlineData("container.damage", true)]
    public async Task are_recorded_late_only_where_that_can_be(string verb, bool late)
    {
        var batch = await (await at.LotAsync()).FreezeAsync(1);
        var form = await at.OpenAsync<ActFormPage>(
            place,
            "technician",
            "tank-1",
            p => p.Add(s => s.Code, batch.Vials[0]).Add(s => s.Verb, verb)
        );
        form.WaitForElement("[data-send]", Soon);
        Assert.Equal(late, form.FindAll("details").Count == 1);
    }

    private async Task<IRenderedComponent<ActFormPage>> FormAsync(string who, string verb, Guid batch)
    {
        var form = await at.OpenAsync<ActFormPage>(
            place,
            who,
            "bench-1",
            p => p.Add(s => s.Batch, batch).Add(s => s.Verb, verb)
        );
        form.WaitForElement("[data-send]", Soon);
        return form;
    }

    private static List<string> Links<TPage>(IRenderedComponent<TPage> page)
        where TPage : IComponent
    {
        page.WaitForElement("#more a", Soon);
        return [.. page.FindAll("#more a").Select(a => a.GetAttribute("href")!)];
    }

    private static Task ChangeAsync(IRenderedComponent<ActFormPage> form, string what, string text) =>
        form.InvokeAsync(() => form.Find(what).ChangeAsync(new ChangeEventArgs { Value = text }));
}
