using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Data.Mappings;

/// <summary>One table a life. Where the database can hold a rule too, it does: unique codes, one occupant a position.</summary>
internal static class LifeMapping
{
    /// <summary>First in every natural key: a ledger is one site's, and a centre may one day read several.</summary>
    public const string Site = "SiteId";

    /// <summary><see cref="LabSettings.Site"/>, as the tables have it.</summary>
    private const short TheSite = 1;

    public static void Map(ModelBuilder builder)
    {
        var batch = Life<Batch>(builder, "Batch");
        batch.HasIndex(Site, nameof(Batch.Number)).IsUnique();
        batch.Property(b => b.Makers).AsJson();
        batch.Property(b => b.Testers).AsJson();
        batch.Property(b => b.FirstSignature).AsJson();
        batch.Property(b => b.Labels).AsJson();
        batch.Ignore(b => b.Ended);

        var container = Life<Container>(builder, "Container");
        container.HasIndex(Site, nameof(Container.Code)).IsUnique();
        container
            .HasIndex(c => c.Position)
            .IsUnique()
            .HasFilter("position IS NOT NULL")
            .HasDatabaseName("IX_container_one_occupant");
        container.HasIndex(c => c.Batch);
        container.Property(c => c.Parents).AsJson();
        container.Property(c => c.Reserved).AsJson();
        container.Property(c => c.FirstCheck).AsJson();
        container.Property(c => c.SecondCheck).AsJson();
        container.Ignore(c => c.Ended);
        container.ToTable(t =>
            t.HasCheckConstraint("ck_container_one_custodian", "(held_by IS NULL) = (holder IS NULL)")
        );
        container.ToTable(t =>
            t.HasCheckConstraint(
                "ck_container_nothing_negative",
                "volume_ul >= 0 AND given_ul >= 0 AND (cells IS NULL OR cells >= 0)"
            )
        );

        Life<FormerCode>(builder, "FormerCode", nameof(FormerCode.Code)).HasIndex(f => f.Container);

        var protocol = Life<Protocol>(builder, "Protocol");
        protocol.HasIndex(Site, nameof(Protocol.Code), nameof(Protocol.Edition)).IsUnique();
        protocol.Property(p => p.Content).AsJson();

        var plan = Life<Plan>(builder, "Plan");
        plan.HasIndex(p => p.Patient);
        plan.Property(p => p.Sessions).AsJson();
        plan.Ignore(p => p.Current);

        var box = Life<Box>(builder, "Box");
        box.HasIndex(Site, nameof(Box.Tank), nameof(Box.Rack), nameof(Box.Name)).IsUnique();
        box.HasIndex(Site, nameof(Box.Code)).IsUnique();
        box.Ignore(b => b.Path);

        var position = Life<Position>(builder, "Position");
        position.HasIndex(Site, nameof(Position.Code)).IsUnique();
        position.HasIndex(p => p.Box);

        var result = Life<Result>(builder, "Result");
        result
            .HasIndex(r => new { r.Batch, r.Test })
            .IsUnique()
            .HasFilter("current")
            .HasDatabaseName("IX_result_one_current");

        Life<Deviation>(builder, "Deviation").HasIndex(d => d.Batch);
    }

    private static EntityTypeBuilder<T> Life<T>(ModelBuilder builder, string table, string key = "Id")
        where T : class => builder.Entity<T>().AsLife(table, key);

    /// <summary>One table of a life: its key is made by the desk, and a ledger is one site's.</summary>
    public static EntityTypeBuilder<T> AsLife<T>(this EntityTypeBuilder<T> life, string table, string key = "Id")
        where T : class
    {
        life.ToTable(table, "lab");
        life.HasKey(key);
        life.Property(key).ValueGeneratedNever();
        // Set once by the database; a record written whole does not know it and must not clear it.
        var site = life.Property<short>(Site).HasDefaultValue((short)1).ValueGeneratedOnAdd();
        site.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        // Every natural key begins with it: a query that does not say it could use none of their indexes.
        life.HasQueryFilter(row => EF.Property<short>(row, Site) == TheSite);
        return life;
    }
}
