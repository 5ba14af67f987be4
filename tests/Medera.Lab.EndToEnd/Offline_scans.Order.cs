using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <summary>Nothing overtakes a scan that is not answered, and the box says that it waits.</summary>
public sealed partial class Offline_scans
{
    // A disk that takes new scans and changes nothing that it has: what is noted of a scan stays as it was.
    private const string StandingDisk = """
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...what) {
            if (window.stands && this.name === 'scans') this.transaction.abort();
            else return put.apply(this, what);
        };
        """;

    [Fact]
    public async Task are_brought_before_newer_ones_though_the_disk_stands()
    {
        await using var device = await OpenAsync("technician", "bench-1", script: StandingDisk);
        var codes = Enumerable.Range(701, 6).Select(Roll.Fresh).ToList();
        await device.AnswerAsync(codes[0]);
        await device.Page.EvaluateAsync("window.stands = true");
        device.Line.Hold();
        await device.ScanAsync(device.Page, codes[1]);
        await device.ScanAsync(device.Page, codes[2]);
        await device.Page.WaitForTimeoutAsync(6_500);
        device.Line.LetGo();
        foreach (var code in codes.Skip(3))
            await device.ScanAsync(device.Page, code);
        await AllAnsweredAsync(device, codes);
    }

    [Fact]
    public async Task wait_behind_one_that_the_laboratory_does_not_answer()
    {
        await using var device = await OpenAsync("technician", "bench-1");
        var codes = Enumerable.Range(711, 4).Select(Roll.Fresh).ToList();
        await device.AnswerAsync(codes[0]);
        device.Line.Hold();
        await device.ScanAsync(device.Page, codes[1]);
        await Assertions.Expect(device.Page.Locator(".scan__ready--slow")).ToBeVisibleAsync();
        await Assertions.Expect(OfflineDevice.Waiting(device.Page)).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await device.KeepAsync(codes[2]);
        device.Line.LetGo();
        await device.ScanAsync(device.Page, codes[3]);
        await AllAnsweredAsync(device, codes);
        await Assertions.Expect(device.Page.Locator(".scan__ready--yes")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task that_can_neither_be_kept_nor_answered_are_said_to_be_not_confirmed()
    {
        await using var device = await OpenAsync("technician", "bench-2", script: NoStorage);
        var codes = Enumerable.Range(721, 3).Select(Roll.Fresh).ToList();
        await device.AnswerAsync(codes[0]);
        device.Line.Hold();
        await device.ScanAsync(device.Page, codes[1]);
        var unsure = device.Page.Locator(".scan__note--unsure");
        await Assertions.Expect(unsure).ToContainTextAsync(codes[1], new() { Timeout = 20_000 });
        await Assertions.Expect(unsure).ToContainTextAsync("Not confirmed yet");
        device.Line.LetGo();
        await AllAnsweredAsync(device, codes[..2]);
        await Assertions.Expect(unsure).ToBeHiddenAsync();
        await device.AnswerAsync(codes[2]);
    }

    private async Task AllAnsweredAsync(OfflineDevice device, List<string> codes)
    {
        for (var looked = 0; looked < 600 && (await laboratory.AnsweredAsync(codes)).Count < codes.Count; looked++)
            await device.Page.WaitForTimeoutAsync(100);
        Assert.Equal(codes, await laboratory.AnsweredAsync(codes));
    }
}
