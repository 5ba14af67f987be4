using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Checking;

internal static class Reports
{
    /// <summary>The same report without the findings of a kind.</summary>
    public static CheckReport Without(this CheckReport report, FindingKind kind) =>
        report with
        {
            Findings = [.. report.Findings.Where(finding => finding.Kind != kind)],
            Counts = report.Counts.Where(count => count.Key != kind).ToDictionary(),
        };

    /// <summary>The same report with further findings.</summary>
    public static CheckReport And(this CheckReport report, IReadOnlyList<Finding> further)
    {
        var counts = report.Counts.ToDictionary();
        foreach (var kind in further.GroupBy(finding => finding.Kind))
            counts[kind.Key] = counts.GetValueOrDefault(kind.Key) + kind.Count();
        return report with { Findings = [.. report.Findings, .. further], Counts = counts };
    }
}
