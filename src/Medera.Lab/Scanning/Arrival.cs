namespace Medera.Lab.Scanning;

/// <summary>
/// How a text came, as far as reading it depends on that: typed or not, and what the station's scanner sends for the
/// separator GS (U+001D) that it cannot send as it is. Immutable.
/// </summary>
public sealed class Arrival
{
    // More would be no stand-in for one character, but a text that happens to hold it.
    private const int LongestStandIn = Limits.Texts.StandIn;

    /// <summary>By a scanner or a camera that sends GS as GS.</summary>
    public static readonly Arrival Scanned = new(typed: false, []);

    /// <summary>By hand: a donation number must carry the check character of its box.</summary>
    public static readonly Arrival Typed = new(typed: true, []);

    private readonly string[] standIns;

    private Arrival(bool typed, string[] standIns) => (IsTyped, this.standIns) = (typed, standIns);

    /// <summary>Whether a person typed it.</summary>
    public bool IsTyped { get; }

    /// <summary>What the source of a scan means for reading it.</summary>
    public static Arrival From(ScanSource source) => source == ScanSource.Typed ? Typed : Scanned;

    /// <summary>The same from a station whose scanner sends these texts for GS: <c>{GS}</c>, <c>^]</c>, U+241D and the like.</summary>
    /// <exception cref="ArgumentException">One is empty, longer than 8 characters, or of letters and digits only, which every code has.</exception>
    public Arrival With(params ReadOnlySpan<string> standIns)
    {
        foreach (var one in standIns)
        {
            if (one is null or "" || one.Length > LongestStandIn || one.All(char.IsAsciiLetterOrDigit))
                throw new ArgumentException(
                    "A stand-in for GS has 1 to 8 characters, not only letters and digits.",
                    nameof(standIns)
                );
        }

        return new Arrival(IsTyped, [.. standIns.ToArray().OrderByDescending(one => one.Length)]);
    }

    /// <summary>Length of the separator that a text begins with: GS or a stand-in of this station; 0 where there is none.</summary>
    internal int SeparatorAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;
        if (text[0] == Gs1Strings.Separator)
            return 1;
        foreach (var one in standIns)
        {
            if (text.StartsWith(one, StringComparison.Ordinal))
                return one.Length;
        }

        return 0;
    }

    /// <summary>Where the next separator is, or the length of the text.</summary>
    internal int NextSeparator(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(Gs1Strings.Separator);
        if (end < 0)
            end = text.Length;
        foreach (var one in standIns)
        {
            if (text[..end].IndexOf(one, StringComparison.Ordinal) is >= 0 and var earlier)
                end = earlier;
        }

        return end;
    }
}
