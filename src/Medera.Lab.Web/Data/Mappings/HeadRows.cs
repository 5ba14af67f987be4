using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Data.Mappings;

/// <summary>The heads of streams.</summary>
internal sealed class HeadRows : IEntityTypeConfiguration<Head>
{
    public void Configure(EntityTypeBuilder<Head> builder)
    {
        builder.ToTable("Head", "lab").HasKey(h => h.StreamNo);
        builder.Property(h => h.StreamNo).ValueGeneratedNever();
        builder.HasIndex(h => h.NaturalKey).IsUnique();
    }
}
