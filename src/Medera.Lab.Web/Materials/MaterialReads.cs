using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Materials;

/// <summary>One use of a lot, with the lot and the batch.</summary>
public sealed record UseLine(MaterialUse Use, Material Material, string Number, BatchState State);

/// <summary>A tray with what lies on it.</summary>
public sealed record TrayLine(Tray Tray, IReadOnlyList<Material> Lots);

/// <summary>What pages and the REST door read of lots of material, of what they went into, and of trays.</summary>
public sealed class MaterialReads(IDbContextFactory<LabDb> contexts)
{
    /// <summary>The most trays that one list holds.</summary>
    public const int MostTrays = Limits.Reads.Trays;

    /// <summary>Lots, the newest first; <paramref name="after"/> is the last of the page before.</summary>
    /// <param name="expiredBy">Only those whose expiry has passed at this instant and that are not at their end.</param>
    /// <param name="find">The beginning of a code, an article or a supplier's lot, in any case.</param>
    public async Task<Page<Material>> MaterialsAsync(
        Guid? after = null,
        MaterialState? state = null,
        DateTimeOffset? expiredBy = null,
        string? find = null,
        int size = Limits.Reads.Page
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        // Identifiers are made in the order of time.
        var rows = find is { Length: > 0 }
            ? Beginning(db, find, after ?? Guid.AllBitsSet)
            : db.Materials.FromSql($"SELECT * FROM lab.material WHERE id < {after ?? Guid.AllBitsSet}");
        if (state is { } only)
            rows = rows.Where(m => m.State == only);
        if (expiredBy is { } now)
            rows = rows.Where(m =>
                m.Expiry <= now && m.State != MaterialState.Consumed && m.State != MaterialState.Recalled
            );
        var lines = await rows.OrderByDescending(m => m.Id).Take(size + 1).ToListAsync();
        return new Page<Material>(
            [.. lines.Take(size)],
            lines.Count > size ? lines[size - 1].Id.Value.ToString() : null
        );
    }

    /// <summary>As ranges: an index serves each, where a pattern would be held against every lot that there ever was.</summary>
    private static IQueryable<Material> Beginning(LabDb db, string find, Guid before)
    {
        var end = find + Waiting.LastCharacter;
        return db.Materials.FromSql(
            $"""
            SELECT * FROM lab.material WHERE id < {before} AND (
              lower(article) >= lower({find}) AND lower(article) < lower({end})
              OR lower(lot) >= lower({find}) AND lower(lot) < lower({end})
              OR lower(code) >= lower({find}) AND lower(code) < lower({end}))
            """
        );
    }

    /// <summary>A lot by its identifier, or null.</summary>
    public async Task<Material?> MaterialAsync(MaterialId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Materials.FirstOrDefaultAsync(m => m.Id == id);
    }

    /// <summary>The lot of an article that came last, or null: what a package of the same article says again.</summary>
    public async Task<Material?> LastOfAsync(string gtin)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Materials.Where(m => m.Gtin == gtin).OrderByDescending(m => m.Id).FirstOrDefaultAsync();
    }

    /// <summary>What a lot went into, the latest use first.</summary>
    public Task<Page<UseLine>> UsesAsync(MaterialId material, Guid? after = null, int size = Limits.Reads.Page) =>
        UsesAsync(uses => uses.Where(u => u.Material == material), after, size);

    /// <summary>What went into a batch, the latest use first.</summary>
    public Task<Page<UseLine>> UsesAsync(BatchId batch, Guid? after = null, int size = Limits.Reads.Page) =>
        UsesAsync(uses => uses.Where(u => u.Batch == batch), after, size);

    /// <summary>Every tray with what lies on it, those with something first.</summary>
    public async Task<IReadOnlyList<TrayLine>> TraysAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var trays = await db.Trays.OrderByDescending(t => t.Since).Take(MostTrays).ToListAsync();
        var laid = trays.SelectMany(t => t.Lots).Distinct().ToList();
        var lots =
            laid.Count == 0 ? [] : await db.Materials.Where(m => laid.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        return
        [
            .. trays.Select(t => new TrayLine(t, [.. t.Lots.Select(lot => lots[lot])])).OrderBy(t => t.Lots.Count == 0),
        ];
    }

    private async Task<Page<UseLine>> UsesAsync(
        Func<IQueryable<MaterialUse>, IQueryable<MaterialUse>> of,
        Guid? after,
        int size
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        var uses = of(db.MaterialUses.FromSql($"SELECT * FROM lab.material_use WHERE id < {after ?? Guid.AllBitsSet}"));
        var rows = await (
            from use in uses.OrderByDescending(u => u.Id).Take(size + 1)
            join material in db.Materials on use.Material equals material.Id
            join batch in db.Batches on use.Batch equals batch.Id
            orderby use.Id descending
            select new
            {
                use,
                material,
                batch.Number,
                batch.State,
            }
        ).ToListAsync();
        return new Page<UseLine>(
            [.. rows.Take(size).Select(r => new UseLine(r.use, r.material, r.Number, r.State))],
            rows.Count > size ? rows[size - 1].use.Id.Value.ToString() : null
        );
    }
}
