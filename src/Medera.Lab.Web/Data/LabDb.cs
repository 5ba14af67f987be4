using Medera.Lab.Web.Access;
using Medera.Lab.Web.Data.Mappings;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Data;

/// <summary>
/// The state tables, the read model and the accounts. The immutable records of the rules are the entities: read without
/// tracking, folded by Apply, written whole. The ledger is written by <c>CustodyLog</c> alone and is not mapped.
/// </summary>
public sealed class LabDb(DbContextOptions<LabDb> options) : IdentityUserContext<LabUser, Guid>(options)
{
    public DbSet<Batch> Batches => Set<Batch>();
    public DbSet<Container> Containers => Set<Container>();
    public DbSet<FormerCode> FormerCodes => Set<FormerCode>();
    public DbSet<FormerWristband> FormerWristbands => Set<FormerWristband>();
    public DbSet<Subject> Subjects => Set<Subject>();
    public DbSet<Protocol> Protocols => Set<Protocol>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<Box> Boxes => Set<Box>();
    public DbSet<Position> Positions => Set<Position>();
    public DbSet<Result> Results => Set<Result>();
    public DbSet<Deviation> Deviations => Set<Deviation>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Station> Stations => Set<Station>();
    public DbSet<TemplateVersion> Templates => Set<TemplateVersion>();
    public DbSet<Label> Labels => Set<Label>();
    public DbSet<Material> Materials => Set<Material>();
    public DbSet<MaterialUse> MaterialUses => Set<MaterialUse>();
    public DbSet<Tray> Trays => Set<Tray>();
    public DbSet<Head> Heads => Set<Head>();
    public DbSet<FactRow> Facts => Set<FactRow>();
    public DbSet<FactAbout> FactAbouts => Set<FactAbout>();
    public DbSet<Selection> Selections => Set<Selection>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();
    public DbSet<RefusalTally> RefusalTallies => Set<RefusalTally>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema("lab");
        AccountMapping.Map(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LabDb).Assembly);
        ScreenIndexes.Map(builder);
        Names.UseSnakeCase(builder);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        TypedIds.Register(conventions);
        conventions.Properties<Enum>().HaveConversion<string>();
        conventions.Properties<DateTimeOffset>().HaveColumnType("timestamp with time zone");
    }
}
