using System.Globalization;

namespace Medera.Lab.Web.Shared;

/// <summary>Which words an instant is given: the full form with its zone unless the place is narrow and the day is plain.</summary>
public enum WhenForm
{
    Full,
    Seconds,
    Date,
}

/// <summary>Band: a line in the identity band. Bedside: minutes in the largest type, inside a list of class bignums.</summary>
public enum ClockForm
{
    Band,
    Bedside,
}

/// <summary>
/// Time left, always rounded down, so that nobody is promised a minute that is not there. ExpiryClock.razor.js writes the same
/// forms while it counts: change them together.
/// </summary>
public static class Remaining
{
    /// <summary>From here on days are counted, below it a clock is shown.</summary>
    public static readonly TimeSpan InDays = TimeSpan.FromHours(48);

    public static string Minutes(TimeSpan left) =>
        ((long)Math.Max(0, Math.Floor(left.TotalMinutes))).ToString(CultureInfo.InvariantCulture);

    public static string Days(TimeSpan left) => ((long)left.TotalDays).ToString(CultureInfo.InvariantCulture);

    /// <summary>47:59:59</summary>
    public static string Clock(TimeSpan left) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours:00}:{left.Minutes:00}:{left.Seconds:00}");
}
