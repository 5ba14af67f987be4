using System.Text.Json;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>One of the last scans of a person at a station.</summary>
/// <param name="Why">The first rule that refused it; null where none did.</param>
/// <param name="Read">How its code was read, for the event that it may become a part of.</param>
/// <param name="Began">Its code was the first of two: it waited for another one, or still does.</param>
public sealed record RecentScan(
    Guid Id,
    DateTimeOffset At,
    string? Symbol,
    Outcome Outcome,
    Broken? Why = null,
    Scan? Read = null,
    bool Began = false
);

/// <summary>What a person scanned at a station and no event holds yet: the first of two scans, and the last five with their outcome.</summary>
internal sealed class WorkingCopy(IDbContextFactory<LabDb> contexts)
{
    /// <summary>Remembers a scan with its answer. A scan sent again changes nothing.</summary>
    public async Task RememberAsync(ScanRequest scan, JudgedScan judged)
    {
        var answer = judged.Answer;
        await using var db = await contexts.CreateDbContextAsync();
        var row = await FindAsync(db, scan.Actor, scan.Station);
        var recent = row is null ? [] : RecentOf(row);
        // An old scan sent again, with others since, is one that changed something long ago.
        if (recent.Any(r => r.Id == scan.Id || r.At > answer.At))
            return;
        recent.Insert(
            0,
            new RecentScan(
                scan.Id,
                answer.At,
                answer.Symbol,
                answer.Outcome,
                answer.Refusals.Count > 0 ? answer.Refusals[0] : null,
                ScanReadings.CodeReading(scan, answer),
                judged.Begins
            )
        );
        var keep =
            judged.Begins ? answer.Symbol
            : judged.LeavesFirst ? row?.Code
            : null;
        var begins = row is null;
        row ??= new Selection { Person = scan.Actor.Value, Station = scan.Station.Value };
        if (judged.Begins || row.Code is null)
            row.At = OfflineScans.SelectionStart(scan, answer);
        var asks = answer.Next is [var word] && ExpectedScans.IsToConfirm(word);
        // How a refused code was read says nothing of the one that goes on waiting, and a code read again is read as it was the last time.
        row.Typed =
            keep is null ? null
            : !judged.Begins ? row.Typed
            : asks ? row.Typed ?? TypedScans.WhyOf(scan)
            : TypedScans.WhyOf(scan);
        row.Awaiting =
            keep is null ? null
            : asks ? row.Code
            : answer.Next is ["confirm"] ? nameof(CommandCard.Discard)
            : null;
        row.Code = keep;
        row.Recent = JsonSerializer.Serialize(WithWaiting(recent, keep), JsonParts.Options);
        if (begins)
            db.Add(row);
        else
            db.Update(row);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Forgets the first of two scans.</summary>
    public async Task ForgetFirstAsync(PersonId person, StationId station)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db
            .Selections.Where(s => s.Person == person.Value && s.Station == station.Value)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Code, (string?)null));
    }

    /// <summary>The working copy of a person at a station; null where nothing was scanned yet.</summary>
    public static Task<Selection?> FindAsync(LabDb db, PersonId person, StationId station) =>
        db.Selections.FirstOrDefaultAsync(s => s.Person == person.Value && s.Station == station.Value);

    /// <summary>The last scans, newest first.</summary>
    public static List<RecentScan> RecentOf(Selection selected) =>
        JsonSerializer.Deserialize<List<RecentScan>>(selected.Recent, JsonParts.Options)!;

    /// <summary>How the first of two scans was read, as far as that is known.</summary>
    public static Scan? FirstRead(Selection selected) =>
        RecentOf(selected).Find(r => IsWaiting(r, selected.Code))?.Read;

    /// <summary>Whether the code that waits was refused with another one, and begins the next pair since.</summary>
    public static bool BeganRefused(Selection selected) =>
        RecentOf(selected).Find(r => IsWaiting(r, selected.Code)) is { Outcome: Outcome.Refused };

    /// <summary>The last scans, and the one that waits, however many were refused since.</summary>
    private static IEnumerable<RecentScan> WithWaiting(List<RecentScan> recent, string? code) =>
        recent.Take(LabDesk.RecentScans).Concat(recent.Where(r => IsWaiting(r, code)).Take(1)).DistinctBy(r => r.Id);

    private static bool IsWaiting(RecentScan scan, string? code) =>
        scan is { Began: true, Read: not null } && scan.Symbol == code;
}
