using System.Diagnostics;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Equipment;

/// <summary>What somebody looks for among the equipment.</summary>
public enum EquipmentStanding
{
    InUse,
    Maintenance,
    Overdue,
}

/// <summary>One piece that was used for a batch: how often, and the last time.</summary>
public sealed record EquipmentUse(Piece Piece, int Times, DateTimeOffset Last);

/// <summary>One batch that a piece was used for: how often, and the last time.</summary>
public sealed record UsedForBatch(BatchId Batch, string Number, BatchState State, int Times, DateTimeOffset Last);

/// <summary>Equipment, and what was done with it.</summary>
public sealed class EquipmentReads(IDbContextFactory<LabDb> contexts)
{
    /// <summary>The most pieces that one list holds.</summary>
    public const int MostEquipment = Limits.Reads.Equipment;

    /// <summary>So many of its last uses are looked at for the batches of a piece.</summary>
    public const int MostUses = Limits.Reads.Uses;

    private static readonly string Used = FactNames.Find(typeof(EquipmentUsed)).Name;

    /// <summary>Equipment: what is overdue first, then what is due next, then what is never due.</summary>
    public async Task<IReadOnlyList<Piece>> EquipmentAsync(
        DateTimeOffset now,
        EquipmentKind? kind = null,
        EquipmentStanding? standing = null
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = db.Equipment.AsQueryable();
        if (kind is { } only)
            rows = rows.Where(e => e.Kind == only);
        var found = await rows.OrderBy(e => e.Name).Take(MostEquipment).ToListAsync();
        return
        [
            .. found
                .Where(e =>
                    standing switch
                    {
                        EquipmentStanding.InUse => e.State == EquipmentState.InUse,
                        EquipmentStanding.Maintenance => e.State == EquipmentState.Maintenance,
                        EquipmentStanding.Overdue => e.IsOverdue(now),
                        null => true,
                        _ => throw new UnreachableException($"Nobody knows what {standing} is."),
                    }
                )
                .OrderBy(e => e.IsOverdue(now) ? 0 : 1)
                .ThenBy(e => e.NextDue ?? DateTimeOffset.MaxValue)
                .ThenBy(e => e.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>A piece of equipment, or null.</summary>
    public async Task<Piece?> EquipmentAsync(EquipmentId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Equipment.FirstOrDefaultAsync(e => e.Id == id);
    }

    /// <summary>What was used for a batch, the last used first.</summary>
    public async Task<IReadOnlyList<EquipmentUse>> EquipmentOfAsync(BatchId batch)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var uses = await UsesAsync(
            db,
            """
            SELECT e.body FROM lab.head AS h JOIN lab.fact AS f ON f.stream_no = h.stream_no AND f.type = $2
            JOIN ledger.event AS e ON e.stream_no = f.stream_no AND e.version = f.version
            WHERE h.natural_key = $1 ORDER BY f.version DESC
            """,
            StreamHead.NaturalKeyOf(StreamKey.For(batch)),
            Used
        );
        var groups = uses.GroupBy(u => u.Fact.Equipment).ToList();
        var ids = groups.ConvertAll(g => g.Key);
        var pieces = await db.Equipment.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id);
        return
        [
            .. groups
                .Select(g => new EquipmentUse(pieces[g.Key], g.Count(), g.Max(u => u.At)))
                .OrderByDescending(u => u.Last)
                .ThenBy(u => u.Piece.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The batches of the last uses of a piece, the last first.</summary>
    public async Task<IReadOnlyList<UsedForBatch>> BatchesOfAsync(EquipmentId equipment)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var uses = await UsesAsync(
            db,
            """
            SELECT e.body FROM lab.fact_about AS a JOIN lab.fact AS f ON f.stream_no = a.stream_no AND f.version = a.version AND f.type = $2
            JOIN ledger.event AS e ON e.stream_no = f.stream_no AND e.version = f.version
            WHERE a.about = $1 ORDER BY a.recorded DESC LIMIT $3
            """,
            equipment.Value,
            Used,
            MostUses
        );
        var groups = uses.GroupBy(u => u.Fact.Batch).ToList();
        var ids = groups.ConvertAll(g => g.Key);
        var batches = await db.Batches.Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id);
        return
        [
            .. groups
                .Select(g => new UsedForBatch(
                    g.Key,
                    batches[g.Key].Number,
                    batches[g.Key].State,
                    g.Count(),
                    g.Max(u => u.At)
                ))
                .OrderByDescending(b => b.Last)
                .ThenBy(b => b.Number, StringComparer.Ordinal),
        ];
    }

    private static async Task<List<(EquipmentUsed Fact, DateTimeOffset At)>> UsesAsync(
        LabDb db,
        string sql,
        params object[] values
    )
    {
        await db.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        var uses = new List<(EquipmentUsed, DateTimeOffset)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var entry = Entry.Parse(reader.GetFieldValue<byte[]>(0));
            uses.Add(((EquipmentUsed)entry.Data, entry.Happened ?? entry.Recorded));
        }
        return uses;
    }
}
