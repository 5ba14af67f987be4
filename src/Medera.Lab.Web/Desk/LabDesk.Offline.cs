using System.Text.Json;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Data.Mappings;

namespace Medera.Lab.Web.Desk;

/// <summary>Scans that a device kept while nothing answered, and how any scan was read.</summary>
public sealed partial class LabDesk
{
    /// <summary>
    /// A scan that waited on a device and that somebody decided not to send. That it was there, and why it was not sent, is kept as a
    /// refused attempt: nothing is lost without a word.
    /// </summary>
    /// <param name="reason">A code of <see cref="Reasons"/> other than "other", which would ask for text.</param>
    /// <returns>The answer that the scan had before, where it arrived after all; else the refusal.</returns>
    public async Task<Answer> Discard(ScanRequest scan, string reason)
    {
        clock.Look();
        if (scan.OfflineAt is not { } read || reason == Reasons.Other || !Reasons.All.Contains(reason))
            throw new ArgumentException("A scan that waited is discarded for a reason of the list.", nameof(reason));
        var reading = Barcode.Read(scan.Text, Arrival.Of(scan.Source));
        var hash = HashOf(scan, reading);
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await OpenTransactionAsync(db);
        var (known, _, station) = await BeginAsync(db, scan.Id, scan.Actor, scan.Station, hash);
        if (known is not null)
            return known;
        var symbol = reading is Reading.Own own ? await SymbolAsync(db, own.Code) : null;
        return await RefuseScanAsync(
            db,
            transaction,
            scan,
            hash,
            station,
            symbol,
            symbol is null ? Barcode.Shown(scan.Text) : null,
            OfflineRules.Discarded.Broken("discarded", ("read", read), ("reason", reason))
        );
    }

    private static byte[] HashOf(ScanRequest scan, Reading reading) =>
        AnswerCodec.Hash(scan, reading is Reading.Own own ? own.Code.Text : reading.GetType().Name);

    /// <summary>The instant by which the two minutes of a selection are counted: two scans belong together by when they were read, not by when they arrived.</summary>
    private DateTimeOffset ScanInstant(ScanRequest scan) => NotAfter(scan.OfflineAt, clock.Now) ?? clock.Now;

    /// <summary>From when the first of two scans waits. What is refused for an impossible time counts from now.</summary>
    private static DateTimeOffset SelectionStart(ScanRequest scan, Answer answer) =>
        NotAfter(scan.OfflineAt, answer.At) is { } read && answer.At - read <= OfflineRules.Longest ? read : answer.At;

    /// <summary>A device's clock may be a little ahead: nothing has happened after it was recorded.</summary>
    private static DateTimeOffset? NotAfter(DateTimeOffset? read, DateTimeOffset recorded) =>
        read is { } at && at > recorded ? recorded : read;

    /// <summary>What refuses a scan only because it waited; the rules about the act itself come after.</summary>
    private Broken? OfflineBroken(ScanRequest scan, OwnCode scanned, Selection? selected)
    {
        if (scan.OfflineAt is not { } read)
            return null;
        (string, DateTimeOffset)? first = selected?.Code is { } code ? (code, selected.At) : null;
        if (OfflineRules.OfTime(read, clock.Now, first) is { } impossible)
            return impossible;
        return scanned.Kind == CodeKind.Wristband ? OfflineRules.Blocked.Broken("identity") : null;
    }

    private static Scan Read(ScanRequest scan, string identifier) =>
        new(
            identifier,
            AimIdentifier.Of(scan.Text),
            scan.Source,
            scan.OfflineAt is null ? ScanFlags.None : ScanFlags.Offline,
            scan.Sequence
        );

    /// <summary>How the code that an answer is about was read; null where the answer is about another one than was scanned, as a card's may be.</summary>
    private static Scan? CodeReading(ScanRequest scan, Answer answer) =>
        answer.Symbol is { } symbol
        && Barcode.Read(scan.Text, Arrival.Of(scan.Source)) is Reading.Own own
        && own.Code.Text == symbol
            ? Read(scan, symbol)
            : null;

    /// <summary>How the first of two scans was read, as far as that is known.</summary>
    private static Scan? FirstRead(Selection selected) =>
        JsonSerializer
            .Deserialize<List<RecentScan>>(selected.Recent, JsonParts.Options)!
            .Find(r => IsWaiting(r, selected.Code))
            ?.Read;

    /// <summary>The last scans, and the one that waits, however many were refused since.</summary>
    private static IEnumerable<RecentScan> WithWaiting(List<RecentScan> recent, string? code) =>
        recent.Take(RecentScans).Concat(recent.Where(r => IsWaiting(r, code)).Take(1)).DistinctBy(r => r.Id);

    private static bool IsWaiting(RecentScan scan, string? code) =>
        scan is { Outcome: Outcome.Expecting, Read: not null } && scan.Symbol == code;
}
