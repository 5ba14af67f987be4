using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.People;

/// <summary>The table of stations: one name, one code.</summary>
internal sealed class StationRows : IEntityTypeConfiguration<Station>
{
    public void Configure(EntityTypeBuilder<Station> builder)
    {
        builder.AsLife("Station");
        builder.HasIndex(LifeMapping.Site, nameof(Station.Name)).IsUnique();
        builder.HasIndex(LifeMapping.Site, nameof(Station.Code)).IsUnique();
    }
}
