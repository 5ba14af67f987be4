using Xunit;

namespace Medera.Lab.TestSupport.Journeys;

/// <summary>What a test says about a decision: rule ids and variants, never sentences.</summary>
public static class Answers
{
    public static string Told(this Decision decision) =>
        (decision.Accepted ? "accepted; " : "refused; ")
        + string.Join(
            ", ",
            decision.Broken.Select(b =>
                $"{b.Rule} {b.Variant} ({string.Join(", ", b.Values.Select(v => $"{v.Key}={v.Value}"))})"
            )
        );

    public static void IsAccepted(this Decision decision)
    {
        Assert.True(decision.Accepted, decision.Told());
        Assert.DoesNotContain(decision.Broken, b => b.Kind != RuleKind.Flag);
    }

    /// <summary>Refused, and by these rules alone.</summary>
    public static void IsRefusedBy(this Decision decision, params string[] rules)
    {
        Assert.True(!decision.Accepted && decision.Broken.Count > 0, decision.Told());
        Assert.Equal(
            rules.Order(StringComparer.Ordinal),
            decision.Broken.Select(Name).Distinct().Order(StringComparer.Ordinal)
        );
    }

    /// <summary>What is tried on a journey is refused by these rules alone.</summary>
    public static void Stopped(this Journey journey, Func<Journey, Decision> tried, params string[] rules) =>
        tried(journey).IsRefusedBy(rules);

    /// <summary>Refused, by this rule among others.</summary>
    public static void IsRefusedAlsoBy(this Decision decision, string rule)
    {
        Assert.False(decision.Accepted, decision.Told());
        Assert.Contains(rule, decision.Broken.Select(Name));
    }

    /// <summary>Accepted, with this flag beside the facts.</summary>
    public static void IsFlaggedBy(this Decision decision, string rule)
    {
        decision.IsAccepted();
        Assert.Equal([rule], decision.Broken.Select(Name));
    }

    public static bool Names(this Decision decision, string rule) => decision.Broken.Any(b => Name(b) == rule);

    private static string Name(Broken broken) => $"{broken.Rule} {broken.Variant}";
}
