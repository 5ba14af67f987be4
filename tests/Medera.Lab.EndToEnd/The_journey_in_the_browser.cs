using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <summary>One batch from the donor's wristband to the discarded remainder, each person on a device of their own.</summary>
public sealed class The_journey_in_the_browser(ServedLaboratory laboratory, Browser browser)
{
    private static readonly string Wristband = Roll.Wristband("P-10281");
    private static readonly string Collected = Roll.Free(0);
    private static readonly string[] Vessels = [Roll.Free(1), Roll.Free(2), Roll.Free(3), Roll.Free(4)];
    private static readonly string[] Vials = [Roll.Free(5), Roll.Free(6), Roll.Free(7), Roll.Free(8)];

    [Fact]
    public async Task from_the_donors_wristband_to_the_discarded_remainder()
    {
        using var door = await laboratory.AsAsync("technician");
        var batch = (await door.GetAsync("batches")).GetProperty("items").EnumerateArray().First(b => b.GetProperty("number").GetString() == "MSC-26-0414").GetProperty("id").GetString()!;
        await using var bench = await browser.DeviceAsync(laboratory);
        await bench.SignInAsync("technician");
        await CollectAsync(bench);
        await GrowAsync(bench, batch);
        await FillAndStoreAsync(bench, batch);
        await TestAsync(batch);
        await ReleaseAsync(batch);
        await ThawAsync(bench);
        await GiveAsync();
        await AuditAsync(batch);
        Assert.Empty(bench.Complaints);
    }

    private static async Task CollectAsync(Device bench)
    {
        await bench.ScanAsync(Wristband);
        await Assertions.Expect(bench.Page.Locator(".scan__expect")).ToContainTextAsync("a container");
        await bench.ScanAsync(Collected);
        await Assertions.Expect(bench.Page.Locator(".scan__result--accepted")).ToContainTextAsync("MSC-26-0414");
        var receipt = await StepForm.OpenAsync(bench.Page, $"/containers/{Collected}/do/custody.receive");
        await receipt.TypeAsync("volumeUl", "60");
        await receipt.YesAsync("sealIntact");
        await receipt.TypeAsync("temperatureC", "21.4");
        await receipt.TypeAsync("minutes", "95");
        await receipt.SendAsync();
    }

    private static async Task GrowAsync(Device bench, string batch)
    {
        await (await (await StepForm.OpenAsync(bench.Page, $"/batches/{batch}/do/processing.start")).YesAsync("lineCleared")).SendAsync();
        var isolated = await StepForm.OpenAsync(bench.Page, $"/containers/{Collected}/do/processing.isolate");
        await isolated.TypeAsync("volumeUl", "10");
        await isolated.TypeAsync("cells", "6");
        await isolated.TypeAsync("viability", "92.5");
        await isolated.SendAsync();
        var seeded = await StepForm.OpenAsync(bench.Page, $"/batches/{batch}/do/processing.seed");
        await seeded.ScanAsync("vessels", Vessels[0], Vessels[1]);
        await seeded.TypeAsync("cells", "5");
        await seeded.SendAsync();
        var passaged = await StepForm.OpenAsync(bench.Page, $"/batches/{batch}/do/processing.passage");
        await passaged.ScanAsync("vessels", Vessels[2], Vessels[3]);
        await passaged.TypeAsync("cells", "30");
        await passaged.TypeAsync("viability", "94.6");
        await passaged.TypeAsync("reseeded", "5");
        await passaged.SendAsync();
        var harvested = await StepForm.OpenAsync(bench.Page, $"/batches/{batch}/do/processing.harvest");
        await harvested.TypeAsync("volumeUl", "24");
        await harvested.TypeAsync("cells", "120");
        await harvested.TypeAsync("viability", "93.1");
        await harvested.SendAsync();
        var counted = await StepForm.OpenAsync(bench.Page, $"/batches/{batch}/do/processing.count");
        await counted.TypeAsync("cells", "120");
        await counted.TypeAsync("viability", "93");
        await counted.SendAsync();
    }

