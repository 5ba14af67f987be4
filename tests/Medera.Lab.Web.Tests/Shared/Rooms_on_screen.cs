using System.Globalization;
using Bunit;
using Medera.Lab.Web.Home;
using Medera.Lab.Web.Tests.Desk;
using Medera.Lab.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class Rooms_on_screen(TestCluster cluster) : IAsyncLifetime
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
    [InlineData("en", "No room is opened yet", "Not cleaned yet", "Cleaning overdue", "Open", "Closed")]
    [InlineData("tr", "Henüz açılmış oda yok", "Henüz temizlenmedi", "Temizliği gecikmiş", "Açık", "Kapatılmış")]
    public async Task are_listed_with_what_is_to_be_cleaned_first(
        string language,
        string none,
        string notCleaned,
        string overdue,
        string open,
        string closed
    )
    {
        Speak(language);
        var page = await at.OpenAsync<RoomsPage>(place, "qa", "qc-1");
        Assert.Contains(none, page.WaitForElement(".empty", Soon).TextContent);
        // The way to the first one is there for who may go it.
        Assert.Equal("/storage/rooms/do/storage.open-room", page.Find("#first").GetAttribute("href"));
        Assert.Empty((await at.OpenAsync<RoomsPage>(place, "technician", "bench-1")).FindAll("#first, #open"));

        var late = await Cleaning_a_room.OpenedAsync(at.Lab, "Late", 2);
        await at.Lab.Must("technician", Cleaning_a_room.Cleaning(late));
        at.Lab.Later(TimeSpan.FromDays(3));
        var clean = await Cleaning_a_room.OpenedAsync(at.Lab, "Clean", 2);
        await at.Lab.Must("technician", Cleaning_a_room.Cleaning(clean));
        await Cleaning_a_room.OpenedAsync(at.Lab, "New");
        var gone = await Cleaning_a_room.OpenedAsync(at.Lab, "Gone");
        await at.Lab.Must("qa", new CloseRoom(gone, "end-of-programme", null), "qc-1");

        page = await at.OpenAsync<RoomsPage>(place, "auditor", "qc-1");
        page.WaitForElement("#rooms", Soon);
        Assert.Equal(
            [("Late", overdue), ("New", notCleaned), ("Clean", open), ("Gone", closed)],
            page.FindAll("#rooms tbody tr")
                .Select(r => (r.QuerySelector("th a")!.TextContent, r.QuerySelector(".chip")!.TextContent.Trim()))
        );
    }

    [Fact]
    public async Task are_opened_by_a_form_that_takes_the_code_at_the_door_by_scan()
    {
        var code = Demonstration.DemonstrationCodes.Make(Medera.Lab.Scanning.CodeKind.Room, "new one");
        var form = await at.OpenAsync<RoomForm>(place, "qa", "qc-1", p => p.Add(s => s.Verb, "storage.open-room"));
        form.WaitForElement("[data-send]", Soon);
        await form.InvokeAsync(() =>
            form.FindComponent<ScanBox>().Instance.Scanned(Ids.New().ToString(), code, "wedge", "2026-11-23T06:00:00Z")
        );
        await ChangeAsync(form, "#name", "Temiz oda 2");
        await ChangeAsync(form, "#grade", "GradeC");
        await ChangeAsync(form, "#cleaningDays", "14");
        await form.InvokeAsync(() => form.Find("[data-send]").ClickAsync(new MouseEventArgs()));
        form.Find(".banner--ok");

        var room = Assert.Single(await at.Lab.Reads.Storage.RoomsAsync());
        Assert.Equal(
            (code, "Temiz oda 2", CleanlinessGrade.GradeC, 14),
            (room.Code, room.Name, room.Grade, room.CleaningDays)
        );
        Assert.Contains(form.FindAll("a"), a => a.GetAttribute("href") == $"/storage/rooms/{room.Id.Value}");
        // Its label is printed next.
        var labels = form.FindAll("a")
            .Select(a => a.GetAttribute("href")!)
            .Single(href => href.StartsWith("/labels", StringComparison.Ordinal));
        place.Services.GetRequiredService<NavigationManager>().NavigateTo(labels);
        var things = await at.OpenAsync<ThingsPage>(place, "technician", "bench-1");
        Assert.Contains("Temiz oda 2", things.WaitForElement("#things tbody tr", Soon).TextContent);
    }

    [Fact]
    public async Task offer_what_their_state_and_the_readers_roles_allow()
    {
        var room = await RoomAsync("Clean room 2");
        Assert.Equal(["storage.clean-room"], await ActsAsync("technician", room));
        Assert.Equal(["storage.clean-room", "storage.close-room"], await ActsAsync("qa", room));
        Assert.Empty(await ActsAsync("auditor", room));

        var form = await FormAsync("qa", room, "storage.close-room");
        await ChangeAsync(form, "#reason", "end-of-programme");
        await form.InvokeAsync(() => form.Find("[data-send]").ClickAsync(new MouseEventArgs()));
        form.Find(".banner--ok");
        Assert.Empty(await ActsAsync("qa", room));
    }

    [Theory]
    [InlineData("en", "After a spill", "Clean room 2 cleaned: after a spill, with Daily.")]
    [InlineData("tr", "Dökülme sonrası", "Clean room 2 temizlendi: dökülme sonrası; kullanılan: Daily.")]
    public async Task show_each_cleaning_with_who_and_with_what(string language, string kind, string sentence)
    {
        var room = await RoomAsync("Clean room 2");
        Speak(language);
        var form = await FormAsync("technician", room, "storage.clean-room");
        Assert.Contains("Clean room 2", form.Find(".band__id").TextContent);
        await ChangeAsync(form, "#kind", "AfterSpill");
        // Somebody's own text stays as it is, though a word of ours is written so.
        await ChangeAsync(form, "#agent", "Daily");
        await form.InvokeAsync(() => form.Find("[data-send]").ClickAsync(new MouseEventArgs()));
        form.Find(".banner--ok");

        var page = await at.OpenAsync<RoomPage>(place, "auditor", "qc-1", p => p.Add(r => r.Id, room.Id.Value));
        var line = page.WaitForElement("#cleanings tbody tr", Soon);
        Assert.Equal(
            [kind, "Daily", "technician"],
            line.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())
        );
        Assert.Contains(sentence, page.Find("section[aria-labelledby=events]").TextContent);
        Assert.NotNull(page.Find("[data-print]"));
    }

    [Fact]
    public async Task are_opened_by_scanning_the_code_at_the_door()
    {
        var room = await RoomAsync("Clean room 2");
        var page = await at.OpenAsync<ScanHomePage>(place, "technician", "bench-1");

        await page.InvokeAsync(() =>
            page.FindComponent<ScanBox>()
                .Instance.Scanned(Ids.New().ToString(), room.Code, "wedge", "2026-11-23T06:00:00Z")
        );

        page.WaitForAssertion(
            () =>
                Assert.EndsWith(
                    $"/storage/rooms/{room.Id.Value}",
                    place.Services.GetRequiredService<NavigationManager>().Uri
                ),
            Soon
        );
    }

    [Fact]
    public async Task that_are_not_there_lead_back_to_the_list()
    {
        var page = await at.OpenAsync<RoomPage>(place, "technician", "bench-1", p => p.Add(r => r.Id, Ids.New()));
        Assert.Equal("/storage/rooms", page.WaitForElement(".empty a", Soon).GetAttribute("href"));
        var form = await at.OpenAsync<RoomForm>(
            place,
            "technician",
            "bench-1",
            p => p.Add(f => f.Thing, Ids.New()).Add(f => f.Verb, "storage.clean-room")
        );
        form.WaitForElement(".empty", Soon);
        // Nor is there a form for a room of what is done with something else.
        var room = await RoomAsync("Clean room 2");
        form = await at.OpenAsync<RoomForm>(
            place,
            "technician",
            "bench-1",
            p => p.Add(f => f.Thing, room.Id.Value).Add(f => f.Verb, "equipment.clean")
        );
        form.WaitForElement(".empty", Soon);
    }

    private async Task<Room> RoomAsync(string name)
    {
        await Cleaning_a_room.OpenedAsync(at.Lab, name);
        return (await at.Lab.Reads.Storage.RoomsAsync()).Single(room => room.Name == name);
    }

    private async Task<IRenderedComponent<RoomForm>> FormAsync(string who, Room room, string verb)
    {
        var form = await at.OpenAsync<RoomForm>(
            place,
            who,
            who == "qa" ? "qc-1" : "bench-1",
            p => p.Add(f => f.Thing, room.Id.Value).Add(f => f.Verb, verb)
        );
        form.WaitForElement("[data-send]", Soon);
        return form;
    }

    private async Task<List<string>> ActsAsync(string who, Room room)
    {
        var page = await at.OpenAsync<RoomPage>(place, who, "bench-1", p => p.Add(r => r.Id, room.Id.Value));
        page.WaitForElement("#what", Soon);
        return [.. page.FindAll("a.next").Select(a => a.GetAttribute("href")!.Split('/')[^1])];
    }

    private static void Speak(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    private static Task ChangeAsync(IRenderedComponent<RoomForm> form, string what, string text) =>
        form.InvokeAsync(() => form.Find(what).ChangeAsync(new ChangeEventArgs { Value = text }));
}
