using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Audit;

/// <summary>What events are about, ordered as a timeline is read, so that a page of it never looks at more than it shows.</summary>
internal sealed class FactAboutRows : IEntityTypeConfiguration<FactAbout>
{
    public void Configure(EntityTypeBuilder<FactAbout> builder)
    {
        builder
            .ToTable("FactAbout", "lab")
            .HasKey(a => new
            {
                a.About,
                a.Recorded,
                a.StreamNo,
                a.Version,
            });
    }
}
