using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Data.Mappings;

/// <summary>
/// Indexes that screens read by. A laboratory's history grows for ever, what is open in it does not: each list finds its page without
/// passing what is over. Those over an expression stand in <c>Sql/screens</c>. What these hold, a test holds: it lets the history
/// grow, and no screen reads more for it.
/// </summary>
internal static class ScreenIndexes
{
    public static void Map(ModelBuilder builder)
    {
        var batch = builder.Entity<Batch>();
        // Worklists: state by state, the longest waiting first.
        batch
            .HasIndex(nameof(Batch.State), nameof(Batch.StateSince), LifeMapping.Site)
            .HasDatabaseName("IX_batch_waiting");
        // The list of batches, narrowed to a state.
        batch
            .HasIndex(nameof(Batch.State), nameof(Batch.Number), LifeMapping.Site)
            .HasDatabaseName("IX_batch_in_state");
        // A donor's last ones.
        batch
            .HasIndex(nameof(Batch.Donor), nameof(Batch.Number), LifeMapping.Site)
            .HasDatabaseName("IX_batch_of_donor");

        var container = builder.Entity<Container>();
        container
            .HasIndex(nameof(Container.State), nameof(Container.Since), LifeMapping.Site)
            .HasFilter("kind = 'Product'")
            .HasDatabaseName("IX_container_waiting");
        container
            .HasIndex(nameof(Container.Since), nameof(Container.Code), LifeMapping.Site)
            .HasFilter(
                "reserved IS NOT NULL AND state IN ('Stored', 'Out', 'Thawing', 'Ready', 'Matched', 'Administering')"
            )
            .HasDatabaseName("IX_container_kept");

        // All of a batch's, and not the current ones alone: a review shows what was corrected.
        builder
            .Entity<Result>()
            .HasIndex(nameof(Result.Batch), LifeMapping.Site)
            .HasDatabaseName("IX_result_of_batch");

        var plan = builder.Entity<Plan>();
        plan.HasIndex(nameof(Plan.Patient), LifeMapping.Site)
            .HasFilter("state = 'Active'")
            .HasDatabaseName("IX_plan_active");
        plan.HasIndex(nameof(Plan.State), nameof(Plan.Id), LifeMapping.Site).HasDatabaseName("IX_plan_in_state");

        builder
            .Entity<Protocol>()
            .HasIndex(nameof(Protocol.Code), nameof(Protocol.Edition), LifeMapping.Site)
            .HasFilter("state = 'Approved'")
            .HasDatabaseName("IX_protocol_in_force");

        var material = builder.Entity<Material>();
        material
            .HasIndex(nameof(Material.State), nameof(Material.Id), LifeMapping.Site)
            .HasDatabaseName("IX_material_in_state");
        // What could still be taken, for the list of what has expired.
        material
            .HasIndex(nameof(Material.Id), nameof(Material.Expiry), LifeMapping.Site)
            .HasFilter("state <> 'Consumed' AND state <> 'Recalled'")
            .HasDatabaseName("IX_material_in_use");
        // The last lot of an article.
        material
            .HasIndex(nameof(Material.Gtin), nameof(Material.Id), LifeMapping.Site)
            .HasFilter("gtin IS NOT NULL")
            .HasDatabaseName("IX_material_of_article");
    }
}
