using System.Globalization;

namespace Medera.Lab.Web.Shared;

/// <summary>
/// Instants as people read them. The zone is the offset that the value carries: convert to the laboratory's zone first
/// (<see cref="Layout.LabTime.Local"/>). Storage and attributes use <see cref="Iso"/>, which no culture touches.
/// </summary>
public static class Stamp
{
    /// <summary>10:42</summary>
    public static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>10:42:07</summary>
    public static string Seconds(DateTimeOffset at) => at.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>23 Nov 2026, the month in the reader's language.</summary>
    public static string Date(DateTimeOffset at) => at.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>12 Oct</summary>
    public static string Day(DateTimeOffset at) => at.ToString("d MMM", CultureInfo.CurrentCulture);

    /// <summary>23 Nov 2026 10:42 UTC+3</summary>
    public static string Full(DateTimeOffset at) => $"{Date(at)} {Time(at)} {Zone(at)}";

    /// <summary>UTC, UTC+3, UTC+5:30</summary>
    public static string Zone(DateTimeOffset at)
    {
        if (at.Offset == TimeSpan.Zero)
            return "UTC";
        var sign = at.Offset < TimeSpan.Zero ? '−' : '+';
        var size = at.Offset.Duration();
        return size.Minutes == 0
            ? string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{size.Hours}")
            : string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{size.Hours}:{size.Minutes:00}");
    }

    /// <summary>For attributes: 2026-11-23T07:42:00.000Z, whatever the culture.</summary>
    public static string Iso(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
