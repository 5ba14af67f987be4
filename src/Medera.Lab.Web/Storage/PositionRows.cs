using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Storage;

/// <summary>The table of positions: one code a position.</summary>
internal sealed class PositionRows : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.AsLife("Position");
        builder.HasIndex(LifeMapping.Site, nameof(Position.Code)).IsUnique();
        builder.HasIndex(p => p.Box);
    }
}
