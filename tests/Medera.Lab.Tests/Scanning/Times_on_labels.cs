using Xunit;

namespace Medera.Lab.Tests.Scanning;

public class Times_on_labels
{
    private static readonly TimeZoneInfo Istanbul = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void of_an_expiry_without_a_time_end_with_the_day_there()
    {
        var expiry = Assert.IsType<Reading.Expiry>(Barcode.Read("=>026365"));
        Assert.Equal("2026-12-31", expiry.On.ToString());
        Assert.Equal("2026-12-31 23:59", expiry.On.Closing.ToString());
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 20, 59, 0, TimeSpan.Zero), expiry.On.EndIn(Istanbul));
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 22, 59, 0, TimeSpan.Zero), expiry.On.EndIn(Berlin));
    }

    [Theory]
    [InlineData(2026, 7, 1, 14, 30, "2026-07-01T12:30Z")]
    [InlineData(2026, 10, 25, 2, 30, "2026-10-25T00:30Z")] // comes twice: the first of the two
    [InlineData(2026, 3, 29, 2, 30, "2026-03-29T00:30Z")] // left out: by the clock after
    [InlineData(2026, 3, 29, 3, 0, "2026-03-29T01:00Z")]
    public void end_at_the_earlier_instant_when_clocks_are_changed(
        int year,
        int month,
        int day,
        int hour,
        int minute,
        string instant
    ) =>
        Assert.Equal(
            DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
            new LabelTime(new DateOnly(year, month, day), new TimeOnly(hour, minute)).EndIn(Berlin)
        );

    [Fact]
    public void are_written_the_same_in_every_culture() =>
        Assert.Equal(
            "2026-12-31 14:30",
            Turkish.In(() => new LabelTime(new DateOnly(2026, 12, 31), new TimeOnly(14, 30)).ToString())
        );
}
