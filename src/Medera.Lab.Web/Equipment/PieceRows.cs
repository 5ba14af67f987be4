using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Equipment;

/// <summary>The table of equipment: one code, one name.</summary>
internal sealed class PieceRows : IEntityTypeConfiguration<Piece>
{
    public void Configure(EntityTypeBuilder<Piece> builder)
    {
        builder.AsLife("Equipment");
        builder.HasIndex(LifeMapping.Site, nameof(Piece.Code)).IsUnique();
        builder.HasIndex(LifeMapping.Site, nameof(Piece.Name)).IsUnique();
        builder.Ignore(piece => piece.NextDue);
    }
}
