using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Storage;

/// <summary>The table of boxes: one place a box, one code a box.</summary>
internal sealed class BoxRows : IEntityTypeConfiguration<Box>
{
    public void Configure(EntityTypeBuilder<Box> builder)
    {
        builder.AsLife("Box");
        builder.HasIndex(LifeMapping.Site, nameof(Box.Tank), nameof(Box.Rack), nameof(Box.Name)).IsUnique();
        builder.HasIndex(LifeMapping.Site, nameof(Box.Code)).IsUnique();
        builder.Ignore(b => b.Path);
    }
}
