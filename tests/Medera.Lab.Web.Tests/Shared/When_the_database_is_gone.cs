using Bunit;
using Medera.Lab.Web.ActForms;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Home;
using Medera.Lab.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Shared;

/// <summary>The line to the database is cut while somebody sends an act: the page says so and stays, and the same act sent again is done once.</summary>
public sealed class When_the_database_is_gone(TestCluster cluster) : IAsyncLifetime
{
    private const string NotKnown = "[data-silence=Unknown]";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private LabBehindProxy cut = null!;
    private Place place = null!;

    public async ValueTask InitializeAsync()
    {
        cut = await LabBehindProxy.OpenAsync(cluster);
        place = new Place(cut);
    }

    public async ValueTask DisposeAsync()
    {
        await place.DisposeAsync();
        await cut.DisposeAsync();
    }

    private sealed class Place(LabBehindProxy cut) : Screen(cut.ServeInSilence);

    [Fact]
    public async Task a_form_keeps_what_was_typed_and_sends_it_again()
    {
        var batch = await (await cut.LotAsync()).HarvestAsync();
        var form = await CountAsync(batch);

        cut.Line.Cut();
        await ClickAsync(form, "[data-send]");
        Assert.Contains("not recorded twice", form.Find(NotKnown).TextContent, StringComparison.Ordinal);
        Assert.True(cut.Line.Struck > 0);
        Assert.Equal(
            ("144", "93,4"),
            (form.Find("#cells").GetAttribute("value"), form.Find("#viability").GetAttribute("value"))
        );
        Assert.Equal(0, await cut.FactsAsync("processing.counted"));
        cut.Line.Disarm();

        await ClickAsync(form, "[data-send]");
        Assert.Empty(form.FindAll("[data-silence]"));
        Assert.Equal(1, await cut.FactsAsync("processing.counted"));
    }

    [Fact]
    public async Task a_form_is_recorded_once_wherever_it_was_cut()
    {
        var batch = await (await cut.LotAsync()).HarvestAsync();
        await ThroughAsync("processing.counted", () => CountAsync(batch), form => ClickAsync(form, "[data-send]"));
    }

    [Fact]
    public async Task a_form_with_other_numbers_is_another_act()
    {
        var batch = await (await cut.LotAsync()).HarvestAsync();
        for (var step = 1; ; step++)
        {
            var form = await CountAsync(batch);
            cut.Line.Arm(step, afterwards: true);
            await ClickAsync(form, "[data-send]");
            if (!cut.Line.Disarm())
                break;
            if (form.FindAll(NotKnown).Count == 0)
                continue;
            var before = await cut.FactsAsync("processing.counted");
            await ChangeAsync(form, "#viability", "93.5");
            await ClickAsync(form, "[data-send]");
            form.Find(".banner--ok");
            Assert.Equal(before + 1, await cut.FactsAsync("processing.counted"));
        }
    }

    [Fact]
    public async Task a_draft_that_cannot_be_kept_does_not_take_the_form_away()
    {
        var batch = await (await cut.LotAsync()).HarvestAsync();
        var form = await cut.OpenAsync<ActFormPage>(
            place,
            "technician",
            "bench-1",
            page => page.Add(p => p.Batch, batch.Id.Value).Add(p => p.Verb, "processing.count")
        );
        form.WaitForElement("#cells", Soon);

        cut.Line.Cut();
        await ChangeAsync(form, "#cells", "144");
        form.Find("[data-silence=Stale]");
        Assert.True(cut.Line.Struck > 0);
        Assert.Equal("144", form.Find("#cells").GetAttribute("value"));
        cut.Line.Disarm();
        await ChangeAsync(form, "#viability", "93");
        Assert.Empty(form.FindAll("[data-silence]"));
    }

