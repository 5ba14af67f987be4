namespace Medera.Lab.Web.Layout;

/// <summary>
/// The laboratory's clock for the screen: the instant from <see cref="TimeProvider"/>, the zone from the settings. What is stored
/// stays UTC; this is only for showing.
/// </summary>
public sealed class LabTime(TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>Now, in the laboratory's zone.</summary>
    public DateTimeOffset Now => Local(clock.GetUtcNow());

    /// <summary>The same instant with the offset of the laboratory's zone, ready for Stamp and the components.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>What a clock on the laboratory's wall shows, as an instant.</summary>
    public DateTimeOffset At(DateTime wall)
    {
        var shown = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        return new DateTimeOffset(shown, zone.GetUtcOffset(shown));
    }

    /// <summary>Whether that clock ever shows it: the hour that is left out when clocks are put forward never comes.</summary>
    public bool Shows(DateTime wall) => !zone.IsInvalidTime(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified));

    /// <summary>Until when something may be used whose label gives only this day: its end, in the laboratory's zone.</summary>
    public DateTimeOffset EndOf(Medera.Lab.Scanning.LabelTime day) => day.EndIn(zone);

    /// <summary>When a day begins in the laboratory's zone.</summary>
    public DateTimeOffset Midnight(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(at, zone.GetUtcOffset(at));
    }
}
