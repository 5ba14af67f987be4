using System.Collections.Concurrent;
using CsCheck;
using Medera.Lab.Tests.Support;
using Xunit;

namespace Medera.Lab.Tests.Properties;

public class Sequences_of_commands
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("MEDERA_LONG") == "1";
    private static readonly int Sequences = Long ? 20_000 : 5_000;
    private static readonly int Length = Long ? 100 : 60;

    /// <summary>What must have been reached, with the state it was tried in; "no" stands before what was refused.</summary>
    private static readonly string[] Reached =
    [
        "collection.complete Planned",
        "custody.receive Collected",
        "processing.start Received",
        "processing.isolate InProcess",
        "processing.seed InProcess",
        "processing.passage InProcess",
        "processing.harvest InProcess",
        "processing.count InProcess",
        "processing.fill InProcess",
        "processing.freeze Filled",
        "storage.put Filled",
        "storage.put Out",
        "storage.retrieve Stored",
        "result.enter Quarantine",
        "result.verify Quarantine",
        "result.correct Released",
        "review.open Quarantine",
        "review.trail UnderReview",
        "eligibility.record",
        "eligibility.determine",
        "no eligibility.determine",
        "release.sign UnderReview",
        "release.revoke Released",
        "reservation.make Stored",
        "session.ready",
        "thaw.start Out",
        "thaw.complete Thawing",
        "bedside.confirm Ready",
        "administration.start Matched",
        "administration.complete Administering",
        "administration.stop Administering",
        "residual.discard Administered",
        "container.not-administer Ready",
        "disposal.witness NotAdministered",
        "container.lose Stored",
        "container.find Lost",
        "custody.hand-over Out",
        "custody.hand-over Ready",
        "no custody.hand-over Stored",
        "no custody.hand-over Administering",
        "container.identify Stored",
        "no container.identify Stored",
        "no container.identify Out",
        "no bedside.confirm Ready",
        "no bedside.confirm Matched",
        "no administration.start Matched",
        "no administration.start Administered",
        "no thaw.start Out",
        "no thaw.start Stored",
        "no storage.put Ready",
        "no storage.put Out",
        "no release.sign UnderReview",
        "no release.sign Quarantine",
        "no processing.fill InProcess",
        "no processing.harvest InProcess",
        "no collection.complete",
        "no result.verify Quarantine",
        "no reservation.make Stored",
        "no administration.complete Administering",
        "late storage.put Stored",
        "late thaw.start Stored",
        "late administration.complete Administering",
    ];

    [Fact]
    public void never_lead_to_what_must_never_be_and_come_everywhere()
    {
        var reached = new ConcurrentDictionary<string, int>();
        Gen.Select(Gen.Int[0, Worlds.Count - 1], Gen.ULong.Array[Length])
            .Sample((world, numbers) => Run(world, numbers, AllRules.InForce, reached), iter: Sequences);
        var missing = Reached
            .Where(r => reached.GetValueOrDefault(r) < 20)
            .Select(r => $"{r}: {reached.GetValueOrDefault(r)}")
            .ToList();
        Assert.True(
            missing.Count == 0,
            string.Join('\n', missing)
                + "\n\nReached:\n"
                + string.Join(
                    '\n',
                    reached.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}: {r.Value}")
                )
        );
    }

    public static TheoryData<string> Faults =>
        [
            "R1",
            "R3",
            "R4",
            "R5",
            "R7",
            "R8a",
            "R8b",
            "R9",
            "R12",
            "donor.sound",
            "R10",
            "R11",
            "R14",
            "R15",
            "R19",
            "R20",
            "R22",
            "R26",
            "R28",
            "R29",
            "container.held",
        ];

    [Theory]
    [MemberData(nameof(Faults))]
    public void find_the_fault_when_a_rule_is_left_out(string rule)
    {
        var without = AllRules.InForce.Where(r => r.Id != rule).ToList();
        for (var number = 0; number < 2_000; number++)
        {
            var dice = new Dice((ulong)number * 7919);
            var numbers = Enumerable
                .Range(0, 60)
                .Select(_ => ((ulong)(uint)dice.Roll(int.MaxValue) << 32) | (uint)dice.Roll(int.MaxValue))
                .ToArray();
            try
            {
                Run(number % Worlds.Count, numbers, without);
            }
            catch (Exception found) when (found is NeverException or ImpossibleMoveException)
            {
                // The rule it was, and not the oracle: with it, the same numbers lead to nothing.
                Run(number % Worlds.Count, numbers, AllRules.InForce);
                TestContext.Current.SendDiagnosticMessage($"Without {rule}: {found.Message}, in sequence {number + 1}");
                return;
            }
        }
        Assert.Fail($"Without {rule} nothing was found in 2,000 sequences.");
    }

    /// <summary>One sequence: what is accepted is folded and heard by the oracle, what is refused changes nothing; at the end the history alone gives the same lives.</summary>
    private static void Run(
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
            Assert.Equal(Picture.Of(lab.Lives), Picture.Of(Apply.To(Lives.None, lab.History.Select(Again))));
    }

    /// <summary>The fact as it comes back from the log.</summary>
    private static Recorded Again(Recorded recorded) =>
        recorded with
        {
            Fact = FactCodec.Read(
                FactNames.Of(recorded.Fact.GetType()).Name,
                FactNames.Of(recorded.Fact.GetType()).Edition,
                FactCodec.Data(recorded.Fact)
            ),
        };

    private static string Where(Laboratory lab, Attempt attempt) =>
        CommandCatalogue.Of(attempt.Wanted).Name
        + attempt.Wanted switch
        {
            IsolateCells or ReceiveContainer => lab.Lives.ByCode(((INameContainer)attempt.Wanted).Container) is { } c
                ? $" {lab.Lives.Batches[c.Batch].State}"
                : "",
            INameContainer named => $" {lab.Lives.ByCode(named.Container)?.State}",
            INameBatch named => $" {lab.Lives.Batches[named.Batch].State}",
            CompleteCollection collect
                when lab.Lives.Batches.Values.Any(b =>
                    b.State == BatchState.Planned && lab.Lives.Subjects[b.Donor].Wristband == collect.Wristband
                ) => " Planned",
            _ => "",
        };
}
