using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Audit;

/// <summary>Events, as lists find them.</summary>
internal sealed class FactRows : IEntityTypeConfiguration<FactRow>
{
    public void Configure(EntityTypeBuilder<FactRow> builder)
    {
        builder.ToTable("Fact", "lab").HasKey(f => new { f.StreamNo, f.Version });
        builder.HasIndex(f => f.Recorded).HasMethod("brin");
    }
}
