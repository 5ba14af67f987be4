using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.QualityControl;

/// <summary>The table of deviations, read by the batch.</summary>
internal sealed class DeviationRows : IEntityTypeConfiguration<Deviation>
{
    public void Configure(EntityTypeBuilder<Deviation> builder)
    {
        builder.AsLife("Deviation");
        builder.HasIndex(d => d.Batch);
    }
}
