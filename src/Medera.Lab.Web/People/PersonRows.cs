using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.People;

/// <summary>The table of accounts: one name, one badge.</summary>
internal sealed class PersonRows : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.AsLife("Person");
        builder.HasIndex(LifeMapping.Site, nameof(Person.UserName)).IsUnique();
        builder.HasIndex(LifeMapping.Site, nameof(Person.Badge)).IsUnique().HasFilter("badge IS NOT NULL");
    }
}
