using Medera.Lab.Web.Data;
using Medera.Lab.Web.Data.Postgres;
using Medera.Lab.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>Migrations are added and never rewritten. What a start finds is an edition that it knows, or it says in one sentence what to do, and changes nothing.</summary>
public sealed class A_database_of_another_edition(TestCluster cluster)
{
    private const string First = "20261123000000_Laboratory";

    [Fact]
    public void has_the_tables_of_the_model_after_the_last_migration()
    {
        using var db = new LabDb(LabDbSetup.Options(new DbContextOptionsBuilder<LabDb>(), "Host=none").Options);
        Assert.False(
            db.Database.HasPendingModelChanges(),
            "The model has changed: add a migration (dotnet ef migrations add …), and never rewrite one that was released."
        );
    }

    [Fact]
    public async Task that_is_older_is_brought_to_this_one_with_what_is_in_it()
    {
        await using var old = await OfTheFirstMigrationAsync();
        await old.RunAsync(
            "postgres",
            "INSERT INTO lab.box (id, code, tank, rack, name, rows, columns) VALUES (gen_random_uuid(), 'MLPAAAAAAAAA', 'LN2-A', 'R1', 'B1', 9, 9)"
        );
        var refused = await RefusedAsync(() =>
            Startup.Database.RefuseUnpreparedAsync(old.As("lab_app"), CancellationToken.None)
        );
        Assert.Contains("run \"migrate\"", refused, StringComparison.Ordinal);

        await Startup.Database.MigrateAsync(old.As("lab_migrator"), CancellationToken.None);
        await Startup.Database.RefuseUnpreparedAsync(old.As("lab_app"), CancellationToken.None);
        await using var db = new LabDb(
            LabDbSetup.Options(new DbContextOptionsBuilder<LabDb>(), old.As("lab_app")).Options
        );
        Assert.Equal(
            "MLPAAAAAAAAA",
            Assert.Single(await db.Boxes.ToListAsync(TestContext.Current.CancellationToken)).Code
        );
        await old.RunAsync(
            "lab_app",
            "INSERT INTO lab.box (id, code, tank, rack, name, rows, columns) SELECT gen_random_uuid(), NULL, 'LN2-A', 'R1', n, 9, 9 FROM unnest(ARRAY['B2', 'B3']) AS n"
        );
        // What was brought up has the tables of what was made at once.
        await using var fresh = await TestLaboratory.OpenEmptyAsync(cluster);
        Assert.Equal(await CatalogueAsync(fresh.Database), await CatalogueAsync(old));
    }

    [Theory]
    [InlineData("INSERT INTO lab.migration VALUES ('29990101000000_Later', '10.0.15')", "29990101000000_Later")]
    [InlineData(
        "INSERT INTO ledger.bootstrap (name, sha256) VALUES ('999-later.sql', sha256('later'))",
        "999-later.sql"
    )]
    public async Task that_is_newer_is_not_touched(string later, string named)
    {
        await using var lab = await MigratedAsync();
        await lab.RunAsync("postgres", later);
        var before = await CatalogueAsync(lab);
        // The migrator reads nothing of the ledger; whoever prepares the ledger asks before it does.
        foreach (var start in Starts(lab).Where((_, i) => i != 1 || !named.EndsWith(".sql", StringComparison.Ordinal)))
        {
            var sentence = await RefusedAsync(start);
            Assert.Contains("a newer program", sentence, StringComparison.Ordinal);
            Assert.Contains(named, sentence, StringComparison.Ordinal);
            Assert.Contains("start it with that program or a later one", sentence, StringComparison.Ordinal);
        }
        Assert.Equal(before, await CatalogueAsync(lab));
    }