    private static async Task FillAndStoreAsync(Device bench, string batch)
    {
        var fill = await StepForm.OpenAsync(bench.Page, $"/batches/{batch}/do/processing.fill");
        await fill.ScanAsync("products", Vials);
        await fill.TypeAsync("productUl", "5");
        await fill.ScanAsync("samples", Roll.Free(9));
        await fill.TypeAsync("sampleUl", "2");
        await fill.ScanAsync("retentions", Roll.Free(10));
        await fill.TypeAsync("retentionUl", "1");
        await fill.TypeAsync("lossUl", "2");
        Assert.Contains(await fill.RefusedAsync(), rule => rule.StartsWith("R15", StringComparison.Ordinal));
        await fill.TypeAsync("lossUl", "1");
        await fill.SendAsync();
        await (await StepForm.OpenAsync(bench.Page, $"/batches/{batch}/do/processing.freeze")).SendAsync();
        await bench.Page.GotoAsync("/");
        for (var i = 0; i < Vials.Length; i++)
        {
            await PairAsync(bench, Vials[i], Roll.Position("R2", "B2", 80 - i), ".scan__result--accepted");
            if (i == 0) await PairAsync(bench, Vials[1], Roll.Position("R2", "B2", 80), ".scan__result--refused");
        }
    }

    private static async Task PairAsync(Device device, string first, string second, string outcome)
    {
        await device.ScanAsync(first);
        await Assertions.Expect(device.Page.Locator(".scan__result .code").First).ToHaveTextAsync(first);
        await device.ScanAsync(second);
        await Assertions.Expect(device.Page.Locator($"{outcome} .code").First).ToHaveTextAsync(second);
    }

    private async Task TestAsync(string batch)
    {
        await using var desk = await browser.DeviceAsync(laboratory);
        await desk.SignInAsync("qc", "qc-1");
        var entered = await StepForm.OpenAsync(desk.Page, $"/batches/{batch}/do/result.enter");
        await entered.ChooseAsync("test", "CD73");
        await entered.TypeAsync("value", "98.9");
        await entered.SendAsync();
        using var qc = await laboratory.AsAsync("qc");
        foreach (var (test, value) in new[] { ("CD90", "99.4"), ("CD105", "97.6"), ("CD45", "0.4"), ("CD34", "0.9"), ("Viability before freezing", "91.2"), ("Viability after thaw", "84"), ("Sterility", "no growth"), ("Mycoplasma", "negative"), ("Endotoxin", "0.05") })
            await qc.DoAsync("result.enter", new { batch, test, value }, "qc-1");
        using var qc2 = await laboratory.AsAsync("qc2");
        await qc2.DoAsync("result.verify", new { batch, tests = new[] { "CD73", "CD90", "CD105", "CD45", "CD34", "Viability before freezing", "Viability after thaw", "Sterility", "Mycoplasma", "Endotoxin" } }, "qc-1");
    }

    private async Task ReleaseAsync(string batch)
    {
        await using var quality = await browser.DeviceAsync(laboratory);
        await quality.SignInAsync("qa", "qc-1");
        await quality.Page.GotoAsync($"/review/{batch}");
        await quality.Page.Locator("#open-review:not([disabled])").ClickAsync();
        await SignedAsync(quality, "#review-trail");
        foreach (var releaser in new[] { "releaser", "releaser2" })
        {
            await using var desk = await browser.DeviceAsync(laboratory);
            await desk.SignInAsync(releaser, "qc-1");
            await desk.Page.GotoAsync($"/review/{batch}");
            await SignedAsync(desk, "#sign-release");
        }
        using var door = await laboratory.AsAsync("auditor");
        Assert.Equal("Released", (await door.GetAsync($"batches/{batch}")).GetProperty("state").GetString());
    }

