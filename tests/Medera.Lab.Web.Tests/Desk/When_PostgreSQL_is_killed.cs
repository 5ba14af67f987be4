using System.Collections.Concurrent;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>Kill -9 of a server that keeps what it has promised, under writers, again and again: no acknowledged fact is lost, none is there twice.</summary>
public sealed class When_PostgreSQL_is_killed
{
    private const int Writers = 8;
    private static readonly int Kills = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1" ? 20 : 2;

    [Fact]
    public async Task in_the_middle_of_the_work_nothing_acknowledged_is_lost()
    {
        var cluster = new TestCluster(durable: true);
        await cluster.InitializeAsync();
        try
        {
            await using var lab = await TestLaboratory.OpenAsync(cluster);
            var batch = await new TestBatch(
                lab,
                await TestBatch.ProtocolAsync(lab, "UC"),
                await TestBatch.SubjectAsync(lab, "D-1"),
                "MSC-26-0001"
            ).FreezeAsync(Writers);
            var acknowledged = new ConcurrentDictionary<Guid, Outcome>();
            using var over = new CancellationTokenSource();
            var interrupted = new ConcurrentBag<int>();
            var killed = 0;
            var writers = Enumerable
                .Range(0, Writers)
                .Select(n =>
                    Task.Run(() =>
                        WriteAsync(
                            lab,
                            batch.Vials[n],
                            TestLaboratory.Positions[n],
                            acknowledged,
                            () => interrupted.Add(Volatile.Read(ref killed)),
                            over.Token
                        )
                    )
                )
                .ToList();
            for (var kill = 0; kill < Kills; kill++)
            {
                var before = acknowledged.Count;
                while (acknowledged.Count < before + 40)
                    await Task.Delay(20);
                Interlocked.Increment(ref killed);
                await cluster.KillAsync();
                await Task.Delay(100);
                await cluster.RestartAsync();
            }
            await Task.Delay(300);
            await over.CancelAsync();
            await Task.WhenAll(writers);

            // Each kill met somebody whose statement was on its way; to find the door closed afterwards is not enough.
            Assert.Equal(Enumerable.Range(1, Kills), interrupted.Where(kill => kill > 0).Distinct().Order());
            NpgsqlConnection.ClearAllPools();
            var log = await Replayed.OfAsync(lab);
            var facts = log.Events.GroupBy(e => e.Entry.Command).ToDictionary(c => c.Key, c => c.Count());
            Assert.All(
                acknowledged.Where(a => a.Value == Outcome.Accepted),
                a => Assert.Equal(1, facts.GetValueOrDefault(a.Key))
            );
        }
        finally
        {
            await cluster.DisposeAsync();
        }
    }

    /// <summary>Takes a vial out and puts it back, for ever; what was cut off is asked again with the same id.</summary>
    private static async Task WriteAsync(
        TestLaboratory lab,
        string vial,
        string place,
        ConcurrentDictionary<Guid, Outcome> acknowledged,
        Action interrupted,
        CancellationToken over
    )
    {
        var outside = false;
        while (!over.IsCancellationRequested)
        {
            var id = Ids.New();
            for (var heard = false; !heard; )
            {
                try
                {
                    var answer = await lab.Do(
                        "technician",
                        outside
                            ? new PutAway(new ContainerCode(vial), new PositionCode(place))
                            : new TakeOut(new ContainerCode(vial), new PositionCode(place)),
                        "tank-1",
                        id
                    );
                    Assert.True(answer.Outcome == Outcome.Accepted, answer.Told());
                    acknowledged[id] = answer.Outcome;
                    heard = true;
                }
                catch (Exception gone)
                    when (gone
                            is NpgsqlException
                                or Microsoft.EntityFrameworkCore.DbUpdateException
                                or InvalidOperationException
                                or TimeoutException
                                or IOException
                    )
                {
                    if (Interrupted.Statement(gone))
                        interrupted();
                    await Task.Delay(50, CancellationToken.None);
                }
            }
            outside = !outside;
        }
    }
}
