using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Data.Mappings;

/// <summary>Refusals of the running minute, a person at a station.</summary>
internal sealed class RefusalTallyRows : IEntityTypeConfiguration<RefusalTally>
{
    public void Configure(EntityTypeBuilder<RefusalTally> builder)
    {
        builder.ToTable("RefusalTally", "lab").HasKey(t => new { t.Station, t.Person });
    }
}
