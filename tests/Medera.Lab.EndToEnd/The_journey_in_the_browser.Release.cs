using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <content>Results, review, and two signatures of people who neither made nor tested it.</content>
public sealed partial class The_journey_in_the_browser
{
    /// <summary>An account that may both test and release: the roles allow it, the rule does not.</summary>
    private const string Both = "tester-and-releaser";

    private static readonly (string Test, string Value)[] Results =
    [
        ("CD73", "98.9"),
        ("CD90", "99.4"),
        ("CD105", "97.6"),
        ("CD45", "0.4"),
        ("CD34", "0.9"),
        ("Viability before freezing", "91.2"),
        ("Viability after thaw", "84"),
        ("Sterility", "no growth"),
        ("Mycoplasma", "negative"),
    ];

    private async Task TestAsync()
    {
        await using (var desk = await browser.DeviceAsync(laboratory))
        {
            await desk.SignInAsync("qc", "qc-1");
            foreach (var (test, value) in Results)
                await EnterAsync(desk, test, value);
        }

        await SignWithAResultMissingAsync();

        using (var admin = await laboratory.AsAsync("admin"))
            await admin.DoAsync(
                "account.open",
                new
                {
                    userName = Both,
                    roles = "Qc, Releaser",
                    newPassword = "demonstration-laboratory",
                    witness = new { user = "admin2", password = "demonstration-laboratory" },
                }
            );
        await using (var desk = await browser.DeviceAsync(laboratory))
        {
            await desk.SignInAsync(Both, "qc-1");
            await EnterAsync(desk, "Endotoxin", "0.05");
        }

        await using var second = await browser.DeviceAsync(laboratory);
        await second.SignInAsync("qc2", "qc-1");
        await second.Page.GotoAsync($"/release/{batch}");
        await SignedAsync(second, "#verify");
    }

    private async Task EnterAsync(Device desk, string test, string value)
    {
        var form = await StepForm.OpenAsync(desk.Page, $"/processing/batches/{batch}/do/result.enter");
        await form.ChooseAsync("test", test);
        await form.TypeAsync("value", value);
        await form.SendAsync();
    }

    /// <summary>The review page says what is missing and offers no signature yet; whoever opens the form all the same is refused.</summary>
    private async Task SignWithAResultMissingAsync()
    {
        await using var desk = await browser.DeviceAsync(laboratory);
        await desk.SignInAsync("releaser", "qc-1");
        await desk.Page.GotoAsync($"/release/{batch}");
        await Assertions
            .Expect(desk.Page.Locator(".whynot"))
            .ToContainTextAsync("The mandatory result Endotoxin is missing.");
        await FormIsRefusedAsync(
            await StepForm.OpenAsync(desk.Page, $"/processing/batches/{batch}/do/release.sign"),
            "release.sign",
            "R8a missing",
            "releaser",
            "qc-1"
        );
    }

    private async Task ReleaseAsync()
    {
        await using (var quality = await browser.DeviceAsync(laboratory))
        {
            await quality.SignInAsync("qa", "qc-1");
            await quality.Page.GotoAsync($"/release/{batch}");
            await quality.Page.Locator("#open-review:not([disabled])").ClickAsync();
            await SignedAsync(quality, "#review-trail");
        }
        await using (var tester = await browser.DeviceAsync(laboratory))
        {
            await tester.SignInAsync(Both, "qc-1");
            await tester.Page.GotoAsync($"/release/{batch}");
            await SigningIsRefusedAsync(tester, "R9 tested", Both);
        }
        await using (var first = await browser.DeviceAsync(laboratory))
        {
            await first.SignInAsync("releaser", "qc-1");
            await first.Page.GotoAsync($"/release/{batch}");
            await SignedAsync(first, "#sign-release");
            await SigningIsRefusedAsync(first, "R9 twice", "releaser");
        }
        await using var second = await browser.DeviceAsync(laboratory);
        await second.SignInAsync("releaser2", "qc-1");
        await second.Page.GotoAsync($"/release/{batch}");
        await SignedAsync(second, "#sign-release");
        await Assertions.Expect(second.Page.Locator(".band")).ToContainTextAsync("Released");
        Assert.Empty(second.Complaints);
    }

    /// <summary>Presses a button, gives the password, and waits for the record.</summary>
    private static async Task SignedAsync(Device device, string button)
    {
        await PasswordAsync(device, button);
        await device.Page.Locator(".banner--ok").WaitForAsync();
    }

    private async Task SigningIsRefusedAsync(Device device, string rule, string who)
    {
        var refusal = Expected("release.sign", rule, who, "qc-1");
        await PasswordAsync(device, "#sign-release");
        await Assertions
            .Expect(device.Page.Locator("[aria-labelledby=not-done] .whynot__rule").First)
            .ToContainTextAsync(refusal.Id);
    }

    private static async Task PasswordAsync(Device device, string button)
    {
        // What a rule stands against is marked for everybody and can be pressed all the same.
        await device.Page.Locator($"{button}:not([disabled])").ClickAsync(new() { Force = true });
        await StepForm.SignAsync(device.Page);
        await Assertions.Expect(device.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }
}
