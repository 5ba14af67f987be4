using Medera.Lab.EndToEnd.Support;
using Medera.Lab.TestSupport.Logs;

namespace Medera.Lab.EndToEnd;

/// <summary>
/// The program and the page were written twice, in two languages, after the same paper. On every package, whole, changed or broken, they
/// must come to the same verdict, and to the same first bad event or the same range that holds one.
/// </summary>
public sealed class The_two_verifiers(ServedLaboratory laboratory, Browser browser)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("MEDERA_LONG") is { Length: > 0 };

    [Fact]
    public async Task agree_on_every_package_of_the_laboratory()
    {
        using var door = await laboratory.AsAsync("auditor");
        var everything = await door.BytesAsync("log/package");
        var batch = (await door.GetAsync("batches?state=Released"))
            .GetProperty("items")[0]
            .GetProperty("id")
            .GetString();
        var ofBatch = await door.BytesAsync($"log/package?batch={batch}");
        var changes = IsLong ? 2_000 : 40;

        var both = await AgreeAsync(
            ChangedPackages
                .Make(everything, changes)
                .Concat(ChangedPackages.Make(ofBatch, changes / 2))
                .Select(changed => new GivenPackage(changed.Name, changed.Bytes))
        );

        // A comparison in which nothing was ever wrong would compare nothing.
        Assert.All(both.Verdicts, count => Assert.True(count >= 2, string.Join(' ', both.Verdicts)));
        Assert.True(both.Named >= 5, $"{both.Named} events were named");
    }

    [Fact]
    public async Task agree_on_logs_that_were_tampered_with_in_every_way()
    {
        var both = await AgreeAsync(TamperedLogs.Each(IsLong ? 1_500 : 40));

        Assert.True(both.Verdicts[1] >= both.Verdicts.Sum() / 2, string.Join(' ', both.Verdicts));
        Assert.True(both.Named >= both.Verdicts.Sum() / 3, $"{both.Named} events were named in {both.Verdicts.Sum()}");
    }

    [Fact]
    public async Task agree_on_packages_that_were_made_to_divide_them()
    {
        // A case takes the page a second: every other one by its place in the list, so that a run is as the one before, and all of them in
        // the long run.
        var both = await AgreeAsync(DividingPackages.All().Where((_, number) => IsLong || number % 2 == 0));

        Assert.All(both.Verdicts, count => Assert.True(count >= 5, string.Join(' ', both.Verdicts)));
    }

    /// <summary>docs/guide/verifying.md says so: only what the order of the log rests on is read by the program.</summary>
    [Theory]
    [InlineData("\"actor\":", "\"actor\":\"another\",\"actor\":")]
    [InlineData("{\"position\"", "{ \"position\"")]
    public async Task differ_in_a_sealed_event_that_is_not_canonical(string from, string to)
    {
        var log = LogInMemory.Grow(20, [1, 2]);
        log.Bodies[19] = DividingPackages.Changed(log.Bodies[19], from, to);
        log.Seal();

        await WithAsync(async both =>
        {
            var (byProgram, byPage) = await both.SayAsync(
                DividingPackages.Whole("an event that is not canonical", log)
            );
            Assert.Equal((0, 1, 19L), (byProgram.Code, byPage.Code, byPage.First));
        });
    }

    private async Task<BothVerifiers> AgreeAsync(IEnumerable<GivenPackage> packages)
    {
        BothVerifiers? compared = null;
        await WithAsync(async both =>
        {
            compared = both;
            foreach (var package in packages)
                await both.CompareAsync(package);
        });
        Assert.True(compared!.Differences.Count == 0, string.Join('\n', compared.Differences.Take(20)));
        return compared;
    }

    private async Task WithAsync(Func<BothVerifiers, Task> compare)
    {
        using var door = await laboratory.AsAsync("auditor");
        var folder = Directory.CreateTempSubdirectory("medera-verifiers-");
        try
        {
            await using var device = await browser.DeviceAsync(laboratory);
            await compare(
                await BothVerifiers.OpenAsync(device.Page, await door.BytesAsync("log/package"), folder.FullName)
            );

            // The page itself comes from a file, and nothing else does.
            Assert.Equal(["foreign request " + device.Page.Url], device.Complaints);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