    [Fact]
    public async Task a_review_keeps_the_dialog_and_signs_once()
    {
        var batch = await (await (await cut.LotAsync()).FreezeAsync(1)).ReviewAsync();
        await ThroughAsync(
            "release.signed",
            async () =>
            {
                // Reading the trail again voids what was signed before.
                await cut.Lab.Must("qa", new ReviewTrail(batch.Id), "qc-1");
                var page = await cut.OpenAsync<ReviewPage>(
                    place,
                    "releaser",
                    "qc-1",
                    review => review.Add(p => p.Id, batch.Id.Value)
                );
                page.WaitForElement("#sign-release", Soon);
                await ClickAsync(page, "#sign-release");
                return page;
            },
            async page =>
            {
                if (page.FindAll(NotKnown).Count > 0)
                    Assert.Contains("not recorded twice", page.Find("dialog").TextContent, StringComparison.Ordinal);
                await ChangeAsync(page, "#sign-password", TestLaboratory.Password);
                await ClickAsync(page, ".dialog__foot .btn--primary");
            }
        );
    }

    [Fact]
    public async Task a_code_scanned_again_is_the_same_scan()
    {
        var batch = await (await cut.LotAsync()).FreezeAsync(1);
        var shelf = 0;
        await ThroughAsync(
            "storage.moved",
            async () =>
            {
                shelf++;
                var page = await cut.OpenAsync<ScanHomePage>(place, "technician", "tank-1");
                await ScanAsync(page, batch.Vials[0]);
                return page;
            },
            page => ScanAsync(page, TestLaboratory.Positions[shelf])
        );
    }

    [Fact]
    public async Task a_scan_that_the_device_keeps_is_not_taken_for_an_answered_one()
    {
        var batch = await (await cut.LotAsync()).FreezeAsync(1);
        var page = await cut.OpenAsync<ScanHomePage>(place, "technician", "tank-1");
        var scan = Ids.New();
        Assert.True(await ScanAsync(page, batch.Vials[0], Ids.New(), sequence: 1));

        cut.Line.Cut();
        Assert.False(await ScanAsync(page, TestLaboratory.Positions[1], scan, sequence: 2));
        // The device brings it again: nobody is asked to scan it a second time.
        page.WaitForElement("[data-silence=Stale]", Soon);
        Assert.Empty(page.FindAll(NotKnown));
        cut.Line.Disarm();
        Assert.Equal(0, await cut.FactsAsync("storage.moved"));

        // It has its own id all the way, and the same code scanned later is another scan.
        Assert.Equal(
            Outcome.Accepted,
            (await cut.Lab.Scan("technician", "tank-1", TestLaboratory.Positions[1], scan)).Outcome
        );
        Assert.True(await ScanAsync(page, batch.Vials[0], Ids.New(), sequence: 3));
        Assert.True(await ScanAsync(page, TestLaboratory.Positions[2], Ids.New(), sequence: 4));
        Assert.True(await ScanAsync(page, batch.Vials[0], Ids.New(), sequence: 5));
        Assert.True(await ScanAsync(page, TestLaboratory.Positions[1], Ids.New(), sequence: 6));
        Assert.Equal(3, await cut.FactsAsync("storage.moved"));
        Assert.Empty(page.FindAll("[data-silence]"));
    }

    [Fact]
    public async Task the_bedside_stays_where_it_was()
    {
        var batch = await (await (await cut.LotAsync()).FreezeAsync(2)).ReleaseAsync();
        var plan = await TestBatch.PlanAsync(
            cut.Lab,
            batch.Donor,
            (await cut.Lab.Reads.Processing.BatchAsync(batch.Id))!.Protocol.Id
        );
        await batch.MatchAsync(batch.Vials[0], TestLaboratory.Positions[0], plan, 1, batch.Donor);
        place
            .Services.GetRequiredService<NavigationManager>()
            .NavigateTo($"/administration?container={batch.Vials[0]}");
        var page = await cut.OpenAsync<BedsidePage>(place, "nurse", "bedside-1");
        page.WaitForElement("#route-iv", Soon);
        await ChangeAsync(page, "#route-iv", "on");

        cut.Line.Cut();
        await ClickAsync(page, "#start-now");
        page.Find(NotKnown);
        Assert.True(cut.Line.Struck > 0);
        Assert.True(page.Find("#route-iv").HasAttribute("checked"));
        Assert.Equal(0, await cut.FactsAsync("administration.started"));
        cut.Line.Disarm();

        await ClickAsync(page, "#start-now");
        page.Find("#running");
        Assert.Empty(page.FindAll("[data-silence]"));
        Assert.Equal(1, await cut.FactsAsync("administration.started"));
    }