    /// <summary>Presses a button, gives the password, and waits for the record.</summary>
    private static async Task SignedAsync(Device device, string button)
    {
        await device.Page.Locator($"{button}:not([disabled])").ClickAsync();
        await device.Page.Locator("dialog[open] #sign-password").FillAsync("demonstration-laboratory");
        await device.Page.Locator("dialog[open] .btn--primary").ClickAsync();
        await Assertions.Expect(device.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await device.Page.Locator(".banner--ok").WaitForAsync();
    }

    private async Task ThawAsync(Device bench)
    {
        using var clinician = await laboratory.AsAsync("clinician");
        using var technician = await laboratory.AsAsync("technician");
        var plan = await PlanAsync();
        await technician.DoAsync("reservation.make", new { container = Vials[0], plan, session = 1 }, "tank-1");
        await bench.Page.GotoAsync("/");
        await PairAsync(bench, Roll.Position("R2", "B2", 80), Vials[0], ".scan__result--accepted");
        Assert.Contains(await (await StepForm.OpenAsync(bench.Page, $"/containers/{Vials[0]}/do/thaw.start")).RefusedAsync(), rule => rule.StartsWith("R28", StringComparison.Ordinal));

        await using var ward = await browser.DeviceAsync(laboratory, 820, 1180);
        await ward.SignInAsync("clinician", "bedside-1", $"/bedside?plan={plan}");
        await ward.Page.Locator("[data-interactive=ready]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await ward.Page.Locator("#wristband").FocusAsync();
        await ward.Page.Keyboard.TypeAsync(Wristband);
        await ward.Page.Keyboard.PressAsync("Enter");
        await ward.Page.Locator("#wristband-read").WaitForAsync();
        await ward.Page.Locator("#weight").FillAsync("20");
        await ward.Page.Locator("#weight").PressAsync("Tab");
        foreach (var tick in new[] { "#no-fever", "#access-working", "#consent", "#go" }) await ward.Page.Locator(tick).CheckAsync();
        await ward.Page.Locator("#ready-now").ClickAsync();
        await ward.Page.Locator(".banner--ok").WaitForAsync();

        await (await StepForm.OpenAsync(bench.Page, $"/containers/{Vials[0]}/do/thaw.start")).SendAsync();
        await (await StepForm.OpenAsync(bench.Page, $"/containers/{Vials[0]}/do/thaw.complete")).SendAsync();
    }

    private async Task GiveAsync()
    {
        await using var first = await browser.DeviceAsync(laboratory, 820, 1180);
        await first.SignInAsync("nurse", "bedside-1", "/bedside");
        await first.ScanAsync(Roll.Wristband("P-10188"));
        await first.Page.Locator("#first-scan").WaitForAsync();
        await first.ScanAsync(Vials[0]);
        await first.Page.Locator(".stop").WaitForAsync();
        var stop = await first.Page.Locator(".stop").InnerTextAsync();
        Assert.DoesNotContain("P-10188", stop, StringComparison.Ordinal);
        Assert.DoesNotContain("Sample Child", stop, StringComparison.Ordinal);
        Assert.DoesNotContain(Roll.Wristband("P-10188"), stop, StringComparison.Ordinal);
        await first.Page.Locator("#stop-again").ClickAsync();
        await MatchedAsync(first);
        await Assertions.Expect(first.Page.Locator(".ward__main")).ToContainTextAsync("Sample Child G");

        await using var second = await browser.DeviceAsync(laboratory, 820, 1180);
        await second.SignInAsync("nurse2", "bedside-1", "/bedside");
        await MatchedAsync(second);
        await second.Page.Locator("#route-it").CheckAsync();
        await second.Page.Locator("#start-now").ClickAsync();
        await second.Page.Locator(".stop, .whynot").First.WaitForAsync();
        if (await second.Page.Locator(".stop").IsVisibleAsync()) await second.Page.Locator("#stop-again").ClickAsync();
        await second.Page.GotoAsync($"/bedside?container={Vials[0]}");
        await second.Page.Locator("#start-now:not([disabled])").WaitForAsync();
        await second.Page.Locator("#route-iv").CheckAsync();
        await second.Page.Locator("#start-now").ClickAsync();
        await second.Page.Locator("#given").FillAsync("4");
        await second.Page.Locator("#given").PressAsync("Tab");
        await second.Page.Locator("#complete-now").ClickAsync();
        await second.Page.Locator("#discard-rest").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#discard-rest")).ToHaveCountAsync(0);
    }

    private static async Task MatchedAsync(Device ward)
    {
        await ward.ScanAsync(Wristband);
        await ward.Page.Locator("#first-scan").WaitForAsync();
        await ward.ScanAsync(Vials[0]);
        await ward.Page.Locator("#check-list").WaitForAsync();
    }

    private async Task AuditAsync(string batch)
    {
        await using var auditor = await browser.DeviceAsync(laboratory);
        await auditor.SignInAsync("auditor", "qc-1", $"/batches/{batch}/timeline");
        var told = await auditor.Page.Locator("main").InnerTextAsync();
        Assert.Contains("R1", told, StringComparison.Ordinal);
        Assert.Contains("R5", told, StringComparison.Ordinal);
        Assert.Contains("R28", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Sample Child", told, StringComparison.Ordinal);
        using var door = await laboratory.AsAsync("auditor");
        Assert.Equal("Administered", (await door.GetAsync($"containers/{Vials[0]}")).GetProperty("state").GetString());
        Assert.Empty(auditor.Complaints);
    }

    /// <summary>The patient's plan: the clinician's list links to it.</summary>
    private async Task<string> PlanAsync()
    {
        await using var ward = await browser.DeviceAsync(laboratory);
        await ward.SignInAsync("clinician", "bedside-1", "/bedside");
        var link = await ward.Page.Locator("#plans tr[data-patient='P-10281'] a").GetAttributeAsync("href");
        return link!.Split("plan=")[1];
    }
}
