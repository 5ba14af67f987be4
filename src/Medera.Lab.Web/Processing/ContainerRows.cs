using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Processing;

/// <summary>The table of containers: one code, one occupant a position, one custodian, and no less than nothing in it.</summary>
internal sealed class ContainerRows : IEntityTypeConfiguration<Container>
{
    public void Configure(EntityTypeBuilder<Container> builder)
    {
        builder.AsLife("Container");
        builder.HasIndex(LifeMapping.Site, nameof(Container.Code)).IsUnique();
        builder
            .HasIndex(c => c.Position)
            .IsUnique()
            .HasFilter("position IS NOT NULL")
            .HasDatabaseName("IX_container_one_occupant");
        builder.HasIndex(c => c.Batch);
        builder.Property(c => c.Parents).AsJson();
        builder.Property(c => c.Reserved).AsJson();
        builder.Property(c => c.FirstCheck).AsJson();
        builder.Property(c => c.SecondCheck).AsJson();
        builder.Ignore(c => c.Ended);
        builder.ToTable(t =>
            t.HasCheckConstraint("ck_container_one_custodian", "(held_by IS NULL) = (holder IS NULL)")
        );
        builder.ToTable(t =>
            t.HasCheckConstraint(
                "ck_container_nothing_negative",
                "volume_ul >= 0 AND given_ul >= 0 AND (cells IS NULL OR cells >= 0)"
            )
        );
    }
}
