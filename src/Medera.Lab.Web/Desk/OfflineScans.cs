using Medera.Lab.Web.Data;

namespace Medera.Lab.Web.Desk;

/// <summary>Scans that a device kept while nothing answered: they count from when they were read.</summary>
internal static class OfflineScans
{
    /// <summary>What refuses a scan only because it waited; the rules about the act itself come after.</summary>
    public static Broken? Against(ScanRequest scan, OwnCode scanned, Selection? selected, DateTimeOffset now)
    {
        if (scan.OfflineAt is not { } read)
            return null;
        (string, DateTimeOffset)? first = selected?.Code is { } code ? (code, selected.At) : null;
        if (OfflineRules.OfTime(read, now, first) is { } impossible)
            return impossible;
        return scanned.Kind == CodeKind.Wristband ? OfflineRules.Blocked.Broken("identity") : null;
    }

    /// <summary>The instant by which the two minutes of a selection are counted: two scans belong together by when they were read, not by when they arrived.</summary>
    public static DateTimeOffset ScanInstant(ScanRequest scan, DateTimeOffset now) =>
        NotAfter(scan.OfflineAt, now) ?? now;

    /// <summary>From when the first of two scans waits. What is refused for an impossible time counts from now.</summary>
    public static DateTimeOffset SelectionStart(ScanRequest scan, Answer answer) =>
        NotAfter(scan.OfflineAt, answer.At) is { } read && answer.At - read <= OfflineRules.Longest ? read : answer.At;

    /// <summary>A device's clock may be a little ahead: nothing has happened after it was recorded.</summary>
    public static DateTimeOffset? NotAfter(DateTimeOffset? read, DateTimeOffset recorded) =>
        read is { } at && at > recorded ? recorded : read;
}
