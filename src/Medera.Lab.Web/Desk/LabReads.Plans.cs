using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>One plan in a list: whose, and by which protocol.</summary>
public sealed record PlanLine(Plan Plan, Subject Patient, Protocol Protocol)
{
    /// <summary>How many sessions are not given yet.</summary>
    public int Left => Plan.Sessions.Count(s => s.State != SessionState.Given);
}

/// <content>Plans, and what a plan is made of.</content>
public sealed partial class LabReads
{
    /// <summary>Plans, newest first; <paramref name="after"/> is the last plan of the page before.</summary>
    public async Task<Page<PlanLine>> PlansAsync(
        Guid? after = null,
        PlanState? state = null,
        SubjectId? patient = null,
        int size = PageSize
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

    /// <summary>Somebody by the pseudonym, or null.</summary>
    public async Task<Subject?> SubjectAsync(string code)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Subjects.FirstOrDefaultAsync(s => s.Code == code);
    }

    /// <summary>Protocol versions, newest first; <paramref name="after"/> is the last of the page before.</summary>
    public async Task<Page<Protocol>> ProtocolsAsync(Guid? after = null, int size = PageSize)
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
