using System.Globalization;

namespace Medera.Lab.Scanning;

/// <summary>A day, and where the label gives it a time of day, in the local time of the place that the label is for. Minutes are the finest.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The time, or null where the label has none.</param>
public readonly record struct LabelTime(DateOnly Day, TimeOnly? Time)
{
    // No zone has changed its clocks by more than this at once.
    private static readonly TimeSpan AroundAChange = TimeSpan.FromHours(25);

    private static readonly TimeOnly LastMinute = new(23, 59);

    /// <summary>With 23:59 where there is no time: so an expiry day is meant (ISBT 128 data structure 004).</summary>
    public LabelTime Closing => this with { Time = Time ?? LastMinute };

    /// <summary>
    /// The instant at which this has passed for whom it limits, a missing time taken as 23:59. A time that comes twice when clocks
    /// are put back is the first of the two, and one that is left out when they are put forward is counted by the clock after:
    /// what limits ends at the earlier.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is before year 1 or after year 9999 in UTC.</exception>
    public DateTimeOffset EndIn(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = Day.ToDateTime(Closing.Time!.Value, DateTimeKind.Unspecified);
        var offset =
            zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.IsInvalidTime(local)
                ? Later(zone.GetUtcOffset(local - AroundAChange), zone.GetUtcOffset(local + AroundAChange))
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>As <c>2026-12-31 23:59</c> or <c>2026-12-31</c>, in every culture.</summary>
    public override string ToString()
    {
        var day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Time is { } time ? $"{day} {time.ToString("HH:mm", CultureInfo.InvariantCulture)}" : day;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