    /// <summary>Cuts an act at every message of its own, when it was carried out and only the reply is lost; what was not answered is sent again.</summary>
    private async Task ThroughAsync<TPage>(
        string fact,
        Func<Task<IRenderedComponent<TPage>>> prepare,
        Func<IRenderedComponent<TPage>, Task> act
    )
        where TPage : IComponent
    {
        var onlyTheAnswer = 0;
        // Messages of a page that follows the feed come between: then the one behind the commit is met on another walk.
        for (var walk = 0; walk < 4 && onlyTheAnswer == 0; walk++)
            onlyTheAnswer += await WalkAsync(fact, prepare, act);
        // At least once it had been done, and nobody heard of it.
        Assert.True(onlyTheAnswer > 0);
    }

    /// <returns>How often it had been done, and nobody heard of it.</returns>
    private async Task<int> WalkAsync<TPage>(
        string fact,
        Func<Task<IRenderedComponent<TPage>>> prepare,
        Func<IRenderedComponent<TPage>, Task> act
    )
        where TPage : IComponent
    {
        var (cutOff, onlyTheAnswer) = (true, 0);
        for (var step = 1; cutOff; step++)
        {
            var page = await prepare();
            var before = await cut.FactsAsync(fact);
            cut.Line.Arm(step, afterwards: true);
            await act(page);
            cutOff = cut.Line.Disarm();
            Assert.True(cut.Line.Struck == (cutOff ? 1 : 0), $"Message {step} was cut {cut.Line.Struck} times.");
            if (page.FindAll(NotKnown).Count > 0)
            {
                if (await cut.FactsAsync(fact) > before)
                    onlyTheAnswer++;
                await act(page);
            }
            Assert.Empty(page.FindAll(NotKnown));
            Assert.True(await cut.FactsAsync(fact) == before + 1, $"Cut at message {step}: {page.Markup}");
        }
        return onlyTheAnswer;
    }

    private async Task<IRenderedComponent<ActFormPage>> CountAsync(TestBatch batch)
    {
        var form = await cut.OpenAsync<ActFormPage>(
            place,
            "technician",
            "bench-1",
            page => page.Add(p => p.Batch, batch.Id.Value).Add(p => p.Verb, "processing.count")
        );
        form.WaitForElement("#cells", Soon);
        await ChangeAsync(form, "#cells", "144");
        await ChangeAsync(form, "#viability", "93,4");
        return form;
    }

    private static Task ClickAsync<TPage>(IRenderedComponent<TPage> page, string what)
        where TPage : IComponent => page.InvokeAsync(() => page.Find(what).ClickAsync(new MouseEventArgs()));

    private static Task ChangeAsync<TPage>(IRenderedComponent<TPage> page, string what, string text)
        where TPage : IComponent =>
        page.InvokeAsync(() => page.Find(what).ChangeAsync(new ChangeEventArgs { Value = text }));

    private static Task ScanAsync(IRenderedComponent<ScanHomePage> page, string text) =>
        ScanAsync(page, text, Ids.New(), sequence: null);

    /// <param name="sequence">What a device that keeps its scans gives along.</param>
    /// <returns>Whether the browser is told that it was answered.</returns>
    private static async Task<bool> ScanAsync(
        IRenderedComponent<ScanHomePage> page,
        string text,
        Guid id,
        long? sequence
    )
    {
        var answered = true;
        await page.InvokeAsync(async () =>
            answered = await page.FindComponent<ScanBox>()
                .Instance.Scanned(id.ToString(), text, "wedge", "2026-11-23T06:00:00Z", sequence)
        );
        return answered;
    }
}
