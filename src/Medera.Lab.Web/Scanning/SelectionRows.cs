using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Scanning;

/// <summary>Working copies of scans, one a person at a station.</summary>
internal sealed class SelectionRows : IEntityTypeConfiguration<Selection>
{
    public void Configure(EntityTypeBuilder<Selection> builder)
    {
        builder.ToTable("Selection", "lab").HasKey(s => new { s.Person, s.Station });
        builder.Property(s => s.Recent).HasColumnType("jsonb");
    }
}
