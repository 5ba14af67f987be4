using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Storage;

/// <summary>The table of rooms: one code, one name.</summary>
internal sealed class RoomRows : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.AsLife("Room");
        builder.HasIndex(LifeMapping.Site, nameof(Room.Code)).IsUnique();
        builder.HasIndex(LifeMapping.Site, nameof(Room.Name)).IsUnique();
        builder.Ignore(room => room.CleaningDue);
    }
}
