using Medera.Lab.Tests.Support;
using Xunit;

namespace Medera.Lab.Tests.Rules;

public class Every_way_to_break_a_rule
{
    public static TheoryData<string> Ways => [.. Breaches.All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void is_reached_by_some_act() =>
        Assert.Equal(
            AllRules.InForce.SelectMany(r => r.Variants.Keys.Select(v => $"{r.Id} {v}")).Order(StringComparer.Ordinal),
            Breaches.All.Keys.Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Ways))]
    public void is_told_with_its_rule_and_every_value_of_its_sentence(string way)
    {
        var decision = Breaches.All[way]();

        var broken = Assert.Single(
            decision.Broken.DistinctBy(b => $"{b.Rule} {b.Variant}"),
            b => $"{b.Rule} {b.Variant}" == way
        );
        Assert.Equal(broken.Kind == RuleKind.Flag, decision.Accepted);
        Assert.Equal(broken.Kind == RuleKind.Flag, decision.Facts.Count > 0);
        var rule = AllRules.Find(broken);
        foreach (var say in new[] { rule.Variants[broken.Variant].En, rule.Variants[broken.Variant].Tr })
            Assert.DoesNotContain('{', Values.Fill(say, broken.Values, (_, text) => text));
    }

    [Fact]
    public void that_only_the_desk_or_the_database_sees_is_told_by_them() =>
        Assert.Equal(
            [
                "access.role",
                "desk.keys",
                "desk.password",
                "desk.taken",
                "offline.discarded",
                "offline.time",
                "R21",
                "scan.not-expected",
                "scan.typed",
                "scan.unknown",
                "scan.unreadable",
            ],
            AllRules.Known.Except(AllRules.InForce).Select(r => r.Id).Order(StringComparer.OrdinalIgnoreCase)
        );
}
