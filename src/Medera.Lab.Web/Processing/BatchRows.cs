using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Processing;

/// <summary>The table of batches: one number a batch.</summary>
internal sealed class BatchRows : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> builder)
    {
        builder.AsLife("Batch");
        builder.HasIndex(LifeMapping.Site, nameof(Batch.Number)).IsUnique();
        builder.Property(b => b.Makers).AsJson();
        builder.Property(b => b.Testers).AsJson();
        builder.Property(b => b.FirstSignature).AsJson();
        builder.Property(b => b.Labels).AsJson();
        builder.Ignore(b => b.Ended);
    }
}
