using System.Text.Json;
using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

public sealed class An_open_screen(ServedLaboratory laboratory, Browser browser)
{
    private const string Marked = "window.standsOpen = true";
    private const string StillOpen = "window.standsOpen === true";

    [Fact]
    public async Task follows_what_others_do()
    {
        using var other = await laboratory.AsAsync("technician2");
        var batch = (await other.GetAsync("batches"))
            .GetProperty("items")
            .EnumerateArray()
            .First(b => b.GetProperty("number").GetString() == "MSC-26-0409")
            .GetProperty("id")
            .GetString()!;
        var stored = (await other.GetAsync($"batches/{batch}"))
            .GetProperty("containers")
            .EnumerateArray()
            .First(c => c.GetProperty("state").GetString() == "Stored");
        var (vial, position) = (stored.GetProperty("code").GetString()!, PositionOf(stored));

        await using var reader = await OpenAsync("auditor", "qc-1", $"/processing/batches/{batch}");
        await using var home = await OpenAsync("technician", "bench-2", "/");
        var row = reader.Page.Locator(
            "table.grid tr",
            new() { Has = reader.Page.Locator($"a[href='/processing/containers/{vial}']") }
        );
        var events = reader.Page.Locator(".tl > li");
        var waiting = home.Page.Locator($"[aria-labelledby=waiting] a[href='/processing/containers/{vial}']");
        await Assertions.Expect(row).ToContainTextAsync("In storage");
        await Assertions.Expect(waiting).ToHaveCountAsync(0);

        await other.DoAsync("storage.retrieve", new { container = vial, position }, "tank-1");
        await Assertions.Expect(row).ToContainTextAsync("Out of storage");
        await Assertions.Expect(events.First).ToContainTextAsync("technician2");
        await Assertions.Expect(waiting).ToHaveCountAsync(1);

        await other.DoAsync("storage.put", new { container = vial, position }, "tank-1");
        await Assertions.Expect(row).ToContainTextAsync("In storage");
        await Assertions.Expect(waiting).ToHaveCountAsync(0);

        using var qc = await laboratory.AsAsync("qc");
        await qc.DoAsync(
            "result.enter",
            new
            {
                batch,
                test = "Sterility",
                value = "no growth",
            },
            "qc-1"
        );
        await Assertions
            .Expect(
                reader.Page.Locator("[aria-labelledby=results] li", new() { HasText = "Sterility" }).Locator("span.nw")
            )
            .ToHaveTextAsync("no growth");

        foreach (var screen in new[] { reader, home })
        {
            Assert.True(await screen.Page.EvaluateAsync<bool>(StillOpen), "The page was loaded anew.");
            Assert.Empty(screen.Complaints);
        }
    }

    /// <summary>A screen with a mark on it, which would be gone if it were loaded anew.</summary>
    private async Task<Device> OpenAsync(string user, string station, string path)
    {
        var device = await browser.DeviceAsync(laboratory);
        await device.SignInAsync(user, station, path);
        await device.Page.EvaluateAsync(Marked);
        return device;
    }

    /// <summary>The position's code, from its path: "LN2-A / R1 / B1 / A4".</summary>
    private static string PositionOf(JsonElement container)
    {
        var path = container.GetProperty("position").GetString()!.Split(" / ");
        var (row, column) = (path[3][0] - 'A', path[3][1] - '1');
        return Roll.Position(path[1], path[2], (row * 9) + column);
    }
}
