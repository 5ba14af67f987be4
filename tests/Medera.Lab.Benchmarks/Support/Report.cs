using System.Globalization;

namespace Medera.Lab.Benchmarks.Support;

/// <summary>What is printed: one line a figure on stdout, what lies behind it on stderr.</summary>
internal static class Report
{
    /// <summary>Two sides of one run.</summary>
    public static void Ratio(string name, double ratio, double ours, double other, string target) =>
        Line(
            $"ratio {name} {Digits(ratio, 2)} (ours {Digits(ours, 0)}/s, other {Digits(other, 0)}/s, {(target.Length > 0 ? $"target ≥ {target}" : "no target")})"
        );

    /// <summary>A figure with what stands beside it.</summary>
    public static void Figure(string name, string value, string beside) => Line($"figure {name} {value} ({beside})");

    /// <summary>Raw figures, and what the run is about to do.</summary>
    public static void Note(string text) => Console.Error.WriteLine(text);

    /// <summary>A number as these lines write it.</summary>
    public static string Digits(double value, int decimals) =>
        value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static void Line(string text)
    {
        Console.Out.WriteLine(text);
        Console.Out.Flush();
    }
}
