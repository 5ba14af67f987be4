using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Materials;

/// <summary>The table of trays: one code a tray.</summary>
internal sealed class TrayRows : IEntityTypeConfiguration<Tray>
{
    public void Configure(EntityTypeBuilder<Tray> builder)
    {
        builder.AsLife("Tray");
        builder.HasIndex(LifeMapping.Site, nameof(Tray.Code)).IsUnique();
        builder.Property(t => t.Lots).AsJson();
    }
}
