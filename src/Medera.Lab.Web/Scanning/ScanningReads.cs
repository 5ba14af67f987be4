using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Scanning;

/// <summary>What somebody scanned at a station.</summary>
public sealed class ScanningReads(IDbContextFactory<LabDb> contexts)
{
    /// <summary>The last scans of a person at a station and the first of two scans that waits, with the instant until which it does.</summary>
    public async Task<(IReadOnlyList<RecentScan> Recent, string? Waiting, DateTimeOffset? Until)> RecentAsync(
        PersonId person,
        StationId station,
        DateTimeOffset now
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await WorkingCopy.FindAsync(db, person, station) is not { } row)
            return ([], null, null);
        var recent = WorkingCopy.RecentOf(row).Take(LabDesk.RecentScans).ToList();
        var until = row.At + LabDesk.SelectionWaits;
        return row.Code is { } code && until > now ? (recent, code, until) : (recent, null, null);
    }
}
