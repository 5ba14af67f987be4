using Bunit;
using Medera.Lab.Web.ActForms;
using Medera.Lab.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Shared;

/// <summary>The pages of materials, over a laboratory's own database.</summary>
public sealed class Materials_on_screen(TestCluster cluster) : IAsyncLifetime
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
    public async Task offer_what_the_state_and_the_role_allow()
    {
        var lot = await TestMaterials.LotAsync(at.Lab, await TestMaterials.ReceivedAsync(at.Lab, "medium"));
        Assert.Equal("material.accept | material.recall", await VerbsAsync("qa", lot.Id));
        Assert.Equal(" | material.use-up", await VerbsAsync("technician", lot.Id));
        await at.Lab.Must("qa", new AcceptMaterial(new MaterialCode(lot.Code), "CoA-1"), "qc-1");
        Assert.Equal(
            "material.consume material.open | tray.lay tray.take-off material.quarantine material.use-up",
            await VerbsAsync("technician", lot.Id)
        );
        Assert.Equal(" | ", await VerbsAsync("auditor", lot.Id));
        at.Lab.Later(TimeSpan.FromDays(31));
        Assert.Equal(" | tray.take-off material.quarantine material.use-up", await VerbsAsync("technician", lot.Id));
    }

    [Fact]
    public async Task tell_in_the_batch_what_went_into_it_and_in_the_lot_where_it_went()
    {
        var batch = await (await at.LotAsync()).HarvestAsync();
        var code = await TestMaterials.AcceptedAsync(at.Lab, "medium");
        await at.Lab.Must(
            "technician",
            new ConsumeMaterial(new MaterialCode(code), new ContainerCode(batch.Vessels[0]), 12.5m)
        );
        var lot = await TestMaterials.LotAsync(at.Lab, code);
        var page = await at.OpenAsync<BatchPage>(place, "technician", "bench-1", p => p.Add(b => b.Id, batch.Id.Value));
        page.WaitForElement("#used", Soon);
        Assert.Equal($"/materials/{lot.Id.Value}", page.Find("#used a").GetAttribute("href"));
        Assert.Contains("12.5 mL", page.Find("#used").TextContent);
        var there = await at.OpenAsync<MaterialPage>(place, "auditor", "bench-1", p => p.Add(m => m.Id, lot.Id.Value));
        Assert.Equal("MSC-26-0001", there.WaitForElement("#use-list th a", Soon).TextContent);
        Assert.Contains("487.5 mL", there.Markup);
    }

    [Fact]
    public async Task receive_what_the_package_and_the_label_say()
    {
        await at.Lab.Must(
            "technician",
            TestMaterials.Receipt(at.Lab, "before") with
            {
                Gtin = "09506000134352",
                Article = "Kriyo besiyeri",
            }
        );
        var page = await at.OpenAsync<ActFormPage>(
            place,
            "technician",
            "bench-1",
            p => p.Add(s => s.Verb, "material.receive")
        );
        page.WaitForElement("#expiry", Soon);
        await ScanAsync(page, "]d2010950600013435217271231\u001d1026B-114");
        page.WaitForAssertion(() => Assert.Equal("2027-12-31", page.Find("#expiry").GetAttribute("value")), Soon);
        Assert.Equal(
            ("26B-114", "09506000134352", "Kriyo besiyeri"),
            (Value(page, "lot"), Value(page, "gtin"), Value(page, "article"))
        );
        await ScanAsync(page, TestLaboratory.Positions[0]);
        page.WaitForElement("[role=alert]", Soon);
        await ScanAsync(page, TestMaterials.Code("fresh"));
        page.Find("#quantity").Change("12,5");
        page.Find("[data-send]").Click();
        page.WaitForElement("#go-on", Soon);
        var lot = await TestMaterials.LotAsync(at.Lab, TestMaterials.Code("fresh"));
        // The day of the label lasts to its end in the laboratory's zone.
        Assert.Equal(
            at.Lab.Services.GetRequiredService<Web.Layout.LabTime>().EndOf(new(new DateOnly(2027, 12, 31), null)),
            lot.Expiry
        );
        Assert.Equal((12.5m, "26B-114"), (lot.Received, lot.Lot));
        Assert.Equal($"/materials/{lot.Id.Value}", page.Find("#go-on").GetAttribute("href"));
    }

    [Fact]
    public async Task record_late_what_was_used_while_nothing_could_be_recorded()
    {
        var batch = await (await at.LotAsync()).HarvestAsync();
        var lot = await TestMaterials.LotAsync(at.Lab, await TestMaterials.AcceptedAsync(at.Lab, "medium"));
        at.Lab.Later(TimeSpan.FromMinutes(5));
        var page = await at.OpenAsync<ActFormPage>(
            place,
            "technician",
            "bench-1",
            p => p.Add(s => s.Lot, lot.Id.Value).Add(s => s.Verb, "material.consume")
        );
        page.WaitForElement("#late-at", Soon)
            .Change(
                at.Lab.Services.GetRequiredService<Web.Layout.LabTime>()
                    .Local(at.Lab.Clock.Now.AddMinutes(-1))
                    .ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)
            );
        page.FindAll("summary")[^1].Click();
        page.Find("#late-second").Change("technician2");
        page.Find("#late-password").Change(TestLaboratory.Password);
        await ScanAsync(page, batch.Vessels[0]);
        page.Find("[data-send]").Click();
        page.WaitForElement("#go-on", Soon);
        Assert.Equal(1, await at.FactsAsync("material.consumed"));
        Assert.Equal(
            1L,
            await at.Lab.SqlAsSuperuserAsync(
                "SELECT count(*) FROM ledger.event WHERE convert_from(body, 'UTF8')::jsonb ->> 'type' = 'material.consumed' AND convert_from(body, 'UTF8')::jsonb ? 'happened'"
            )
        );
    }

    [Fact]
    public async Task say_every_rule_that_refused()
    {
        var lot = await TestMaterials.LotAsync(at.Lab, await TestMaterials.AcceptedAsync(at.Lab, "medium"));
        var page = await at.OpenAsync<ActFormPage>(
            place,
            "technician",
            "bench-1",
            p => p.Add(s => s.Lot, lot.Id.Value).Add(s => s.Verb, "material.quarantine")
        );
        page.WaitForElement("[data-send]", Soon).Click();
        page.WaitForElement("#reason", Soon);
        Assert.Equal(0, await at.FactsAsync("material.quarantined"));
        page.Find("#reason").Change("contamination");
        page.Find("[data-send]").Click();
        page.WaitForElement("#go-on", Soon);
        Assert.Equal(1, await at.FactsAsync("material.quarantined"));
        page = await at.OpenAsync<ActFormPage>(
            place,
            "technician",
            "bench-1",
            p => p.Add(s => s.Lot, lot.Id.Value).Add(s => s.Verb, "batch.terminate")
        );
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-send]")), Soon);
    }

    /// <summary>The verbs of the cards, and behind the bar those of the quiet list.</summary>
    private async Task<string> VerbsAsync(string who, MaterialId lot)
    {
        var page = await at.OpenAsync<MaterialPage>(place, who, "bench-1", p => p.Add(m => m.Id, lot.Value));
        page.WaitForElement("#log", Soon);
        return $"{string.Join(' ', page.FindAll("a.next").Select(Verb))} | {string.Join(' ', page.FindAll("#more li a").Select(Verb))}";
        static string Verb(AngleSharp.Dom.IElement a) => a.GetAttribute("href")!.Split('/')[^1];
    }

    private static string? Value(IRenderedComponent<ActFormPage> page, string field) =>
        page.Find($"#{field}").GetAttribute("value");

    private static Task ScanAsync(IRenderedComponent<ActFormPage> page, string text) =>
        page.InvokeAsync(() =>
            page.FindComponent<ScanBox>().Instance.Scanned(Ids.New().ToString(), text, "wedge", "2026-11-23T06:00:00Z")
        );
}
