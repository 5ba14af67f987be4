using System.Text.RegularExpressions;
using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <content>Reservation, thaw, the match by two nurses, the infusion; and a vial that was forgotten on the bench.</content>
public sealed partial class The_journey_in_the_browser
{
    private async Task CarryToTheWardTooEarlyAsync()
    {
        await using var ward = await WardAsync("nurse");
        await MatchIsStoppedAsync(ward, Wristband, Vials[0], "R7 not-released");
    }

    /// <summary>Keeps a vial for the patient's next session and takes it out of the tank.</summary>
    private static async Task KeepAsync(Device bench, string vial, string place)
    {
        var reservation = await StepForm.OpenAsync(bench.Page, $"/processing/containers/{vial}/do/reservation.make");
        // The patient who gave it has one plan, which the form knows.
        await Assertions.Expect(bench.Page.Locator("#plan option:checked")).ToContainTextAsync(Patient);
        await Assertions.Expect(bench.Page.Locator("#session")).ToHaveValueAsync("1");
        await reservation.SendAsync();
        await bench.Page.GotoAsync("/");
        await PairAsync(bench, place, vial);
    }

    private async Task ThawOnlyWhenTheSessionIsReadyAsync(Device bench)
    {
        await FormIsRefusedAsync(
            await StepForm.OpenAsync(bench.Page, $"/processing/containers/{Vials[1]}/do/thaw.start"),
            "thaw.start",
            "R28 not-ready"
        );
        await using (var ward = await WardAsync("clinician"))
        {
            await ward.Page.Locator($"#plans tr[data-patient='{Patient}'] a").ClickAsync();
            await ward.ScanAsync(Wristband, "#wristband");
            await ward.Page.Locator("#wristband-read").WaitForAsync();
            await ward.Page.Locator("#weight").FillAsync("20");
            await ward.Page.Locator("#weight").PressAsync("Tab");
            foreach (var tick in new[] { "#no-fever", "#access-working", "#consent", "#go" })
                await ward.Page.Locator(tick).CheckAsync();
            await ward.Page.Locator("#ready-now").ClickAsync();
            await ward.Page.Locator(".banner--ok").WaitForAsync();
        }
        await ThawAsync(bench, Vials[1]);
    }

    private static async Task ThawAsync(Device bench, string vial)
    {
        await (await StepForm.OpenAsync(bench.Page, $"/processing/containers/{vial}/do/thaw.start")).SendAsync();
        await (await StepForm.OpenAsync(bench.Page, $"/processing/containers/{vial}/do/thaw.complete")).SendAsync();
    }

    /// <summary>An hour on the bench: not to be given, not to be frozen again, recorded as not given.</summary>
    private async Task ForgetOnTheBenchAsync(Device bench)
    {
        await laboratory.PassAsync(TimeSpan.FromMinutes(61));
        await using (var ward = await WardAsync("nurse"))
            await MatchIsStoppedAsync(ward, Wristband, Vials[1], "R10 after-thaw");
        await bench.Page.GotoAsync("/");
        await PairIsRefusedAsync(bench, Vials[1], Place(1), "storage.put", "R11 thawed");
        var notGiven = await StepForm.OpenAsync(
            bench.Page,
            $"/processing/containers/{Vials[1]}/do/container.not-administer"
        );
        await notGiven.ChooseAsync("reason", "out-of-specification");
        await notGiven.SendAsync();
    }

    private async Task MatchAndGiveAsync()
    {
        await using var ward = await WardAsync("nurse");
        await MatchIsStoppedAsync(ward, Roll.Wristband(AnotherPatient), Vials[0], "R1 patient");
        await MatchedAsync(ward);
        await Assertions.Expect(ward.Page.Locator(".ward__main")).ToContainTextAsync("Sample Child G");

        var same = Expected("bedside.confirm", "R4 same", "nurse", "bedside-1");
        await MatchedAsync(ward);
        await Assertions.Expect(ward.Page.Locator(".whynot__rule").First).ToContainTextAsync(same.Id);

        // The second nurse signs in on the same tablet.
        await ward.Page.Locator("#second-user").FillAsync("nurse2");
        await ward.Page.Locator("#second-password").FillAsync("demonstration-laboratory");
        await ward.Page.Locator("#second-person button").ClickAsync();
        await Assertions.Expect(ward.Page.Locator("#second-person")).ToHaveCountAsync(0);
        await MatchedAsync(ward);

        var route = Expected("administration.start", "R5 route", "nurse2", "bedside-1");
        await ward.Page.Locator("#route-it").CheckAsync();
        await ward.Page.Locator("#start-now").ClickAsync();
        await StoppedAsync(ward, route);
        await ward.Page.Locator("#route-iv").CheckAsync();
        await ward.Page.Locator("#start-now").ClickAsync();
        await ward.Page.Locator("#given").FillAsync("4");
        await ward.Page.Locator("#given").PressAsync("Tab");
        await ward.Page.Locator("#complete-now").ClickAsync();
        await ward.Page.Locator("#discard-rest").ClickAsync();
        await Assertions.Expect(ward.Page.Locator("#discard-rest")).ToHaveCountAsync(0);

        await ward.Page.GotoAsync("/administration");
        await MatchIsStoppedAsync(ward, Wristband, Vials[0], "R11 opened", "nurse2");
        Assert.Empty(ward.Complaints);
    }

    private async Task<Device> WardAsync(string user)
    {
        var ward = await browser.DeviceAsync(laboratory, 820, 1180);
        await ward.SignInAsync(user, "bedside-1", "/administration");
        return ward;
    }

    private static async Task ScanBothAsync(Device ward, string wristband, string vial)
    {
        await ward.ScanAsync(wristband);
        await Assertions.Expect(ward.Page.Locator("#first-scan")).ToContainTextAsync(wristband);
        await ward.ScanAsync(vial);
    }

    /// <summary>Wristband and product, after which the product and its checks are on the screen.</summary>
    private static async Task MatchedAsync(Device ward)
    {
        await ScanBothAsync(ward, Wristband, Vials[0]);
        await ward.Page.Locator("#check-list").WaitForAsync();
    }

    /// <summary>Wristband and product stop everything on the whole screen.</summary>
    private async Task MatchIsStoppedAsync(
        Device ward,
        string wristband,
        string vial,
        string rule,
        string who = "nurse"
    )
    {
        var refusal = Expected("bedside.confirm", rule, who, "bedside-1");
        await ScanBothAsync(ward, wristband, vial);
        await StoppedAsync(ward, refusal);
    }

    /// <summary>The stop names its rule and no person: not another patient's name, code or wristband, nor anybody's.</summary>
    private static async Task StoppedAsync(Device ward, Refusal refusal)
    {
        await Assertions
            .Expect(ward.Page.Locator(".stop__foot > span").First)
            .ToContainTextAsync(
                new Regex($@"Rule (R\w+, )*{refusal.Id}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            );
        var stop = await ward.Page.Locator(".stop").InnerTextAsync();
        foreach (
            var person in new[]
            {
                Patient,
                AnotherPatient,
                Roll.Wristband(Patient),
                Roll.Wristband(AnotherPatient),
                "Sample Child",
            }
        )
            Assert.DoesNotContain(person, stop, StringComparison.Ordinal);
        await ward.Page.Locator("#stop-again").ClickAsync();
        await Assertions.Expect(ward.Page.Locator(".stop")).ToHaveCountAsync(0);
    }
}
