using System.Text.Json;
using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <content>What the auditor finds on the batch's timeline.</content>
public sealed partial class The_journey_in_the_browser
{
    private async Task AuditAsync()
    {
        await using var auditor = await browser.DeviceAsync(laboratory);
        await auditor.SignInAsync("auditor", "qc-1", $"/audit/batches/{batch}");
        var told = await RefusedEventsAsync(auditor);
        told.Reverse();

        // Each attempt once, in its order, with its rule, its person and its station; and nothing else was refused.
        Assert.Equal(refusals.Select(r => r.Wanted), told.Select(t => t.Data.GetProperty("wanted").GetString()));
        foreach (var (refusal, (shown, stored, data)) in refusals.Zip(told))
        {
            Assert.StartsWith("1/station/", stored.GetProperty("stream").GetString());
            Assert.Contains(
                refusal.Rule,
                data.GetProperty("rules")
                    .EnumerateArray()
                    .Select(r => $"{r.GetProperty("rule").GetString()} {r.GetProperty("variant").GetString()}")
            );
            foreach (var seen in new[] { refusal.Id, refusal.Who, refusal.Station })
                Assert.Contains(seen, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Sample Child", shown, StringComparison.Ordinal);
        }

        using var door = await laboratory.AsAsync("auditor");
        Assert.Equal("Administered", (await door.GetAsync($"containers/{Vials[0]}")).GetProperty("state").GetString());
        Assert.Equal(
            "NotAdministered",
            (await door.GetAsync($"containers/{Vials[1]}")).GetProperty("state").GetString()
        );
        Assert.Empty(auditor.Complaints);
    }

    /// <summary>The refused attempts on all pages of the timeline, newest first: what the line says, and the stored bytes that it opens to.</summary>
    private static async Task<List<(string Shown, JsonElement Stored, JsonElement Data)>> RefusedEventsAsync(
        Device auditor
    )
    {
        var found = new List<(string, JsonElement, JsonElement)>();
        while (true)
        {
            foreach (var line in await auditor.Page.Locator(".tl--audit > li").AllAsync())
            {
                var stored = JsonDocument.Parse(await line.Locator("pre.raw").TextContentAsync() ?? "").RootElement;
                if (stored.GetProperty("type").GetString() == "attempt.refused")
                    found.Add((await line.Locator("summary").InnerTextAsync(), stored, stored.GetProperty("data")));
            }
            var older = auditor.Page.Locator("a[rel=next]");
            if (await older.CountAsync() == 0)
                return found;
            var page = auditor.Page.Url;
            await older.ClickAsync();
            await auditor.Page.WaitForURLAsync(url => url != page);
            await Assertions.Expect(auditor.Page.Locator("a[rel=first]")).ToBeVisibleAsync();
        }
    }
}
