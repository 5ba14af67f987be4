using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Data.Mappings;

/// <summary>One table a life. Where the database can hold a rule too, it does: unique codes, one occupant a position.</summary>
internal static class LifeMapping
{
    /// <summary>First in every natural key: a ledger is one site's, and a centre may one day read several.</summary>
    public const string Site = "SiteId";

    public static void Map(ModelBuilder builder)
    {
        var batch = Life<Batch>(builder, "Batch");
        batch.HasIndex(Site, nameof(Batch.Number)).IsUnique();
        batch
            .HasIndex(b => b.StateSince)
            .HasFilter("state NOT IN ('Closed', 'Cancelled', 'Depleted', 'Terminated', 'Rejected')")
            .HasDatabaseName("IX_batch_open");
        batch.HasIndex(b => b.Donor);
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

        var subject = Life<Subject>(builder, "Subject");
        subject.HasIndex(Site, nameof(Subject.Code)).IsUnique();
        subject.HasIndex(Site, nameof(Subject.Coi)).IsUnique().HasFilter("coi IS NOT NULL");
        subject.HasIndex(Site, nameof(Subject.Wristband)).IsUnique().HasFilter("wristband IS NOT NULL");
        subject.Property(s => s.Consents).AsJson();
        subject.Property(s => s.Eligibility).AsJson();

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
        var person = Life<Person>(builder, "Person");
        person.HasIndex(Site, nameof(Person.UserName)).IsUnique();
        person.HasIndex(Site, nameof(Person.Badge)).IsUnique().HasFilter("badge IS NOT NULL");
        var station = Life<Station>(builder, "Station");
        station.HasIndex(Site, nameof(Station.Name)).IsUnique();
        station.HasIndex(Site, nameof(Station.Code)).IsUnique();
        MapLabels(builder);
        MapMaterials(builder);
    }

    private static void MapMaterials(ModelBuilder builder)
    {
        var material = Life<Material>(builder, "Material");
        material.HasIndex(Site, nameof(Material.Code)).IsUnique();
        material.HasIndex(m => m.Gtin).HasFilter("gtin IS NOT NULL");
        material.ToTable(t => t.HasCheckConstraint("ck_material_nothing_negative", "remaining >= 0 AND received > 0"));
        material.Ignore(m => m.Name);

        var use = Life<MaterialUse>(builder, "MaterialUse");
        use.HasIndex(u => new { u.Material, u.Id });
        use.HasIndex(u => new { u.Batch, u.Id });

        var tray = Life<Tray>(builder, "Tray");
        tray.HasIndex(Site, nameof(Tray.Code)).IsUnique();
        tray.Property(t => t.Lots).AsJson();
    }

    private static void MapLabels(ModelBuilder builder)
    {
        var template = Life<TemplateVersion>(builder, "LabelTemplate");
        template.HasIndex(Site, nameof(TemplateVersion.Name), nameof(TemplateVersion.Edition)).IsUnique();
        template
            .HasIndex(Site, nameof(TemplateVersion.Name))
            .IsUnique()
            .HasFilter("state = 'Approved'")
            .HasDatabaseName("IX_label_template_one_in_force");
        template.Property(t => t.Content).AsJson();
        template.Property(t => t.Drafters).AsJson();

        var label = Life<Label>(builder, "Label");
        label
            .HasIndex(l => l.Container)
            .IsUnique()
            .HasFilter("state IN ('Printed', 'Applied') AND container IS NOT NULL")
            .HasDatabaseName("IX_label_one_live");
        label.HasIndex(l => l.Batch);
        label.HasIndex(l => l.Code);
        label.HasIndex(l => l.Replaces).HasFilter("replaces IS NOT NULL");
        label.Property(l => l.Words).AsJson();
        label.Ignore(l => l.Live);
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
        return life;
    }
}
