using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Shared;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>The number that a stop shows is the one of the attempt on the batch's timeline.</summary>
public sealed class What_a_refusal_is_called(TestCluster cluster)
{
    [Fact]
    public async Task is_the_same_at_the_bedside_and_on_the_timeline()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (protocol, elif) = (await TestBatch.ProtocolAsync(lab, "UC"), await TestBatch.SubjectAsync(lab, "P-1"));
        var batch = await new TestBatch(lab, protocol, elif, "MSC-26-0001").FreezeAsync(2);
        var confirm = new ConfirmAtBedside(new WristbandCode(elif.Wristband), new ContainerCode(batch.Vials[0]));
        var stopped = await lab.Do("nurse", confirm, "bedside-1");
        // A second reading of the same codes adds no event: it says the number of the first.
        var again = await lab.Do("nurse", confirm, "bedside-1");
        Assert.NotNull(stopped.RefusalEventId);
        Assert.Equal(stopped.RefusalEventId, again.RefusalEventId);

        var line = Assert.Single(
            (await lab.Reads.Audit.TimelineAsync(batch.Id.Value)).Items,
            l => l.Type == "attempt.refused"
        );
        Assert.Equal(stopped.RefusalEventId, line.Entry.Id);
        var told = Assert.Single(await lab.Services.GetRequiredService<Narrator>().TellAsync([line], batch.Id.Value));
        Assert.Contains(told.Facts!, f => f.Value == Reference.Shorten(stopped.RefusalEventId.Value));
    }

    [Fact]
    public async Task is_nothing_where_only_a_count_is_kept()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var answers = new List<Answer>();
        for (var n = 0; n < 40; n++)
            answers.Add(
                await lab.Do(
                    "technician",
                    n % 2 == 0 ? new FreezeBatch(new BatchId(Ids.New())) : new ChangeMedium(new BatchId(Ids.New()))
                )
            );
        Assert.All(answers.Take(30), a => Assert.NotNull(a.RefusalEventId));
        Assert.All(answers.Skip(30), a => Assert.Null(a.RefusalEventId));
        Assert.Equal(30, answers.Take(30).Select(a => a.RefusalEventId).Distinct().Count());
    }
}
