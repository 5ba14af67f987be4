using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Planning;

/// <summary>The table of protocols: a code has its editions.</summary>
internal sealed class ProtocolRows : IEntityTypeConfiguration<Protocol>
{
    public void Configure(EntityTypeBuilder<Protocol> builder)
    {
        builder.AsLife("Protocol");
        builder.HasIndex(LifeMapping.Site, nameof(Protocol.Code), nameof(Protocol.Edition)).IsUnique();
        builder.Property(p => p.Content).AsJson();
    }
}
