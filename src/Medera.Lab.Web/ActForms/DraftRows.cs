using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.ActForms;

/// <summary>Working copies of forms, one a person, act and thing.</summary>
internal sealed class DraftRows : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder
            .ToTable("Draft", "lab")
            .HasKey(d => new
            {
                d.Person,
                d.Step,
                d.About,
            });
        builder.Property(d => d.Fields).HasColumnType("jsonb");
    }
}
