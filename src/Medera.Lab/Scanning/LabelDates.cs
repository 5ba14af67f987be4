namespace Medera.Lab.Scanning;

/// <summary>The dates and times that labels print in digits. Each check gives the index of the first impossible one, or −1.</summary>
internal static class LabelDates
{
    private const int MonthsInYear = 12;
    private const int HoursInDay = 24;
    private const int MinutesInHour = 60;

    /// <summary>The number that a few digits make. The text has digits only.</summary>
    public static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = (number * 10) + (digit - '0');
        return number;
    }

    /// <summary>cyyjjj of ISBT 128, with hhmm behind it or not; digits only.</summary>
    public static int WrongInJulian(ReadOnlySpan<char> digits)
    {
        if (Century(digits[0]) < 0)
            return 0;
        var day = Number(digits[3..6]);
        if (day < 1 || day > (DateTime.IsLeapYear(JulianYear(digits)) ? 366 : 365))
            return 3;
        return digits.Length == 6 || WrongInTime(digits[6..]) is not (>= 0 and var at) ? -1 : 6 + at;
    }

    /// <summary>The moment of cyyjjj or cyyjjjhhmm, checked before.</summary>
    public static LabelTime Julian(ReadOnlySpan<char> digits) =>
        new(
            new DateOnly(JulianYear(digits), 1, 1).AddDays(Number(digits[3..6]) - 1),
            digits.Length == 6 ? null : Time(digits[6..])
        );

    /// <summary>YYMMDD of GS1; day 00 where it may be.</summary>
    public static int WrongInShort(ReadOnlySpan<char> digits, bool dayMayBeZero)
    {
        // Which century is known only when it is read beside a year; 29 February of a year 00 may be that of 2000.
        var at = WrongInMonthAndDay(2000 + Number(digits[..2]), digits[2..], dayMayBeZero);
        return at < 0 ? at : 2 + at;
    }

    /// <summary>YYYYMMDD.</summary>
    public static int WrongInLong(ReadOnlySpan<char> digits)
    {
        var year = Number(digits[..4]);
        if (year == 0)
            return 0;
        var at = WrongInMonthAndDay(year, digits[4..], dayMayBeZero: false);
        return at < 0 ? at : 4 + at;
    }

    /// <summary>hhmm, or hh alone, or either of them with ss.</summary>
    public static int WrongInTime(ReadOnlySpan<char> digits)
    {
        if (Number(digits[..2]) >= HoursInDay)
            return 0;
        for (var at = 2; at < digits.Length; at += 2)
        {
            if (Number(digits.Slice(at, 2)) >= MinutesInHour)
                return at;
        }

        return -1;
    }

    /// <summary>The time of hhmm, checked before.</summary>
    public static TimeOnly Time(ReadOnlySpan<char> digits) => new(Number(digits[..2]), Number(digits[2..4]));

    /// <summary>The day of YYYYMMDD, checked before.</summary>
    public static DateOnly Long(ReadOnlySpan<char> digits) =>
        new(Number(digits[..4]), Number(digits[4..6]), Number(digits[6..8]));

    /// <summary>
    /// The day of YYMMDD, checked before, as GS1 General Specifications §7.12 find the century beside a year. Day 00 is the month's
    /// last, and so is a 29 February that turns out to be of a year without one.
    /// </summary>
    public static DateOnly Short(ReadOnlySpan<char> digits, int besideYear)
    {
        var (century, inCentury) = Math.DivRem(besideYear, 100);
        var year = Number(digits[..2]);
        var away = year - inCentury;
        year +=
            100
            * (
                away >= 51 ? century - 1
                : away <= -50 ? century + 1
                : century
            );
        var (month, day) = (Number(digits[2..4]), Number(digits[4..6]));
        var last = DateTime.DaysInMonth(year, month);
        return new DateOnly(year, month, day == 0 || day > last ? last : day);
    }

    private static int WrongInMonthAndDay(int year, ReadOnlySpan<char> digits, bool dayMayBeZero)
    {
        var month = Number(digits[..2]);
        if (month is < 1 or > MonthsInYear)
            return 0;
        var day = Number(digits[2..4]);
        return day <= DateTime.DaysInMonth(year, month) && (day > 0 || dayMayBeZero) ? -1 : 2;
    }

    private static int JulianYear(ReadOnlySpan<char> digits) => Century(digits[0]) + Number(digits[1..3]);

    // The century digit: 9 is 19yy, 0 is 20yy, 1 is 21yy. Others would be centuries that no label means.
    private static int Century(char digit) =>
        digit switch
        {
            '9' => 1900,
            '0' => 2000,
            '1' => 2100,
            _ => -1,
        };
}
