using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Donors;

/// <summary>The table of donors and patients: one pseudonym, one chain of identity, one wristband.</summary>
internal sealed class SubjectRows : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> builder)
    {
        builder.AsLife("Subject");
        builder.HasIndex(LifeMapping.Site, nameof(Subject.Code)).IsUnique();
        builder.HasIndex(LifeMapping.Site, nameof(Subject.Coi)).IsUnique().HasFilter("coi IS NOT NULL");
        builder.HasIndex(LifeMapping.Site, nameof(Subject.Wristband)).IsUnique().HasFilter("wristband IS NOT NULL");
        builder.Property(s => s.Consents).AsJson();
        builder.Property(s => s.Eligibility).AsJson();
    }
}
