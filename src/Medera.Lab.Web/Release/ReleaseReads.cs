using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Release;

/// <summary>What waits for a review or is under one.</summary>
public sealed class ReleaseReads(IDbContextFactory<LabDb> contexts)
{
    /// <summary>Batches in quarantine or under review, the longest waiting first, each with what its review shows.</summary>
    public async Task<IReadOnlyList<BatchView>> ReviewsAsync(int size = Limits.Reads.Page)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var batches = await db
            .Batches.Where(b => b.State == BatchState.Quarantine || b.State == BatchState.UnderReview)
            .OrderBy(b => b.StateSince)
            .Take(size)
            .ToListAsync();
        var ids = batches.ConvertAll(b => b.Id);
        var wanted = batches.ConvertAll(b => b.Protocol);
        var met = batches.Select(b => b.Donor).Concat(batches.Select(b => b.Patient).OfType<SubjectId>()).ToList();
        var streams = ids.ConvertAll(id => StreamHead.NaturalKeyOf(StreamKey.For(id)));
        var protocols = await db.Protocols.Where(p => wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var subjects = await db.Subjects.Where(s => met.Contains(s.Id)).ToDictionaryAsync(s => s.Id);
        var versions = await db
            .Heads.Where(h => streams.Contains(h.NaturalKey))
            .ToDictionaryAsync(h => h.NaturalKey, h => h.Version);
        var results = (await db.Results.Where(r => ids.Contains(r.Batch)).ToListAsync()).ToLookup(r => r.Batch);
        var deviations = (await db.Deviations.Where(d => ids.Contains(d.Batch)).ToListAsync()).ToLookup(d => d.Batch);
        return
        [
            .. batches.Select(
                (b, i) =>
                    new BatchView(
                        Batch: b,
                        Protocol: protocols[b.Protocol],
                        Donor: subjects[b.Donor],
                        Patient: b.Patient is { } patient ? subjects.GetValueOrDefault(patient) : null,
                        Version: versions.GetValueOrDefault(streams[i]),
                        Results: [.. results[b.Id].OrderBy(r => r.Test).ThenBy(r => r.Edition)],
                        Deviations: [.. deviations[b.Id].OrderBy(d => d.OpenedAt)],
                        Containers: b.Products
                    )
            ),
        ];
    }
}
