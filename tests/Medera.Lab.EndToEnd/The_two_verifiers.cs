using System.IO.Compression;
using System.Text.Json;
using Medera.Lab.EndToEnd.Support;
using Medera.Lab.Verify;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <summary>
/// The program and the page were written twice, in two languages, after the same paper. On every package, whole, changed or broken, they
/// must come to the same verdict, and to the same first bad event where both name one.
/// </summary>
public sealed class The_two_verifiers(ServedLaboratory laboratory, Browser browser)
{
    private static readonly int Changes = Environment.GetEnvironmentVariable("MEDERA_LONG") is { Length: > 0 } ? 2_000 : 90;

    [Fact]
    public async Task agree_on_every_package()
    {
        using var door = await laboratory.AsAsync("auditor");
        var everything = await door.BytesAsync("log/package");
        var batch = (await door.GetAsync("batches?state=Released")).GetProperty("items")[0].GetProperty("id").GetString();
        var ofBatch = await door.BytesAsync($"log/package?batch={batch}");
        var folder = Directory.CreateTempSubdirectory("medera-verifiers-");
        try
        {
            await using var device = await browser.DeviceAsync(laboratory);
            var page = await OpenAsync(device.Page, everything, folder.FullName);
            var verdicts = new int[3];
            foreach (var (number, (name, bytes)) in ChangedPackages.Of(everything, Changes).Concat(ChangedPackages.Of(ofBatch, Changes / 2)).Index())
            {
                // A name of its own for each: a page is not told of a file that is chosen again.
                var file = Path.Combine(folder.FullName, $"package-{number}.zip");
                await File.WriteAllBytesAsync(file, bytes);
                var (code, told) = await ProgramAsync(file);
                var report = await PageAsync(page, file);
                File.Delete(file);

                Assert.True(code == report.Verdict, $"{name}: the program says {code}, the page {report.Verdict}. {told} / {report.Sentence}");
                verdicts[code]++;
            }

            // A comparison in which nothing was ever wrong would compare nothing.
            Assert.All(verdicts, count => Assert.True(count >= 2, string.Join(' ', verdicts)));
            // The page itself comes from a file, and nothing else does.
            Assert.Equal(["foreign request " + page.Url], device.Complaints);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The page as it lies in the package, opened from a file as an auditor would.</summary>
    private static async Task<IPage> OpenAsync(IPage page, byte[] package, string folder)
    {
        await using var zip = new ZipArchive(new MemoryStream(package));
        var file = Path.Combine(folder, "verify.html");
        await using (var html = await zip.GetEntry("verify.html")!.OpenAsync())
        await using (var to = File.Create(file))
            await html.CopyToAsync(to);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    private static async Task<(int Code, string Told)> ProgramAsync(string file)
    {
        await using var said = new StringWriter();
        var code = await CommandLine.RunAsync(["check", file], said, said, TimeProvider.System, CancellationToken.None);
        return (code, said.ToString());
    }

    private static async Task<(int Verdict, string Sentence)> PageAsync(IPage page, string file)
    {
        await page.EvaluateAsync("window.lastReport = null");
        await page.SetInputFilesAsync("#package", file);
        // Asked again and again from here: the page's own policy lets nobody wait inside it.
        var told = "null";
        for (var looked = 0; told == "null" && looked < 1_500; looked++)
        {
            await Task.Delay(20);
            told = await page.EvaluateAsync<string>("JSON.stringify(window.lastReport)");
        }
        Assert.True(told != "null", $"The page says nothing of {Path.GetFileName(file)} after 30 s.");
        var report = JsonDocument.Parse(told).RootElement;
        return (report.GetProperty("verdict").GetInt32(), report.GetProperty("sentence").ToString());
    }
}
