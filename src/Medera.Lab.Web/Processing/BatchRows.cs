using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Processing;

/// <summary>The table of batches: one number a batch; those that are open are found without looking at the rest.</summary>
internal sealed class BatchRows : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> builder)
    {
        builder.AsLife("Batch");
        builder.HasIndex(LifeMapping.Site, nameof(Batch.Number)).IsUnique();
        builder
            .HasIndex(b => b.StateSince)
            .HasFilter("state NOT IN ('Closed', 'Cancelled', 'Depleted', 'Terminated', 'Rejected')")
            .HasDatabaseName("IX_batch_open");
        builder.HasIndex(b => b.Donor);
        builder.Property(b => b.Makers).AsJson();
        builder.Property(b => b.Testers).AsJson();
        builder.Property(b => b.FirstSignature).AsJson();
        builder.Property(b => b.Labels).AsJson();
        builder.Ignore(b => b.Ended);
    }
}
