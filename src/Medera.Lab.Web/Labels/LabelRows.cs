using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Labels;

/// <summary>The table of printed labels: a container bears one live label.</summary>
internal sealed class LabelRows : IEntityTypeConfiguration<Label>
{
    public void Configure(EntityTypeBuilder<Label> builder)
    {
        builder.AsLife("Label");
        builder
            .HasIndex(l => l.Container)
            .IsUnique()
            .HasFilter("state IN ('Printed', 'Applied') AND container IS NOT NULL")
            .HasDatabaseName("IX_label_one_live");
        builder.HasIndex(l => l.Batch);
        builder.HasIndex(l => l.Code);
        builder.HasIndex(l => l.Replaces).HasFilter("replaces IS NOT NULL");
        builder.Property(l => l.Words).AsJson();
        builder.Ignore(l => l.Live);
    }
}
