using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <summary>A browser whose camera sees a drawn picture; the reader is the one that the build took from npm.</summary>
public sealed class The_camera(ServedLaboratory laboratory, Browser browser)
{
    [Fact]
    public async Task reads_a_square_code_and_the_log_says_that_it_was_the_camera()
    {
        var code = Roll.Wristband("nobody who is known");
        using var film = new Film().WithQr(code).Written();
        await using var filming = await Browser.FilmingAsync(film.File);
        await using var device = await OpenAsync(filming);
        await AnsweredAsync(device, code);
        await Assertions.Expect(device.Page.Locator(".scan__result[data-scan]")).ToContainTextAsync("Refused");
        Assert.Empty(device.Complaints);

        await device.Page.Locator("[aria-labelledby=last] .card__head a[href^='/audit/timeline']").ClickAsync();
        await Assertions
            .Expect(device.Page.Locator("main"))
            .ToContainTextAsync($"{code} (camera)", new() { IgnoreCase = true });
    }

    [Fact]
    public async Task reads_bars_that_the_laboratory_printed()
    {
        await using var desk = await browser.DeviceAsync(laboratory);
        await desk.SignInAsync("technician", "bench-1", "/labels/codes");
        var card = desk.Page.Locator("#roll .codecard").Nth(12);
        var (code, bars) = (
            (await card.Locator(".code").TextContentAsync())!,
            (await card.Locator(".c128 path").GetAttributeAsync("d"))!
        );
        using var film = new Film().WithBars(bars).Written();
        await using var filming = await Browser.FilmingAsync(film.File);
        await using var device = await OpenAsync(filming);
        await AnsweredAsync(device, code);
        Assert.Empty(device.Complaints);
    }

    [Fact]
    public async Task takes_none_of_two_codes_in_its_sight()
    {
        using var film = new Film().WithQr(Roll.Fresh(511), 420).WithQr(Roll.Fresh(512), 860).Written();
        await using var filming = await Browser.FilmingAsync(film.File);
        await using var device = await OpenAsync(filming);
        await Assertions
            .Expect(device.Page.Locator(".camera__say--several"))
            .ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(device.Page.Locator(".scan__result[data-scan]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task is_closed_until_somebody_opens_it_and_closed_again_by_the_same_button()
    {
        using var film = new Film().WithQr(Roll.Fresh(521)).Written();
        await using var filming = await Browser.FilmingAsync(film.File);
        await using var device = await OpenAsync(filming);
        await AnsweredAsync(device, Roll.Fresh(521));
        await device.Page.Locator("[data-camera]").ClickAsync();
        await Assertions.Expect(device.Page.Locator(".camera")).ToBeHiddenAsync();
        Assert.True(
            await device.Page.EvaluateAsync<bool>("() => document.querySelector('.camera video').srcObject === null")
        );
    }

    private async Task<Device> OpenAsync(Browser filming)
    {
        var device = await filming.DeviceAsync(laboratory);
        await device.SignInAsync("technician", "bench-2");
        await device
            .Page.Locator("[data-interactive=ready]")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(device.Page.Locator(".camera")).ToBeHiddenAsync();
        await device.Page.Locator("[data-camera]").ClickAsync();
        return device;
    }

    private static Task AnsweredAsync(Device device, string code) =>
        Assertions
            .Expect(device.Page.Locator(".scan__result[data-scan] .code").First)
            .ToHaveTextAsync(code, new() { Timeout = 20_000 });
}
