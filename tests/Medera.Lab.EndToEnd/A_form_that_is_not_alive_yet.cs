using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <summary>The server's text of a page is there before its circuit is: who types at once loses nothing.</summary>
public sealed class A_form_that_is_not_alive_yet(ServedLaboratory laboratory, Browser browser)
{
    [Fact]
    public async Task keeps_what_was_typed_what_was_chosen_and_the_caret_but_no_part_of_a_code()
    {
        await using var device = await browser.DeviceAsync(laboratory);
        await device.SignInAsync("technician");
        var page = device.Page;
        var alive = new TaskCompletionSource();
        await page.RouteAsync(
            "**/_blazor/negotiate*",
            async route =>
            {
                await alive.Task;
                await route.ContinueAsync();
            }
        );
        await page.GotoAsync("/materials/do/material.receive");
        await page.Locator("#scan").FillAsync("MLM170X");
        await page.Locator("#unit").SelectOptionAsync("Gram");
        await page.Locator("#article").PressSequentiallyAsync("Walk med");
        alive.SetResult();
        await page.Locator("[data-send]:not([disabled])").WaitForAsync();
        await page.Keyboard.TypeAsync("ium");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#article")).ToHaveValueAsync("Walk medium");
        await Assertions.Expect(page.Locator("#unit")).ToHaveValueAsync("Gram");
        // A part of a code is never handed on.
        await Assertions.Expect(page.Locator("#scan")).ToHaveValueAsync("");

        // The server has heard of it: it is in the draft.
        await page.Locator(".mark").WaitForAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#article")).ToHaveValueAsync("Walk medium");
        await Assertions.Expect(page.Locator("#unit")).ToHaveValueAsync("Gram");
        Assert.Empty(device.Complaints);
    }
}
