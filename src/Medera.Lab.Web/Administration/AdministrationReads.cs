using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Administration;

/// <summary>A container that is kept for a session of somebody's plan.</summary>
public sealed record KeptLine(Container Container, string Patient);

/// <summary>What is kept for whom.</summary>
public sealed class AdministrationReads(IDbContextFactory<LabDb> contexts)
{
    /// <summary>Product containers that are kept for a session and not given yet, the oldest first.</summary>
    public async Task<IReadOnlyList<KeptLine>> KeptAsync(int size = Limits.Reads.Page)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var containers = await db
            .Containers.FromSql(
                $"""
                SELECT * FROM lab.container
                WHERE reserved IS NOT NULL AND state IN ('Stored', 'Out', 'Thawing', 'Ready', 'Matched', 'Administering')
                ORDER BY since, code LIMIT {size}
                """
            )
            .ToListAsync();
        var patients = containers.Select(c => c.Reserved!.Patient).Distinct().ToList();
        var codes = await db.Subjects.Where(s => patients.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Code);
        return
        [
            .. containers
                .OrderBy(c => c.Since)
                .ThenBy(c => c.Code, StringComparer.Ordinal)
                .Select(c => new KeptLine(c, codes.GetValueOrDefault(c.Reserved!.Patient, ""))),
        ];
    }

    /// <summary>Containers kept for a plan.</summary>
    public async Task<IReadOnlyList<Container>> KeptForAsync(PlanId plan)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db
            .Containers.FromSql(
                $"SELECT * FROM lab.container WHERE reserved IS NOT NULL AND reserved ->> 'Plan' = {plan.Value.ToString()}"
            )
            .OrderBy(c => c.Code)
            .ToListAsync();
    }
}
