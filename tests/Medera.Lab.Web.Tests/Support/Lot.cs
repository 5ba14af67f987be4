using System.Collections.Concurrent;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>How far a lot has come.</summary>
public enum Reached
{
    Seeded,
    Harvested,
    Frozen,
    Reviewed,
    Released,
}

/// <summary>
/// A laboratory with one lot, MSC-26-0001 of D-1 under UC, that has come so far. It is brought there once in a run, through the real
/// desk, and cloned for each test that begins there.
/// </summary>
/// <param name="State">The last thing that was done with it.</param>
/// <param name="Vials">How many were filled, or are to be.</param>
/// <param name="Stored">Whether each vial has a position, in their order.</param>
/// <param name="Eligible">Whether the donor is determined for the review.</param>
public sealed record Lot(Reached State, int Vials = 4, bool Stored = true, bool Eligible = true)
{
    // A clone's lot has the codes and identifiers of the one that was walked.
    private static readonly ConcurrentDictionary<(TestCluster, Lot), TestBatch> Walked = new();

    /// <summary>A laboratory of one's own in which the lot is there.</summary>
    public async Task<(TestLaboratory Lab, TestBatch Batch)> OpenAsync(TestCluster cluster, bool serve = false)
    {
        var lab = await TestLaboratory.OverAsync(await CloneAsync(cluster), serve);
        return (lab, Of(cluster, lab));
    }

    /// <summary>The database of such a laboratory; nothing runs over it yet.</summary>
    public Task<TestDatabase> CloneAsync(TestCluster cluster) =>
        cluster.CloneAsync(
            ToString(),
            async () =>
            {
                var lab = await TestLaboratory.OpenAsync(cluster);
                var batch = new TestBatch(
                    lab,
                    await TestBatch.ProtocolAsync(lab, "UC"),
                    await TestBatch.SubjectAsync(lab, "D-1"),
                    "MSC-26-0001"
                );
                await WalkAsync(batch);
                Walked[(cluster, this)] = batch;
                return await lab.LeaveAsync();
            }
        );

    /// <summary>The lot, at the desk of a laboratory over such a database.</summary>
    public TestBatch Of(TestCluster cluster, TestLaboratory lab) => Walked[(cluster, this)].In(lab);

    private async Task WalkAsync(TestBatch batch)
    {
        switch (State)
        {
            case Reached.Seeded:
                await batch.SeedAsync();
                break;
            case Reached.Harvested:
                await batch.HarvestAsync(Vials);
                break;
            default:
                await batch.FreezeAsync(Vials, Stored ? 0 : null);
                break;
        }
        if (State == Reached.Reviewed)
            await batch.ReviewAsync(Eligible);
        if (State == Reached.Released)
            await batch.ReleaseAsync();
    }
}
