using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Donors;

/// <summary>The table of voided wristbands: each is bound once for ever.</summary>
internal sealed class FormerWristbandRows : IEntityTypeConfiguration<FormerWristband>
{
    public void Configure(EntityTypeBuilder<FormerWristband> builder)
    {
        builder.AsLife("FormerWristband", nameof(FormerWristband.Code));
        builder.HasIndex(f => f.Subject);
    }
}
