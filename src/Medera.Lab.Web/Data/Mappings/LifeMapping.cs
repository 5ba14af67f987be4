using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medera.Lab.Web.Data.Mappings;

/// <summary>One table a life. Where the database can hold a rule too, it does: unique codes, one occupant a position.</summary>
internal static class LifeMapping
{
    /// <summary>First in every natural key: a ledger is one site's, and a centre may one day read several.</summary>
    public const string Site = "SiteId";

    /// <summary><see cref="LabSettings.Site"/>, as the tables have it.</summary>
    private const short TheSite = 1;

    /// <summary>One table of a life: its key is made by the desk, and a ledger is one site's.</summary>
    public static EntityTypeBuilder<T> AsLife<T>(this EntityTypeBuilder<T> life, string table, string key = "Id")
        where T : class
    {
        life.ToTable(table, "lab");
        life.HasKey(key);
        life.Property(key).ValueGeneratedNever();
        // Set once by the database; a record written whole does not know it and must not clear it.
        var site = life.Property<short>(Site).HasDefaultValue((short)1).ValueGeneratedOnAdd();
        site.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        // Every natural key begins with it: a query that does not say it could use none of their indexes.
        life.HasQueryFilter(row => EF.Property<short>(row, Site) == TheSite);
        return life;
    }
}
