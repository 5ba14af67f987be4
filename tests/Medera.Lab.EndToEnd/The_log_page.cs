using System.IO.Compression;
using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <summary>An auditor with a checkpoint from before: is the log still the one it was? The browser computes, not the server.</summary>
public sealed class The_log_page(ServedLaboratory laboratory, Browser browser) : IAsyncLifetime
{
    private Device device = null!;
    private string kept = "";

    public async ValueTask InitializeAsync()
    {
        using var outside = new HttpClient { BaseAddress = new Uri(laboratory.Address) };
        kept = await outside.GetStringAsync("log/checkpoint");
        device = await browser.DeviceAsync(laboratory);
        // Signing in is an event: the log goes on from what was kept.
        await device.SignInByFormAsync("auditor", "qc-1", "/audit/log");
        await Assertions.Expect(Page.Locator("#newest")).ToBeVisibleAsync();
        await UntilLargerAsync(outside);
    }

    public async ValueTask DisposeAsync() => await device.DisposeAsync();

    private IPage Page => device.Page;

    [Fact]
    public async Task goes_on_from_a_checkpoint_that_was_kept()
    {
        await CheckAsync(kept);

        await Assertions.Expect(Page.Locator("#verdict [data-verdict=ok]")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("#verdict [data-verdict=bad]")).ToBeHiddenAsync();
        // The same by its file; and a proof of which one hash was changed on its way proves nothing.
        await Page.Locator("#kept").FillAsync("");
        await Page.Locator("#kept-file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "checkpoint.txt",
                    MimeType = "text/plain",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(kept),
                }
            );
        await Assertions.Expect(Page.Locator("#kept")).ToHaveValueAsync(kept);
        await SendAsync();
        await Assertions.Expect(Page.Locator("#verdict [data-verdict=ok]")).ToBeVisibleAsync();
        await ChangeAHashAsync("#verdict");
        await Assertions.Expect(Page.Locator("#verdict [data-verdict=bad]")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("#verdict [data-verdict=bad]")).ToContainTextAsync("Call quality");
        Assert.Empty(device.Complaints);
    }

    [Fact]
    public async Task refuses_a_checkpoint_in_which_one_sign_was_changed()
    {
        var lines = kept.Split('\n');
        lines[2] = (lines[2][0] == 'A' ? 'B' : 'A') + lines[2][1..];
        await CheckAsync(string.Join('\n', lines));

        await Assertions
            .Expect(Page.Locator("#verdict .banner--block"))
            .ToContainTextAsync("No key of this log signed this");
        Assert.Empty(device.Complaints);
    }

    [Fact]
    public async Task shows_the_proof_of_an_event_and_recomputes_it()
    {
        await Page.GotoAsync("/audit/timeline?find=MSC-26-0408");
        var line = Page.Locator(".tl--audit > li").First;
        await Assertions.Expect(line.Locator(".tl__seal")).ToContainTextAsync("sealed");
        await line.Locator("summary").ClickAsync();
        await line.Locator("a[href^='/audit/log/event/']").ClickAsync();

        await Assertions.Expect(Page.Locator("[role=status] [data-verdict=ok]")).ToBeVisibleAsync();
        await ChangeAHashAsync("[data-proof=inclusion]");
        await Assertions.Expect(Page.Locator("[role=status] [data-verdict=bad]")).ToBeVisibleAsync();
        Assert.Empty(device.Complaints);
    }

    [Fact]
    public async Task gives_a_package_of_a_batch_and_says_when_it_is_whole()
    {
        await Page.GotoAsync("/audit/log");
        await Page.Locator("#package-number").FillAsync("MSC-26-0408");
        await Page.Locator("#package-number").PressAsync("Enter");
        var take = Page.Locator("#take-package:not([aria-disabled])");
        await Assertions.Expect(take).ToBeVisibleAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => take.ClickAsync());

        await Assertions.Expect(Page.Locator("[data-stage=Done]")).ToContainTextAsync("events are in the file");
        using var zip = new ZipArchive(File.OpenRead(await download.PathAsync()));
        using var lines = new StreamReader(zip.GetEntry("events.jsonl")!.Open());
        var events = (await lines.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.True(events > 20);
        Assert.Equal(events, zip.Entries.Count(e => e.FullName.StartsWith("proofs/", StringComparison.Ordinal)));
        Assert.Empty(device.Complaints);
    }

    [Fact]
    public async Task gives_the_newest_checkpoint_to_keep()
    {
        await Page.GotoAsync("/audit/log");
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.Locator("#save-checkpoint").ClickAsync());

        Assert.Matches("^checkpoint-[0-9]+\\.txt$", download.SuggestedFilename);
        Assert.StartsWith(
            "demonstration/medera-lab\n",
            await File.ReadAllTextAsync(await download.PathAsync()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task stands_under_the_alarm_like_every_other()
    {
        const string Said = """{"title":"Events wait","text":"Call the administrator."}""";
        await Page.RouteAsync(
            "**/api/v1/log/alarm*",
            route => route.FulfillAsync(new() { ContentType = "application/json", Body = Said })
        );
        await Page.GotoAsync("/processing");
        await Assertions.Expect(Page.Locator("[role=alert][data-alarm]")).ToContainTextAsync("Events wait");

        // Within the application a page is merged into the one before, and brings an empty block along.
        await Page.Locator(".rail__link[href='/audit/log']").ClickAsync();
        await Assertions.Expect(Page.Locator("#newest")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("[role=alert][data-alarm]")).ToBeVisibleAsync();
    }

    private async Task CheckAsync(string text)
    {
        await Page.Locator("#kept").FillAsync(text);
        await SendAsync();
    }

    private async Task SendAsync()
    {
        await Page.Locator("form:has(#kept) button[type=submit]").ClickAsync();
        await Page.Locator("#verdict").WaitForAsync();
    }

    private Task ChangeAHashAsync(string place) =>
        Page.EvaluateAsync(
            """
            async place => {
              const line = document.querySelector(`${place} [data-hash]`);
              line.dataset.hash = (line.dataset.hash[0] === '0' ? '1' : '0') + line.dataset.hash.slice(1);
              (await import('/js/proof.js')).judgeAll();
            }
            """,
            place
        );

    private async Task UntilLargerAsync(HttpClient outside)
    {
        for (var i = 0; i < 100 && await outside.GetStringAsync("log/checkpoint") == kept; i++)
            await Task.Delay(50);
    }
}
