using System.IO.Compression;
using System.Text.Json;
using Medera.Lab.Verify;
using Medera.Lab.Verify.Checking;
using Medera.Lab.Verify.Packages;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>A package, and what an auditor brings along.</summary>
/// <param name="Name">How it was made or changed.</param>
/// <param name="Zip">The package.</param>
internal sealed record GivenPackage(string Name, byte[] Zip)
{
    /// <summary>Checkpoints from outside.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Keys that the auditor trusts.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];
}

/// <summary>What a verifier says: the exit code, and the log indexes of the first bad event or of the smallest range that holds one.</summary>
internal sealed record Said(int Code, long? First, long? Last, string Why);

/// <summary>The program, without a process of its own, and the page out of a package, in a browser.</summary>
internal sealed class BothVerifiers(IPage page, string folder)
{
    private int number;

    /// <summary>How often 0, 1 and 2 came out.</summary>
    public int[] Verdicts { get; } = new int[3];

    /// <summary>How often both named an event or a range.</summary>
    public int Named { get; private set; }

    /// <summary>Opens the page of this package from a file, as an auditor would.</summary>
    public static async Task<BothVerifiers> OpenAsync(IPage page, byte[] package, string folder)
    {
        await using var zip = new ZipArchive(new MemoryStream(package));
        var file = Path.Combine(folder, "verify.html");
        await using (var html = await zip.GetEntry("verify.html")!.OpenAsync())
        await using (var to = File.Create(file))
            await html.CopyToAsync(to);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return new BothVerifiers(page, folder);
    }

    /// <summary>A sentence for each package over which they differ.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>Lets both check, and notes where they differ.</summary>
    public async Task CompareAsync(GivenPackage given)
    {
        var (program, page) = await SayAsync(given);
        if ((program.Code, program.First, program.Last) != (page.Code, page.First, page.Last))
            Differences.Add($"{given.Name}: the program says {program}, the page {page}");
        Verdicts[program.Code]++;
        if (program.First is not null)
            Named++;
    }

    /// <summary>Lets both check.</summary>
    public async Task<(Said Program, Said Page)> SayAsync(GivenPackage given)
    {
        // A name of its own for each: a page is not told of a file that is chosen again.
        var file = Path.Combine(folder, $"package-{number++}.zip");
        await File.WriteAllBytesAsync(file, given.Zip);
        var said = (Program(file, given), await PageAsync(file, given));
        File.Delete(file);
        return said;
    }

    // What the command "check" does, with findings in place of sentences.
    private Said Program(string file, GivenPackage given)
    {
        try
        {
            var notes = given
                .Notes.Select(
                    (note, i) =>
                    {
                        var at = Path.Combine(folder, $"kept-{i}");
                        File.WriteAllText(at, note);
                        return at;
                    }
                )
                .ToList();
            var brought = new Brought
            {
                Keys = GivenFiles.Keys(given.Keys),
                Checkpoints = GivenFiles.Checkpoints(notes),
            };
            using var package = PackageFile.Open(file);
            var report = PackageCheck.Run(package, brought, CancellationToken.None).Report;
            var first = report.FirstBad;
            return new Said(
                report.IsClean ? CommandLine.Right : CommandLine.Wrong,
                first?.First,
                first?.Last,
                (first ?? report.Findings.FirstOrDefault())?.Sentence ?? ""
            );
        }
        catch (Unusable unusable)
        {
            return new Said(CommandLine.CannotUse, null, null, unusable.Message);
        }
    }

    private async Task<Said> PageAsync(string file, GivenPackage given)
    {
        await page.EvaluateAsync(
            "([notes, keys]) => { document.getElementById('outside').value = notes; document.getElementById('keys').value = keys; window.lastReport = null; }",
            new[] { string.Join('\n', given.Notes), string.Join('\n', given.Keys) }
        );
        await page.SetInputFilesAsync("#package", file);
        // Asked again and again from here: the page's own policy lets nobody wait inside it.
        var told = "null";
        for (var looked = 0; told == "null" && looked < 3_000; looked++)
        {
            await Task.Delay(looked < 20 ? 5 : 20);
            told = await page.EvaluateAsync<string>("JSON.stringify(window.lastReport)");
        }
        Assert.True(told != "null", $"The page says nothing of {given.Name} after a minute.");
        var report = JsonDocument.Parse(told).RootElement;
        var first = report.GetProperty("first");
        var isNamed = first.ValueKind == JsonValueKind.Object;
        return new Said(
            report.GetProperty("verdict").GetInt32(),
            isNamed ? first.GetProperty("index").GetInt64() : null,
            isNamed ? first.GetProperty("last").GetInt64() : null,
            report.GetProperty("sentence").ToString()
        );
    }
}
