using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Donors;

/// <summary>A donor with what is recorded, the latest batches, and the protocols that a determination can be made under.</summary>
public sealed record DonorView(
    Subject Donor,
    IReadOnlyList<(Batch Batch, Protocol Protocol)> Batches,
    IReadOnlyList<Protocol> Protocols
);

/// <summary>Donors and patients. A donor with tests and batches is for who may see donors (<see cref="Access.Policies.Donors"/>).</summary>
public sealed class DonorReads(IDbContextFactory<LabDb> contexts)
{
    private const int LatestBatches = Limits.Reads.BatchesOfADonor;

    /// <summary>A donor by identifier; null where there is nobody, or somebody who gives nothing.</summary>
    public async Task<DonorView?> DonorAsync(SubjectId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Subjects.FirstOrDefaultAsync(s => s.Id == id && s.Donor) is not { } donor)
            return null;
        var batches = await db
            .Batches.Where(b => b.Donor == id)
            .OrderByDescending(b => b.Number)
            .Take(LatestBatches)
            .ToListAsync();
        var used = batches.ConvertAll(b => b.Protocol);
        var protocols = await db
            .Protocols.Where(p => used.Contains(p.Id) || p.State == ProtocolState.Approved)
            .OrderBy(p => p.Code)
            .ThenBy(p => p.Edition)
            .ToListAsync();
        return new DonorView(donor, [.. batches.Select(b => (b, protocols.First(p => p.Id == b.Protocol)))], protocols);
    }

    /// <summary>Whether a wristband is the one that somebody wears now.</summary>
    public async Task<bool> WearsAsync(SubjectId subject, string wristband)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Subjects.AnyAsync(s => s.Id == subject && s.Wristband == wristband);
    }

    /// <summary>Somebody by the pseudonym, or null.</summary>
    public async Task<Subject?> SubjectAsync(string code)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Subjects.FirstOrDefaultAsync(s => s.Code == code);
    }
}
