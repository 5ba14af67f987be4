using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Data.Mappings;

/// <summary>Heads of streams, the read model of events, and the working copies.</summary>
internal static class ReadModelMapping
{
    public static void Map(ModelBuilder builder)
    {
        var head = builder.Entity<Head>();
        head.ToTable("Head", "lab").HasKey(h => h.StreamNo);
        head.Property(h => h.StreamNo).ValueGeneratedNever();
        head.HasIndex(h => h.NaturalKey).IsUnique();

        var fact = builder.Entity<FactRow>();
        fact.ToTable("Fact", "lab").HasKey(f => new { f.StreamNo, f.Version });
        fact.HasIndex(f => f.Recorded).HasMethod("brin");

        // Ordered as a timeline is read, so that a page of it never looks at more than it shows.
        var about = builder.Entity<FactAbout>();
        about
            .ToTable("FactAbout", "lab")
            .HasKey(a => new
            {
                a.About,
                a.Recorded,
                a.StreamNo,
                a.Version,
            });

        builder.Entity<Selection>().ToTable("Selection", "lab").HasKey(s => new { s.Person, s.Station });
        builder.Entity<Selection>().Property(s => s.Recent).HasColumnType("jsonb");
        builder
            .Entity<Draft>()
            .ToTable("Draft", "lab")
            .HasKey(d => new
            {
                d.Person,
                d.Step,
                d.About,
            });
        builder.Entity<Draft>().Property(d => d.Fields).HasColumnType("jsonb");
        builder.Entity<RefusalTally>().ToTable("RefusalTally", "lab").HasKey(t => new { t.Station, t.Person });
    }
}
