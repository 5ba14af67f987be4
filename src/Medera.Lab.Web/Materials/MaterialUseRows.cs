using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Materials;

/// <summary>The table of what lots went into, read by the lot and by the batch.</summary>
internal sealed class MaterialUseRows : IEntityTypeConfiguration<MaterialUse>
{
    public void Configure(EntityTypeBuilder<MaterialUse> builder)
    {
        builder.AsLife("MaterialUse");
        builder.HasIndex(u => new { u.Material, u.Id });
        builder.HasIndex(u => new { u.Batch, u.Id });
    }
}
