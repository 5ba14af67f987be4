using Medera.Lab.Web.Data.Postgres;
using Medera.Lab.Web.Startup;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>What the application finds on its folder when a test starts it as a process.</summary>
internal static class WorkingLaboratory
{
    /// <summary>People, and one batch whose vials lie in the tank, in the order of its positions.</summary>
    /// <returns>The vials' codes.</returns>
    public static async Task<IReadOnlyList<string>> PrepareAsync(TestCluster cluster, int vials)
    {
        var database = new TestDatabase(cluster, Database.Name);
        await Bootstrap.RunAsync(cluster.Superuser, database.Name, cluster.Password);
        await Database.MigrateAsync(database.As("lab_migrator"), CancellationToken.None);
        var lab = await TestLaboratory.OverAsync(database);
        await lab.FoundAsync();
        var batch = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "D-1"),
            "MSC-26-0001"
        ).FreezeAsync(vials);
        // The demonstration's last account: where it is, the application makes none of its own.
        await lab.Must("admin", new OpenAccount("auditor2", Roles.Auditor), null, newPassword: TestLaboratory.Password);
        await lab.LeaveAsync();
        return batch.Vials;
    }
}