    [Theory]
    [InlineData("DROP TABLE lab.tray", "lab.tray.code text not null is missing")]
    [InlineData("ALTER TABLE lab.equipment DROP COLUMN room", "lab.equipment.room text not null is missing")]
    [InlineData("ALTER TABLE lab.batch ADD COLUMN colour text", "lab.batch.colour text is not known here")]
    [InlineData(
        "ALTER TABLE lab.batch ALTER COLUMN passage TYPE bigint",
        "lab.batch.passage integer not null is missing"
    )]
    [InlineData("CREATE TABLE lab.annexe (id uuid)", "lab.annexe.id uuid is not known here")]
    [InlineData(
        "DELETE FROM lab.migration WHERE \"MigrationId\" = '20261123000000_Laboratory'",
        "20261123000000_Laboratory was never applied"
    )]
    public async Task that_never_was_one_of_ours_is_not_touched(string made, string named)
    {
        await using var lab = await MigratedAsync();
        await lab.RunAsync("postgres", made);
        foreach (var start in Starts(lab))
        {
            var sentence = await RefusedAsync(start);
            Assert.Contains("made by another edition of the program", sentence, StringComparison.Ordinal);
            Assert.Contains(named, sentence, StringComparison.Ordinal);
            Assert.Contains("start it with the program that made it", sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task whose_first_migration_was_another_one_is_found_before_the_next_is_tried()
    {
        // As the folders of before the first release, when the one migration was still rewritten.
        await using var lab = await OfTheFirstMigrationAsync();
        await lab.RunAsync("postgres", "ALTER TABLE lab.box DROP COLUMN code");
        Assert.Contains(
            "lab.box.code text not null is missing",
            await RefusedAsync(() => Startup.Database.MigrateAsync(lab.As("lab_migrator"), CancellationToken.None)),
            StringComparison.Ordinal
        );
        Assert.Equal(1L, await lab.RunAsync("postgres", "SELECT count(*) FROM lab.migration"));
    }

    [Fact]
    public async Task that_is_empty_or_not_there_at_all_is_nobodys()
    {
        await using var bare = await cluster.CloneAsync();
        await KnownSchema.RefuseAnotherAsync(bare.AsSuperuser(), CancellationToken.None);
        await KnownSchema.RefuseAnotherAsync(cluster.Reserve().AsSuperuser(), CancellationToken.None);
    }

    private static IEnumerable<Func<Task>> Starts(TestDatabase lab) =>
        [
            () => KnownSchema.RefuseAnotherAsync(lab.AsSuperuser(), CancellationToken.None),
            () => Startup.Database.MigrateAsync(lab.As("lab_migrator"), CancellationToken.None),
            () => Startup.Database.RefuseUnpreparedAsync(lab.As("lab_app"), CancellationToken.None),
        ];

    private static async Task<string> RefusedAsync(Func<Task> start)
    {
        var sentence = (await Assert.ThrowsAsync<LaboratoryCannotStart>(start)).Message;
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", sentence, StringComparison.Ordinal);
        return sentence;
    }

    private async Task<TestDatabase> MigratedAsync() =>
        await (await TestLaboratory.OpenEmptyAsync(cluster)).LeaveAsync();

    private async Task<TestDatabase> OfTheFirstMigrationAsync()
    {
        var bare = await cluster.CloneAsync();
        await using var db = new LabDb(
            LabDbSetup.Options(new DbContextOptionsBuilder<LabDb>(), bare.As("lab_migrator")).Options
        );
        await db.GetService<IMigrator>().MigrateAsync(First, CancellationToken.None);
        return bare;
    }

    private static async Task<object?> CatalogueAsync(TestDatabase lab) =>
        await lab.RunAsync(
            "postgres",
            """
            SELECT (SELECT string_agg(table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable, E'\n' ORDER BY table_schema, table_name, column_name)
                    FROM information_schema.columns WHERE table_schema IN ('lab', 'access'))
                || (SELECT string_agg(indexdef, E'\n' ORDER BY indexdef) FROM pg_indexes WHERE schemaname IN ('lab', 'access'))
                || (SELECT string_agg("MigrationId", E'\n' ORDER BY "MigrationId") FROM lab.migration)
            """
        );
}
