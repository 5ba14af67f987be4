using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Labels;

/// <summary>The table of label templates: of one name, one version is in force.</summary>
internal sealed class TemplateVersionRows : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.AsLife("LabelTemplate");
        builder.HasIndex(LifeMapping.Site, nameof(TemplateVersion.Name), nameof(TemplateVersion.Edition)).IsUnique();
        builder
            .HasIndex(LifeMapping.Site, nameof(TemplateVersion.Name))
            .IsUnique()
            .HasFilter("state = 'Approved'")
            .HasDatabaseName("IX_label_template_one_in_force");
        builder.Property(t => t.Content).AsJson();
        builder.Property(t => t.Drafters).AsJson();
    }
}
