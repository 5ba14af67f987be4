using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>Fills in and sends the plain form of a command, as a person at a tablet does.</summary>
public sealed class StepForm(IPage page)
{
    private Wedge? wedge;

    /// <summary>Opens the form and waits until it can be used.</summary>
    public static async Task<StepForm> OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.Locator("[data-send]:not([disabled])").WaitForAsync();
        return new StepForm(page);
    }

    /// <summary>Types into a field and leaves it.</summary>
    public async Task<StepForm> TypeAsync(string field, string text)
    {
        await page.Locator($"#{field}").FillAsync(text);
        await page.Locator($"#{field}").PressAsync("Tab");
        return this;
    }

    /// <summary>Scans codes into a field; where several could be meant it is chosen first.</summary>
    public async Task<StepForm> ScanAsync(string field, params string[] codes)
    {
        await page.Locator("[data-interactive=ready]")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var into = page.Locator($"[data-into={field}]");
        if (await into.CountAsync() > 0)
            await into.ClickAsync();
        wedge ??= await Wedge.OnAsync(page);
        foreach (var code in codes)
        {
            await wedge.ScanAsync(code);
            await Assertions
                .Expect(page.Locator($"#{field} ul.codes > li", new() { HasText = code }))
                .ToHaveCountAsync(1);
        }
        return this;
    }

    /// <summary>Says yes.</summary>
    public async Task<StepForm> YesAsync(string field)
    {
        await page.Locator($"input[name={field}][value=yes]").CheckAsync();
        return this;
    }

    /// <summary>Chooses from a list.</summary>
    public async Task<StepForm> ChooseAsync(string field, string value)
    {
        await page.Locator($"#{field}").SelectOptionAsync(value);
        return this;
    }

    /// <summary>Sends, and expects that it was recorded.</summary>
    public async Task SendAsync()
    {
        await page.Locator("[data-send]").ClickAsync();
        await page.Locator(".banner--ok").WaitForAsync();
    }

    /// <summary>Sends, signed where a signature is asked, and gives the rules that refused it.</summary>
    public async Task<IReadOnlyList<string>> RefusedAsync()
    {
        await page.Locator("[data-send]").ClickAsync();
        await page.Locator("dialog[open], .whynot").First.WaitForAsync();
        if (await page.Locator("dialog[open]").CountAsync() > 0)
            await SignAsync(page);
        await page.Locator(".whynot").WaitForAsync();
        return await page.Locator(".whynot__rule").AllTextContentsAsync();
    }

    /// <summary>Gives the password in the dialog that is open.</summary>
    public static async Task SignAsync(IPage page)
    {
        await page.Locator("dialog[open] #sign-password").FillAsync("demonstration-laboratory");
        await page.Locator("dialog[open] .btn--primary").ClickAsync();
    }
}
