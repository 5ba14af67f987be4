using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Processing;

/// <summary>The table of codes that a container bore before: each is used once for ever.</summary>
internal sealed class FormerCodeRows : IEntityTypeConfiguration<FormerCode>
{
    public void Configure(EntityTypeBuilder<FormerCode> builder)
    {
        builder.AsLife("FormerCode", nameof(FormerCode.Code));
        builder.HasIndex(f => f.Container);
    }
}
