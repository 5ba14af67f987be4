using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Medera.Lab.Ledger;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>Files for the auditor, over HTTP; and the alarm, which is for those who do something about it.</summary>
public sealed class What_an_auditor_takes_along(SharedLaboratory shared, TestCluster cluster)
    : IClassFixture<SharedLaboratory>
{
    private readonly TestLaboratory lab = shared.Lab;

    [Fact]
    public async Task proves_an_event_without_this_system()
    {
        using var auditor = await lab.Door().SignInAsync("auditor");
        var stored = (await Reads.EventAsync(7))!;

        var proof = ProofFile.Parse(await auditor.Http.GetByteArrayAsync("api/v1/log/proofs/7"));

        Assert.Equal(7, proof.Index);
        Assert.True(proof.Proves(stored.Body, lab.Services.GetRequiredService<LogKeys>().Current().Select(k => k.Key)));
        Assert.False(
            proof.Proves([.. stored.Body, 0], lab.Services.GetRequiredService<LogKeys>().Current().Select(k => k.Key))
        );
    }

    [Fact]
    public async Task has_the_checkpoint_as_it_was_signed()
    {
        using var auditor = await lab.Door().SignInAsync("auditor");
        var newest = (await Reads.CheckpointAsync())!;

        using var file = await auditor.Http.GetAsync(
            $"api/v1/log/checkpoints/{newest.Size.ToString(CultureInfo.InvariantCulture)}"
        );

        Assert.Equal(
            $"checkpoint-{newest.Size.ToString(CultureInfo.InvariantCulture)}.txt",
            file.Content.Headers.ContentDisposition!.FileName
        );
        Assert.Equal(newest.Whole, await file.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("api/v1/log/proofs/7")]
    [InlineData("api/v1/log/checkpoints/7")]
    [InlineData("audit/log")]
    [InlineData("audit/log/event/7")]
    [InlineData("audit/log/days")]
    public async Task is_not_for_a_technician(string path)
    {
        using var technician = await lab.Door().SignInAsync("technician");
        using var answer = await technician.Http.GetAsync(path);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("auditor", HttpStatusCode.OK)]
    [InlineData("releaser", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("technician", HttpStatusCode.NoContent)]
    [InlineData("nurse", HttpStatusCode.NoContent)]
    public async Task hears_the_alarm_only_whom_it_concerns(string who, HttpStatusCode heard)
    {
        using var door = await lab.Door().SignInAsync(who);
        using var answer = await door.Http.GetAsync("api/v1/log/alarm");

        Assert.Equal(heard, answer.StatusCode);
    }

    [Fact]
    public async Task hears_why_nothing_is_signed_and_in_which_language()
    {
        await using var halted = await TestLaboratory.OpenAsync(cluster, serve: true);
        await halted.SealAsync();
        using var auditor = await halted.Door().SignInAsync("auditor");
        Assert.Null(await TitleAsync(auditor, "en"));

        halted.Services.GetRequiredService<SealState>().Halt("Witness hospital: it saw another root at size 40.");

        Assert.StartsWith("A witness contradicts", await TitleAsync(auditor, "en"), StringComparison.Ordinal);
        Assert.StartsWith("Bir tanık", await TitleAsync(auditor, "tr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task sees_how_far_a_package_is()
    {
        using var auditor = await lab.Door().SignInAsync("auditor");
        var (good, none) = (Ids.New(), Ids.New());

        using var package = await auditor.Http.GetAsync($"api/v1/log/package?progress={good}");
        using var missing = await auditor.Http.GetAsync($"api/v1/log/package?batch={Ids.New()}&progress={none}");

        var progress = lab.Services.GetRequiredService<PackageProgress>();
        Assert.True(
            progress.Standing(good) is { Stage: PackageStage.Done, Total: > 0 } done && done.Done == done.Total
        );
        Assert.Equal(PackageStage.Failed, progress.Standing(none)?.Stage);
        Assert.Null(progress.Standing(Ids.New()));
    }

    [Fact]
    public async Task sees_on_which_side_of_the_way_each_hash_stands()
    {
        var newest = (await Reads.CheckpointAsync())!;
        for (var index = 0L; index < newest.Size; index += 3)
        {
            await using var tree = await Reads.OpenAsync(newest.Size);
            var hash = (await Reads.EventAsync(index))!.Leaf;
            foreach (var step in ProofPage.Steps(await tree.InclusionAsync(index), index, newest.Size))
            {
                var sibling = Convert.FromHexString(step.Hash);
                Node.Hash(step.Left ? sibling : hash, step.Left ? hash : sibling, hash);
            }
            Assert.Equal(newest.Root, hash);
        }
    }

    private LogReads Reads => lab.Services.GetRequiredService<LogReads>();

    private static async Task<string?> TitleAsync(RestDoor door, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/log/alarm");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await door.Http.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString();
    }
}
