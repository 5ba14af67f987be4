namespace Medera.Lab.Benchmarks.Support;

/// <summary>Values in order.</summary>
internal static class Sample
{
    public static double Median(IEnumerable<double> values) => At(values, 50);

    /// <summary>The value at or below which so many of a hundred lie (nearest rank).</summary>
    public static double At(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0
            ? double.NaN
            : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1)];
    }
}
