using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <summary>What is not sent, not taken, or not for everybody.</summary>
public sealed partial class Offline_scans
{
    private const string NoStorage =
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };";
    private const string FullStorage =
        "IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); };";

    [Fact]
    public async Task older_than_ten_minutes_are_sent_only_when_a_person_says_so()
    {
        await using var device = await OpenAsync("technician", "qc-1");
        var codes = Enumerable.Range(551, 3).Select(Roll.Fresh).ToArray();
        await device.CutAsync();
        await device.KeepAsync(codes);
        await laboratory.PassAsync(TimeSpan.FromMinutes(11));
        device.Line.Mend();
        var ask = device.Page.GetByText("3 scans of");
        await ask.WaitForAsync();
        await device.Page.ReloadAsync();
        await ask.WaitForAsync();
        Assert.Empty(await laboratory.AnsweredAsync(codes));
        await device.Page.GetByRole(AriaRole.Button, new() { Name = "Send 3" }).ClickAsync();
        await Assertions.Expect(OfflineDevice.Answers(device.Page)).ToHaveCountAsync(3);
        Assert.Equal(codes, await laboratory.AnsweredAsync(codes));
    }

    [Fact]
    public async Task that_are_discarded_say_why_and_leave_a_refused_attempt()
    {
        await using var device = await OpenAsync("technician2", "qc-1");
        var (vial, _) = await StoredAsync(2);
        await device.CutAsync();
        await device.KeepAsync(vial);
        await laboratory.PassAsync(TimeSpan.FromMinutes(11));
        await device.ReloadAsync();
        device.Line.Mend();
        await device
            .Page.GetByRole(AriaRole.Button, new() { Name = "Discard…" })
            .ClickAsync(new() { Timeout = 60_000 });
        var sure = device.Page.GetByRole(AriaRole.Button, new() { Name = "Discard them" });
        await Assertions.Expect(sure).ToBeDisabledAsync();
        await device.Page.Locator("#waiting-reason").SelectOptionAsync("documentation");
        await sure.ClickAsync();
        await Assertions.Expect(OfflineDevice.Answers(device.Page)).ToContainTextAsync(["discarded"]);
        var kept = Assert.Single(await laboratory.EventsAsync("attempt.refused", vial));
        Assert.Contains("offline.discarded", kept, StringComparison.Ordinal);
        Assert.Contains("documentation", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_one_person_wait_unseen_while_another_is_signed_in()
    {
        await using var device = await OpenAsync("technician", "bench-2");
        var code = Roll.Fresh(561);
        await device.CutAsync();
        await device.KeepAsync(code);
        await device.Page.RouteAsync(Route, route => route.AbortAsync());
        device.Line.Mend();
        await OfflineDevice.ReadyAsync(device.Page);
        await device.Device.SignInByFormAsync("technician2", "bench-2");
        await device.Page.UnrouteAsync(Route);
        await device.Page.ReloadAsync();
        await Assertions
            .Expect(device.Page.Locator(".waiting .banner__t"))
            .ToContainTextAsync("1 waiting: technician · bench-2");
        Assert.DoesNotContain(code, await device.Page.Locator("body").TextContentAsync(), StringComparison.Ordinal);
        await device.AnswerAsync(Roll.Fresh(562));
        Assert.Empty(await laboratory.AnsweredAsync([code]));

        await device.Device.SignInByFormAsync("technician", "bench-2");
        await Assertions.Expect(OfflineDevice.Answers(device.Page)).ToHaveCountAsync(1);
        Assert.Equal([code], await laboratory.AnsweredAsync([code]));
    }

    [Fact]
    public async Task are_not_taken_from_somebody_who_has_signed_out()
    {
        await using var device = await OpenAsync("technician", "bench-2");
        await device.Page.Locator("summary.user").ClickAsync();
        await device.Page.Locator("form[action='/sign-out'] button").ClickAsync();
        await device.Page.WaitForURLAsync("**/sign-in*");
        device.Line.Cut();
        await device.Page.GotoAsync("/");
        await device.Page.GetByText("Nobody is signed in on this device").WaitForAsync();
        await device.ScanAsync(device.Page, Roll.Fresh(571));
        await Assertions.Expect(device.Page.Locator(".scan__lost")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task of_a_wristband_are_stopped_at_once()
    {
        await using var device = await OpenAsync("technician", "bench-2");
        await device.CutAsync();
        await device.KeepAsync(Roll.Wristband("P-10281"));
        await Assertions.Expect(device.Page.Locator(".waiting__last")).ToContainTextAsync("Not possible offline");
        await Assertions.Expect(device.Page.Locator(".waiting__last.scan__result--refused")).ToBeVisibleAsync();
        await device.MendAsync(answers: 1);
        await Assertions
            .Expect(OfflineDevice.Answers(device.Page))
            .ToContainTextAsync(["checked only while connected"]);
    }

    [Theory]
    [InlineData(NoStorage)]
    [InlineData(FullStorage)]
    public async Task that_the_device_cannot_keep_are_said_to_be_not_taken(string storage)
    {
        await using var device = await OpenAsync("technician", "bench-2", script: storage);
        var code = Roll.Fresh(581 + storage.Length);
        await device.AnswerAsync(code);
        await device.CutAsync();
        await device.ScanAsync(device.Page, Roll.Fresh(582));
        await Assertions.Expect(device.Page.Locator(".scan__lost")).ToBeVisibleAsync();
        await Assertions.Expect(device.Page.Locator(".waiting__last")).ToHaveCountAsync(0);
        if (storage == NoStorage)
            await device.Page.GetByText("this browser cannot keep scans").WaitForAsync();
        device.Line.Mend();
        await device
            .Page.Locator("[data-interactive=ready]")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 60_000 });
        Assert.Empty(await laboratory.AnsweredAsync([Roll.Fresh(582)]));
    }

    [Fact]
    public async Task that_are_no_codes_are_refused_later_and_block_nothing()
    {
        await using var device = await OpenAsync("technician2", "bench-1");
        await device.CutAsync();
        var waiting = 0;
        foreach (
            var text in new[]
            {
                new string('x', 4000),
                "<img src=x onerror=alert(1)> Şükrü Öğüt 張 \u202e",
                Roll.Fresh(591),
            }
        )
        {
            await device.TypeAsync(text);
            await Assertions.Expect(OfflineDevice.Waiting(device.Page)).ToHaveCountAsync(++waiting);
        }
        Assert.False(await device.Device.ScrollsSidewaysAsync());
        await device.MendAsync(answers: 3);
        await Assertions.Expect(OfflineDevice.Answers(device.Page).Nth(0)).ToContainTextAsync("longer than any code");
        await Assertions.Expect(OfflineDevice.Answers(device.Page).Nth(1)).ToContainTextAsync("Refused");
        Assert.Equal([Roll.Fresh(591)], await laboratory.AnsweredAsync([Roll.Fresh(591)]));
    }

    [Theory]
    [InlineData("en", false)]
    [InlineData("tr", true)]
    public async Task are_shown_on_pages_that_are_clean_in_each_size(string language, bool dark)
    {
        await using var device = await OpenAsync("technician", "bench-1", dark, language);
        await device.CutAsync();
        await device.KeepAsync(Roll.Fresh(601), Roll.Wristband("P-10281"), Roll.Position("R2", "B2", 3));
        await CleanAsync(device);
        await device.ReloadAsync();
        Assert.Equal(language, await device.Page.Locator("html").GetAttributeAsync("lang"));
        await device.KeepAsync(Roll.Fresh(602));
        await CleanAsync(device);
        await device.MendAsync(answers: 4);
        await CleanAsync(device);
    }

    [Fact]
    public async Task keep_nothing_of_anybody_in_the_worker()
    {
        await using var device = await OpenAsync("technician", "bench-1");
        foreach (var path in new[] { "/processing", "/storage", "/audit/timeline", "/batches", "/" })
            await device.Page.GotoAsync(path);
        await OfflineDevice.ReadyAsync(device.Page);
        var kept = await device.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const found = [];
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) found.push(`${new URL(request.url).pathname} ${(await (await cache.match(request)).text()).includes('technician')}`);
              }
              return found;
            }
            """
        );
        Assert.NotEmpty(kept);
        Assert.All(
            kept,
            k =>
                Assert.Matches(
                    "^/offline/(en|tr|language|icons[.]svg|css/[a-z-]+[.]css|js/[a-z-]+[.]js|Scanning/ScanBox[.]razor[.]js) false$",
                    k
                )
        );
        // The log, what is taken away and the door for programs go past it.
        Assert.Equal(200, await device.Page.EvaluateAsync<int>("async () => (await fetch('/log/checkpoint')).status"));
        Assert.Equal(401, await device.Page.EvaluateAsync<int>("async () => (await fetch('/api/v1/batches')).status"));
        Assert.DoesNotContain(device.Device.Complaints, c => !c.Contains("401", StringComparison.Ordinal));
    }

    private static async Task CleanAsync(OfflineDevice device)
    {
        foreach (var (width, height) in new[] { (820, 1180), (390, 844), (1440, 900) })
        {
            await device.Page.SetViewportSizeAsync(width, height);
            Assert.False(await device.Device.ScrollsSidewaysAsync(), $"It scrolls sideways at {width}.");
        }
        Assert.Empty(await device.Device.AxeAsync());
    }
}
