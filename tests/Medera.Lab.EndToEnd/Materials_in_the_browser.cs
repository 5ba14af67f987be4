using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

public sealed class Materials_in_the_browser(ServedLaboratory laboratory, Browser browser)
{
    [Fact]
    public async Task come_in_are_accepted_and_go_into_a_batch()
    {
        await using var bench = await browser.DeviceAsync(laboratory);
        await bench.SignInAsync("technician");
        await ReceiveAsync(bench, Roll.Lot(1));
        var href = (await bench.Page.Locator("#go-on").GetAttributeAsync("href"))!;

        await using var office = await browser.DeviceAsync(laboratory, language: "tr");
        await office.SignInAsync("qa", "qc-1");
        await office.Page.GotoAsync(href);
        await office.Page.Locator("a.next").ClickAsync();
        await office.Page.Locator("[data-send]:not([disabled])").WaitForAsync();
        await office.Page.Locator("#certificate").FillAsync("CoA-2207");
        await office.Page.Locator("#certificate").PressAsync("Tab");
        await office.Page.Locator("[data-send]:not([disabled])").ClickAsync();
        await Assertions.Expect(office.Page.Locator("#go-on")).ToBeVisibleAsync();

        using var door = await laboratory.AsAsync("technician");
        var batch = (await door.GetAsync("batches"))
            .GetProperty("items")
            .EnumerateArray()
            .First(b => b.GetProperty("number").GetString() == "MSC-26-0411")
            .GetProperty("id")
            .GetString()!;
        var vessel = (await door.GetAsync($"batches/{batch}"))
            .GetProperty("containers")
            .EnumerateArray()
            .First(c => c.GetProperty("kind").GetString() == "Vessel")
            .GetProperty("code")
            .GetString()!;
        await bench.Page.GotoAsync("/");
        await bench.ScanAsync(vessel);
        await bench.ScanAsync(Roll.Lot(1));
        await Assertions.Expect(bench.Page.Locator(".scan__result--accepted")).ToContainTextAsync("Walk medium");
        await bench.Page.GotoAsync($"/processing/batches/{batch}");
        await Assertions.Expect(bench.Page.Locator("#used")).ToContainTextAsync("Walk medium");
        Assert.Empty(bench.Complaints.Concat(office.Complaints));
    }

    private static async Task ReceiveAsync(Device bench, string code)
    {
        var page = bench.Page;
        await page.GotoAsync("/materials");
        await page.Locator("#receive").ClickAsync();
        await bench.ScanAsync(code);
        foreach (
            var (field, text) in new[]
            {
                ("article", "Walk medium"),
                ("supplier", "Sample Media"),
                ("lot", "W-1"),
                ("quantity", "12.5"),
            }
        )
        {
            await page.Locator($"#{field}").FillAsync(text);
            await page.Locator($"#{field}").PressAsync("Tab");
        }
        await page.Locator("#expiry").FillAsync("2031-05-31");
        await page.Locator("#unit").SelectOptionAsync("Millilitre");
        await Assertions.Expect(page.Locator("#expiry ~ .hint")).ToContainTextAsync("31 May 2031 23:59");
        await page.Locator("[data-send]:not([disabled])").ClickAsync();
        await Assertions.Expect(page.Locator("#go-on")).ToBeVisibleAsync();
    }
}
