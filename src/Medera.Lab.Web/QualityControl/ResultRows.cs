using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.QualityControl;

/// <summary>The table of results: of one test of a batch, one result counts.</summary>
internal sealed class ResultRows : IEntityTypeConfiguration<Result>
{
    public void Configure(EntityTypeBuilder<Result> builder)
    {
        builder.AsLife("Result");
        builder
            .HasIndex(r => new { r.Batch, r.Test })
            .IsUnique()
            .HasFilter("current")
            .HasDatabaseName("IX_result_one_current");
    }
}
