using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Planning;

/// <summary>The table of plans, read by the patient.</summary>
internal sealed class PlanRows : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.AsLife("Plan");
        builder.HasIndex(p => p.Patient);
        builder.Property(p => p.Sessions).AsJson();
        builder.Ignore(p => p.Current);
    }
}
