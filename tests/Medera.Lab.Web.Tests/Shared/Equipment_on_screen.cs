using System.Globalization;
using Bunit;
using Medera.Lab.Web.ActForms;
using Medera.Lab.Web.Home;
using Medera.Lab.Web.Tests.Desk;
using Medera.Lab.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class Equipment_on_screen(TestCluster cluster) : IAsyncLifetime
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

    [Theory]
    [InlineData("en", "No equipment is registered yet", "In maintenance", "Overdue", "In use")]
    [InlineData("tr", "Henüz kayıtlı cihaz yok", "Bakımda", "Tarihi geçmiş", "Kullanımda")]
    public async Task is_listed_with_what_is_overdue_first(
        string language,
        string none,
        string maintenance,
        string overdue,
        string inUse
    )
    {
        Speak(language);
        Assert.Contains(
            none,
            (await at.OpenAsync<EquipmentListPage>(place, "auditor", "qc-1")).WaitForElement(".empty", Soon).TextContent
        );

        await Equipment_at_the_desk.RegisteredAsync(at.Lab, "Anything", 300);
        await Equipment_at_the_desk.RegisteredAsync(at.Lab, "Soonest", 5);
        var broken = await Equipment_at_the_desk.RegisteredAsync(at.Lab, "Broken", 200);
        await Equipment_at_the_desk.RegisteredAsync(at.Lab, "Late", -1);
        await at.Lab.Must("technician", new StartMaintenance(new(broken), "broken", null));

        var page = await at.OpenAsync<EquipmentListPage>(place, "auditor", "qc-1");
        page.WaitForElement("#equipment", Soon);
        Assert.Equal(
            [("Late", overdue), ("Soonest", inUse), ("Anything", inUse), ("Broken", maintenance)],
            page.FindAll("#equipment tbody tr")
                .Select(r => (r.QuerySelector("th a")!.TextContent, r.QuerySelector(".chip")!.TextContent.Trim()))
        );
        Assert.Empty(page.FindAll("#register"));

        place.Services.GetRequiredService<NavigationManager>().NavigateTo("/equipment?state=Maintenance");
        page = await at.OpenAsync<EquipmentListPage>(place, "qa", "qc-1");
        page.WaitForElement("#equipment", Soon);
        Assert.Equal("Broken", Assert.Single(page.FindAll("#equipment tbody th a")).TextContent);
        Assert.NotEmpty(page.FindAll("#register"));
    }

    [Fact]
    public async Task is_registered_by_a_form_that_takes_its_code_by_scan()
    {
        var code = Demonstration.DemonstrationCodes.Make(Medera.Lab.Scanning.CodeKind.Equipment, "new one");
        var form = await at.OpenAsync<ActFormPage>(place, "qa", "qc-1", p => p.Add(s => s.Verb, "equipment.register"));
        form.WaitForElement("[data-send]", Soon);
        await form.InvokeAsync(() =>
            form.FindComponent<ScanBox>().Instance.Scanned(Ids.New().ToString(), code, "wedge", "2026-11-23T06:00:00Z")
        );
        await ChangeAsync(form, "#name", "Santrifüj 3");
        await ChangeAsync(form, "#kind", "Centrifuge");
        await ChangeAsync(form, "#room", "Room P2");
        await form.InvokeAsync(() => form.Find("[data-send]").ClickAsync(new MouseEventArgs()));
        form.Find(".banner--ok");

        var piece = Assert.Single(await at.Lab.Reads.Equipment.EquipmentAsync(at.Lab.Clock.Now));
        Assert.Equal(
            (code, "Santrifüj 3", EquipmentKind.Centrifuge, null),
            (piece.Code, piece.Name, piece.Kind, piece.CalibrationDue)
        );
        Assert.Contains(form.FindAll("a"), a => a.GetAttribute("href") == $"/equipment/{piece.Id.Value}");
    }

    [Fact]
    public async Task offers_what_its_state_and_the_readers_roles_allow()
    {
        var piece = await PieceAsync("Incubator 1");
        Assert.Equal(
            ["equipment.use", "equipment.clean", "equipment.start-maintenance"],
            await ActsAsync("technician", piece)
        );
        Assert.Equal(
            ["equipment.calibrate", "equipment.clean", "equipment.start-maintenance"],
            await ActsAsync("qa", piece)
        );
        Assert.Empty(await ActsAsync("auditor", piece));

        var form = await at.OpenAsync<ActFormPage>(
            place,
            "technician",
            "bench-1",
            p => p.Add(s => s.Piece, piece.Id.Value).Add(s => s.Verb, "equipment.start-maintenance")
        );
        form.WaitForElement("[data-send]", Soon);
        await ChangeAsync(form, "#reason", "equipment-failure");
        await form.InvokeAsync(() => form.Find("[data-send]").ClickAsync(new MouseEventArgs()));
        form.Find(".banner--ok");
        Assert.Equal(
            ["equipment.calibrate", "equipment.clean", "equipment.end-maintenance"],
            await ActsAsync("qa", piece)
        );
    }

    [Theory]
    [InlineData("en", "Equipment used", "2 ×, last")]
    [InlineData("tr", "Kullanılan cihazlar", "2 ×, son")]
    public async Task stands_on_the_page_of_the_batch_and_the_batch_on_its_own(
        string language,
        string heading,
        string times
    )
    {
        var batch = await (await at.LotAsync()).HarvestAsync();
        var piece = await PieceAsync("Incubator 1");
        for (var n = 0; n < 2; n++)
            await at.Lab.Must("technician", new UseEquipment(new(piece.Code), new(batch.Vessels[0])));
        Speak(language);

        var page = await at.OpenAsync<BatchPage>(place, "technician", "bench-1", p => p.Add(b => b.Id, batch.Id.Value));
        var list = page.WaitForElement("section[aria-labelledby=equipment]", Soon);
        Assert.Contains(heading, list.TextContent);
        Assert.Contains(times, list.TextContent);
        Assert.Equal($"/equipment/{piece.Id.Value}", list.QuerySelector("a")!.GetAttribute("href"));

        var own = await at.OpenAsync<EquipmentPage>(
            place,
            "technician",
            "bench-1",
            p => p.Add(e => e.Id, piece.Id.Value)
        );
        Assert.Contains("MSC-26-0001", own.WaitForElement("section[aria-labelledby=batches] a", Soon).TextContent);
        Assert.Equal(3, own.FindAll("section[aria-labelledby=log] li").Count);
    }

    [Theory]
    [InlineData("en", "Recorded, and a deviation was opened")]
    [InlineData("tr", "Kaydedildi ve bir sapma açıldı")]
    public async Task overdue_says_so_where_it_is_scanned(string language, string said)
    {
        var batch = await (await at.LotAsync()).HarvestAsync();
        var code = await Equipment_at_the_desk.RegisteredAsync(at.Lab, "Centrifuge 1", -1);
        Speak(language);
        var page = await at.OpenAsync<ScanHomePage>(place, "technician", "bench-1");
        await ScanAsync(page, code);
        await ScanAsync(page, batch.Vessels[0]);

        Assert.Contains(said, page.Find("[data-flag=R17]").TextContent);
        Assert.Contains("Centrifuge 1", page.Find(".scan__result--accepted").TextContent);
    }

    [Theory]
    [InlineData("en", "0 of 81 used, 81 free")]
    [InlineData("tr", "81")]
    public async Task beside_it_a_box_that_is_scanned_says_how_full_it_is(string language, string said)
    {
        Speak(language);
        var page = await at.OpenAsync<ScanHomePage>(place, "technician", "tank-1");
        await ScanAsync(page, TestLaboratory.Box);
        Assert.Contains(said, page.Find("[data-scan]").TextContent);
        Assert.Contains("LN2-A / R1 / B1", page.Find("[data-scan]").TextContent);
    }

    [Fact]
    public async Task is_chosen_for_its_label_in_a_group_of_its_own_and_so_are_boxes()
    {
        await Equipment_at_the_desk.RegisteredAsync(at.Lab, "Incubator 1");
        foreach (var (group, name) in new[] { ("equipment", "Incubator 1"), ("boxes", "LN2-A / R1 / B1") })
        {
            place.Services.GetRequiredService<NavigationManager>().NavigateTo($"/labels/things?of={group}");
            var page = await at.OpenAsync<ThingsPage>(place, "technician", "bench-1");
            Assert.Contains(name, page.WaitForElement("#things tbody tr", Soon).TextContent);
        }
    }

    private async Task<Piece> PieceAsync(string name)
    {
        await Equipment_at_the_desk.RegisteredAsync(at.Lab, name);
        return (await at.Lab.Reads.Equipment.EquipmentAsync(at.Lab.Clock.Now)).Single(e => e.Name == name);
    }

    private async Task<List<string>> ActsAsync(string who, Piece piece)
    {
        var page = await at.OpenAsync<EquipmentPage>(place, who, "bench-1", p => p.Add(e => e.Id, piece.Id.Value));
        page.WaitForElement("#what", Soon);
        return [.. page.FindAll("a.next").Select(a => a.GetAttribute("href")!.Split('/')[^1])];
    }

    private static void Speak(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    private static Task ScanAsync(IRenderedComponent<ScanHomePage> page, string text) =>
        page.InvokeAsync(() =>
            page.FindComponent<ScanBox>().Instance.Scanned(Ids.New().ToString(), text, "wedge", "2026-11-23T06:00:00Z")
        );

    private static Task ChangeAsync(IRenderedComponent<ActFormPage> form, string what, string text) =>
        form.InvokeAsync(() => form.Find(what).ChangeAsync(new ChangeEventArgs { Value = text }));
}
