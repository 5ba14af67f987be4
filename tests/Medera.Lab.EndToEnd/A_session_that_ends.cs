using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <summary>Whoever leaves has left in every tab, and the page says so.</summary>
public sealed class A_session_that_ends(ServedLaboratory laboratory, Browser browser)
{
    private const string Ended = "This session has ended";

    [Theory]
    [InlineData("/")]
    [InlineData("/audit/timeline")]
    [InlineData("/processing")]
    public async Task by_signing_out_leaves_no_tab_open(string path)
    {
        await using var device = await browser.DeviceAsync(laboratory);
        await device.SignInByFormAsync("technician", "bench-2", path);
        var other = await OtherTabAsync(device, "/");

        await device.Page.Locator("summary.user").ClickAsync();
        await device.Page.Locator("form[action='/sign-out'] button").ClickAsync();

        await SaysEndedAsync(other);
        Assert.DoesNotContain(
            "technician",
            await other.Locator("main section").First.InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Empty(device.Complaints);
    }

    [Fact]
    public async Task by_a_colleague_who_takes_over_the_device_records_nothing_in_the_name_of_who_was_there()
    {
        await using var device = await browser.DeviceAsync(laboratory);
        await device.SignInByFormAsync("technician", "bench-2");
        // A page that nothing is live on.
        var still = await OtherTabAsync(device, "/audit/timeline");
        var tab = await OtherTabAsync(device, "/sign-in");
        await tab.Locator("input[name=user]").FillAsync("technician2");
        await tab.Locator("input[name=password]").FillAsync("demonstration-laboratory");
        await Assertions.Expect(tab.Locator(".signin__station")).ToContainTextAsync("bench-2");
        await tab.Locator("button[type=submit]").First.ClickAsync();
        await tab.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));

        await SaysEndedAsync(device.Page);
        await SaysEndedAsync(still);
        await Assertions.Expect(tab.Locator(".statusbar")).ToContainTextAsync("technician2");
        await Assertions.Expect(tab.Locator(".statusbar")).ToContainTextAsync("bench-2");
    }

    [Fact]
    public async Task by_a_token_that_signs_out_is_no_page_s_concern()
    {
        await using var device = await browser.DeviceAsync(laboratory);
        await device.SignInByFormAsync("technician", "bench-2");
        await OtherTabAsync(device, "/");
        using var partner = await laboratory.AsAsync("technician");
        await partner.EndAsync();
        await device.Page.ReloadAsync();
        await Assertions.Expect(device.Page.Locator(".statusbar")).ToContainTextAsync("technician");
    }

    private static async Task<IPage> OtherTabAsync(Device device, string path)
    {
        var tab = await device.Page.Context.NewPageAsync();
        await tab.GotoAsync(new Uri(new Uri(device.Page.Url), path).ToString());
        if (path == "/")
            await tab.Locator("[data-interactive=ready]")
                .First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return tab;
    }

    private static async Task SaysEndedAsync(IPage page)
    {
        await page.WaitForURLAsync("**/sign-in?ended=*");
        await Assertions.Expect(page.Locator("h1").First).ToHaveTextAsync(Ended);
        await Assertions.Expect(page.Locator("input[name=user]")).ToHaveValueAsync("");
    }
}
