using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Materials;

/// <summary>The table of lots of material: one code a lot, and no less than nothing left.</summary>
internal sealed class MaterialRows : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> builder)
    {
        builder.AsLife("Material");
        builder.HasIndex(LifeMapping.Site, nameof(Material.Code)).IsUnique();
        builder.ToTable(t => t.HasCheckConstraint("ck_material_nothing_negative", "remaining >= 0 AND received > 0"));
        builder.Ignore(m => m.Name);
    }
}
