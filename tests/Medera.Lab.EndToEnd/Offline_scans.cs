using System.Text.Json;
using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <summary>The line is cut, and somebody goes on scanning.</summary>
public sealed partial class Offline_scans(OfflineServer laboratory, Browser browser) : IClassFixture<OfflineServer>
{
    private const string Route = "**/api/v1/offline/scans";

    [Fact]
    public async Task are_recorded_once_and_in_order_though_the_page_is_loaded_again_without_a_server()
    {
        var (vial, place) = await StoredAsync(0);
        await using var device = await OpenAsync("technician", "tank-1");
        await device.AnswerAsync(place);

        await device.CutAsync();
        await device.KeepAsync(vial, Roll.Fresh(501));
        await device.ReloadAsync();
        Assert.Contains(
            "technician",
            await device.Page.Locator("[data-owner]").TextContentAsync(),
            StringComparison.Ordinal
        );
        await device.KeepAsync(vial, place);
        await Assertions.Expect(OfflineDevice.Waiting(device.Page)).ToHaveCountAsync(4);
        await device.MendAsync(answers: 4);

        var taken = Assert.Single(await laboratory.EventsAsync("storage.retrieved", vial));
        var put = Assert.Single(await laboratory.EventsAsync("storage.put", vial));
        foreach (var (body, from) in new[] { (taken, 1), (put, 0) })
        {
            var entry = JsonDocument.Parse(body).RootElement;
            var (happened, recorded) = (
                entry.GetProperty("happened").GetDateTimeOffset(),
                entry.GetProperty("recorded").GetDateTimeOffset()
            );
            Assert.InRange(recorded - happened, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(2));
            Assert.All(
                entry.GetProperty("scan").EnumerateArray().Skip(from),
                s => Assert.Equal("offline", s.GetProperty("flags")[0].GetString())
            );
        }
        // The first of the two was scanned over a standing line, and every scan has its number on this device.
        Assert.Equal(
            [(place, 1, 0), (vial, 2, 1)],
            JsonDocument
                .Parse(taken)
                .RootElement.GetProperty("scan")
                .EnumerateArray()
                .Select(s =>
                    (
                        s.GetProperty("identifier").GetString()!,
                        s.GetProperty("sequence").GetInt32(),
                        s.TryGetProperty("flags", out var f) ? f.GetArrayLength() : 0
                    )
                )
        );
        Assert.Equal(
            [vial, Roll.Fresh(501), vial, place],
            await OfflineDevice.Answers(device.Page).Locator(".id").AllTextContentsAsync()
        );
        await Assertions.Expect(OfflineDevice.Answers(device.Page).First).ToContainTextAsync("Accepted");
        await Assertions.Expect(device.Page.Locator(".listlines--scans li").First).ToContainTextAsync(place);

        await device.Page.GetByRole(AriaRole.Button, new() { Name = "I have read them" }).ClickAsync();
        await Assertions.Expect(OfflineDevice.Answers(device.Page)).ToHaveCountAsync(0);
        await device.Page.ReloadAsync();
        await OfflineDevice.ReadyAsync(device.Page);
        await Assertions.Expect(device.Page.Locator(".waiting > *")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task that_are_all_sent_twice_are_recorded_once()
    {
        var (vial, place) = await StoredAsync(1);
        await using var device = await OpenAsync("technician", "tank-1");
        // Every reply is lost once: the server has done it, and the device cannot know. What finds no line is no sending.
        var (sent, lost, whole) = (new List<string>(), new HashSet<string>(), false);
        await device.Page.RouteAsync(
            Route,
            async route =>
            {
                if (!whole)
                {
                    await route.AbortAsync();
                    return;
                }
                var id = JsonDocument.Parse(route.Request.PostData!).RootElement.GetProperty("id").GetString()!;
                sent.Add(id);
                var answer = await route.FetchAsync();
                if (lost.Add(id))
                    await route.AbortAsync();
                else
                    await route.FulfillAsync(new() { Response = answer });
            }
        );
        await device.CutAsync();
        var codes = new[] { place, vial, Roll.Fresh(511), vial, place };
        await device.KeepAsync(codes);
        device.Line.Mend();
        whole = true;
        await device.MendAsync(answers: 5);

        Assert.Equal(sent.Where((_, i) => i % 2 == 0), sent.Where((_, i) => i % 2 == 1));
        Assert.Equal(10, sent.Count);
        Assert.Single(await laboratory.EventsAsync("storage.retrieved", vial));
        Assert.Single(await laboratory.EventsAsync("storage.put", vial));
        Assert.Equal(codes, await laboratory.AnsweredAsync(codes));
    }

    [Fact]
    public async Task in_two_tabs_are_sent_once_each_and_in_order()
    {
        await using var device = await OpenAsync("technician2", "bench-2");
        var other = await device.Page.Context.NewPageAsync();
        await other.GotoAsync("/");
        await OfflineDevice.ReadyAsync(other);
        await device.CutAsync();
        var codes = Enumerable.Range(521, 8).Select(Roll.Fresh).ToList();
        foreach (var (code, i) in codes.Select((c, i) => (c, i)))
            await device.KeepAsync(i % 2 == 0 ? device.Page : other, code);
        await Assertions.Expect(OfflineDevice.Waiting(device.Page)).ToHaveCountAsync(6);
        await Assertions.Expect(device.Page.Locator(".waiting .banner__t")).ToContainTextAsync("8 waiting");
        var sent = 0;
        device.Page.Context.Request += (_, request) =>
            sent +=
                request.Method == "POST" && request.Url.EndsWith("/offline/scans", StringComparison.Ordinal) ? 1 : 0;
        await device.MendAsync(answers: 8);
        await Assertions.Expect(OfflineDevice.Answers(other)).ToHaveCountAsync(8);

        Assert.Equal(codes, await laboratory.AnsweredAsync(codes));
        Assert.Equal(8, sent);
    }

    [Fact]
    public async Task survive_a_server_that_is_killed_and_started_again()
    {
        await using var device = await OpenAsync("technician", "bench-1");
        var codes = Enumerable.Range(531, 5).Select(Roll.Fresh).ToArray();
        await device.AnswerAsync(codes[0]);
        await laboratory.KillAsync();
        await device.Page.Locator(".scan[data-interactive=down]").WaitForAsync();
        await device.KeepAsync(codes[1..3]);
        await device.ReloadAsync();
        await device.KeepAsync(codes[3..]);
        await laboratory.StartAsync();
        await device.MendAsync(answers: 4);
        Assert.Equal(codes, await laboratory.AnsweredAsync(codes));
    }

    [Fact]
    public async Task that_the_server_never_answered_wait_though_the_page_saw_no_cut()
    {
        await using var device = await OpenAsync("technician", "bench-1");
        var codes = Enumerable.Range(541, 3).Select(Roll.Fresh).ToArray();
        await device.AnswerAsync(codes[0]);
        // Read in the very moment of the cut: on its way, and the page is loaded again before anything could be known.
        device.Line.Cut();
        await device.ScanAsync(device.Page, codes[1]);
        await device.Page.WaitForTimeoutAsync(300);
        await device.ReloadAsync();
        await Assertions.Expect(OfflineDevice.Waiting(device.Page)).ToHaveCountAsync(1);
        await device.KeepAsync(codes[2]);
        await device.MendAsync(answers: 2);
        Assert.Equal(codes, await laboratory.AnsweredAsync(codes));
    }

    [Fact]
    public async Task that_the_database_left_unanswered_are_brought_again_and_the_next_ones_wait_behind_them()
    {
        await using var device = await OpenAsync("technician", "bench-1");
        var codes = Enumerable.Range(621, 30).Select(Roll.Fresh).ToList();
        await device.AnswerAsync(codes[0]);
        // A burst over a line that stands, and behind it the database goes again and again.
        foreach (var code in codes.Skip(1))
        {
            await device.ScanAsync(device.Page, code);
            await laboratory.DropSessionsAsync();
        }
        for (var looked = 0; looked < 600 && (await laboratory.AnsweredAsync(codes)).Count < codes.Count; looked++)
            await device.Page.WaitForTimeoutAsync(100);

        // Each that was not answered waited, and none behind it came first.
        await Assertions.Expect(OfflineDevice.Answers(device.Page).First).ToBeVisibleAsync();
        Assert.Equal(codes, await laboratory.AnsweredAsync(codes));
    }

    [Fact]
    public async Task read_in_the_moment_in_which_the_page_is_loaded_again_wait()
    {
        await using var device = await OpenAsync("technician", "bench-1");
        var code = Roll.Fresh(546);
        await device.CutAsync();
        // The browser's database is slower than the hand that loads the page again.
        await device.Page.EvaluateAsync(
            "IDBDatabase.prototype.transaction = () => ({ objectStore: () => new Proxy({}, { get: () => () => ({}) }) })"
        );
        await device.ScanAsync(device.Page, code);
        await device.ReloadAsync();
        await Assertions.Expect(OfflineDevice.Waiting(device.Page)).ToHaveCountAsync(1);
        await device.ReloadAsync();
        await Assertions.Expect(OfflineDevice.Waiting(device.Page)).ToHaveCountAsync(1);
        await device.MendAsync(answers: 1);
        Assert.Equal([code], await laboratory.AnsweredAsync([code]));
    }

    private Task<OfflineDevice> OpenAsync(
        string user,
        string station,
        bool dark = false,
        string language = "en",
        string? script = null
    ) => OfflineDevice.OpenAsync(browser, laboratory, user, station, dark, language, script);

    /// <summary>The n-th vial in the tank that nobody is to get, and the code of its position.</summary>
    private async Task<(string Vial, string Place)> StoredAsync(int n)
    {
        using var door = await laboratory.AsAsync("technician");
        var batch = (await door.GetAsync("batches"))
            .GetProperty("items")
            .EnumerateArray()
            .First(b => b.GetProperty("number").GetString() == "MSC-26-0409")
            .GetProperty("id")
            .GetString();
        var stored = (await door.GetAsync($"batches/{batch}"))
            .GetProperty("containers")
            .EnumerateArray()
            .Where(c => c.GetProperty("state").GetString() == "Stored")
            .ElementAt(n);
        var path = stored.GetProperty("position").GetString()!.Split(" / ");
        return (
            stored.GetProperty("code").GetString()!,
            Roll.Position(path[1], path[2], ((path[3][0] - 'A') * 9) + path[3][1] - '1')
        );
    }
}
