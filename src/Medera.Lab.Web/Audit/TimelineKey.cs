using System.Globalization;

namespace Medera.Lab.Web.Audit;

/// <summary>Where a page of a timeline ended: recorded, stream and version of its last line.</summary>
internal static class TimelineKey
{
    public static string Write(DateTimeOffset at, long stream, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}-{stream}-{version}");

    /// <summary>The key, or the end of time for none. A key that cannot be read begins at the newest.</summary>
    public static (DateTimeOffset At, long Stream, int Version) Parse(string? text)
    {
        var parts = (text ?? "").Split('-');
        return
            parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var stream)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), stream, version)
            : (new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero), long.MaxValue, int.MaxValue);
    }
}
