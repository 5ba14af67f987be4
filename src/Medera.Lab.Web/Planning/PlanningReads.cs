using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Planning;

/// <summary>One plan in a list: whose, and by which protocol.</summary>
public sealed record PlanLine(Plan Plan, Subject Patient, Protocol Protocol)
{
    /// <summary>How many sessions are not given yet.</summary>
    public int Left => Plan.Sessions.Count(s => s.State != SessionState.Given);
}

/// <summary>Plans, and the protocols that they are made by.</summary>
public sealed class PlanningReads(IDbContextFactory<LabDb> contexts)
{
    /// <summary>Plans, newest first; <paramref name="after"/> is the last plan of the page before.</summary>
    public async Task<Page<PlanLine>> PlansAsync(
        Guid? after = null,
        PlanState? state = null,
        SubjectId? patient = null,
        int size = Limits.Reads.Page
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = db.Plans.FromSql($"SELECT * FROM lab.plan WHERE id < {after ?? Guid.AllBitsSet}");
        if (state is { } only)
            rows = rows.Where(p => p.State == only);
        if (patient is { } whose)
            rows = rows.Where(p => p.Patient == whose);
        // Identifiers are made in the order of time.
        var found = await rows.OrderByDescending(p => p.Id).Take(size + 1).ToListAsync();
        var (met, used) = (found.ConvertAll(p => p.Patient), found.ConvertAll(p => p.Protocol));
        var patients = await db.Subjects.Where(s => met.Contains(s.Id)).ToDictionaryAsync(s => s.Id);
        var protocols = await db.Protocols.Where(p => used.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        return new Page<PlanLine>(
            [.. found.Take(size).Select(p => new PlanLine(p, patients[p.Patient], protocols[p.Protocol]))],
            found.Count > size ? found[size - 1].Id.Value.ToString() : null
        );
    }

    /// <summary>A plan with its patient and protocol, or null.</summary>
    public async Task<(Plan Plan, Subject Patient, Protocol Protocol)?> PlanAsync(PlanId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Plans.FirstOrDefaultAsync(p => p.Id == id) is not { } plan)
            return null;
        return (
            plan,
            await db.Subjects.FirstAsync(s => s.Id == plan.Patient),
            await db.Protocols.FirstAsync(p => p.Id == plan.Protocol)
        );
    }

    /// <summary>Active plans whose next session is planned, ready or started, for wards and clinicians.</summary>
    public async Task<IReadOnlyList<(Plan Plan, Subject Patient)>> ActivePlansAsync(int size = Limits.Reads.Page)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = await db
            .Plans.Where(p => p.State == PlanState.Active)
            .Join(db.Subjects, p => p.Patient, s => s.Id, (p, s) => new { p, s })
            .OrderBy(r => r.s.Code)
            .Take(size)
            .ToListAsync();
        return [.. rows.Select(r => (r.p, r.s))];
    }

    /// <summary>Protocol versions, newest first; <paramref name="after"/> is the last of the page before.</summary>
    public async Task<Page<Protocol>> ProtocolsAsync(Guid? after = null, int size = Limits.Reads.Page)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var found = await db
            .Protocols.FromSql($"SELECT * FROM lab.protocol WHERE id < {after ?? Guid.AllBitsSet}")
            .OrderByDescending(p => p.Id)
            .Take(size + 1)
            .ToListAsync();
        return new Page<Protocol>(
            [.. found.Take(size)],
            found.Count > size ? found[size - 1].Id.Value.ToString() : null
        );
    }
}
