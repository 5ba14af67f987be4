using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <content>The donor's tests, and QA's determination: a release waits for it.</content>
public sealed partial class The_journey_in_the_browser
{
    private static readonly string[] DonorTests =
    [
        "HivAntibody",
        "HivNat",
        "HbsAg",
        "AntiHbc",
        "HbvNat",
        "HcvAntibody",
        "HcvNat",
        "Syphilis",
    ];

    private async Task DetermineTheDonorAsync()
    {
        await using (var tester = await browser.DeviceAsync(laboratory))
        {
            await tester.SignInAsync("qc", "qc-1");
            await tester.Page.GotoAsync($"/processing/batches/{batch}");
            await tester.Page.Locator("#to-donor").ClickAsync();
            await tester.Page.Locator("#do-record:not([disabled])").WaitForAsync();
            await tester.Page.Locator("#drawn-on").FillAsync("2026-01-05T09:30");
            foreach (var test in DonorTests)
                await tester.Page.Locator($"#test-{test}").SelectOptionAsync("NonReactive");
            await tester.Page.Locator("#do-record").ClickAsync();
            await tester.Page.Locator(".banner--ok").WaitForAsync();
            Assert.Empty(tester.Complaints);
        }
        await using var quality = await browser.DeviceAsync(laboratory);
        await quality.SignInAsync("qa", "qc-1");
        await quality.Page.GotoAsync($"/release/{batch}");
        await quality.Page.Locator("#to-donor").ClickAsync();
        await quality.Page.Locator("#do-determine:not([disabled])").WaitForAsync();
        await quality.Page.Locator("#determine input[value=Eligible]").CheckAsync();
        await SignedAsync(quality, "#do-determine");
        await Assertions
            .Expect(quality.Page.Locator("#donor-status"))
            .ToHaveAttributeAsync("data-standing", "Eligible");
        Assert.Empty(quality.Complaints);
    }
}
