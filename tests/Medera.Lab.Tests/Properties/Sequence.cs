using System.Collections.Concurrent;
using Medera.Lab.TestSupport.Journeys;
using Medera.Lab.TestSupport.Sequences;
using Xunit;

namespace Medera.Lab.Tests.Properties;

/// <summary>One sequence of commands in a world, and how it is tried.</summary>
internal static class Sequence
{
    /// <summary>One sequence: what is accepted is folded and heard by the oracle, what is refused changes nothing; at the end the history alone gives the same lives.</summary>
    public static void Run(
        int world,
        ulong[] numbers,
        IReadOnlyList<Rule> rules,
        ConcurrentDictionary<string, int>? reached = null
    )
    {
        var lab = Worlds.Start(world);
        lab.Rules = rules;
        var (attempts, oracle) = (new Attempts(lab), new Oracle());
        oracle.Hear(lab.History);
        for (var step = 0; step < numbers.Length; step++)
        {
            // The place is mixed in: small numbers come often, and must not mean the same each time.
            var attempt = attempts.Next(numbers[step] + ((ulong)step << 40));
            var (before, known, tried) = (lab.Lives, lab.History.Count, reached is null ? "" : Where(lab, attempt));
            var decision = lab.Do(attempt.Who, attempt.Wanted, attempt.Late, attempt.Second, attempt.Signed);
            if (decision.Accepted)
            {
                oracle.Hear(lab.History[known..], attempt.Wanted);
                attempts.Learn(decision.Facts);
            }
            else
            {
                Assert.NotEmpty(decision.Broken);
                Assert.True(ReferenceEquals(before, lab.Lives) && lab.History.Count == known);
            }
            reached?.AddOrUpdate(
                (
                    decision.Accepted
                        ? attempt.Late is null
                            ? ""
                            : "late "
                        : "no "
                ) + tried,
                1,
                (_, count) => count + 1
            );
        }
        if (reached is not null)
            Assert.Equal(LivesDump.Write(lab.Lives), LivesDump.Write(Apply.To(Lives.None, lab.History.Select(Again))));
    }

    /// <summary>The fact as it comes back from the log.</summary>
    private static Recorded Again(Recorded recorded) =>
        recorded with
        {
            Fact = FactCodec.Read(
                FactNames.Find(recorded.Fact.GetType()).Name,
                FactNames.Find(recorded.Fact.GetType()).Edition,
                FactCodec.Data(recorded.Fact)
            ),
        };

    private static string Where(Laboratory lab, Attempt attempt) =>
        CommandCatalogue.Find(attempt.Wanted).Name
        + attempt.Wanted switch
        {
            IsolateCells or ReceiveContainer => Named.One<ContainerCode>(attempt.Wanted) is { } code
            && lab.Lives.Find(code) is { } c
                ? $" {lab.Lives.Batches[c.Batch].State}"
                : "",
            { } wanted when Named.One<ContainerCode>(wanted) is { } code => $" {lab.Lives.Find(code)?.State}",
            INameBatch named => $" {lab.Lives.Batches[named.Batch].State}",
            CompleteCollection collect
                when lab.Lives.Batches.Values.Any(b =>
                    b.State == BatchState.Planned && lab.Lives.Subjects[b.Donor].Wristband == collect.Wristband.Text
                ) => " Planned",
            _ => "",
        };
}
