using System.Collections.Concurrent;
using CsCheck;
using Medera.Lab.TestSupport.Journeys;
using Medera.Lab.TestSupport.Sequences;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>
/// The same attempts at the desk over PostgreSQL and in memory: both accept, or both refuse by the same rules. The desk sees what
/// it locked and loaded for one command; memory sees the whole laboratory.
/// </summary>
public sealed class Sequences_through_the_database(TestCluster cluster)
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1";
    private static readonly int Sequences = Long ? 20_000 : 120;
    private const int Steps = 12;

    [Fact]
    public async Task are_decided_as_in_memory()
    {
        // A first signature of a world made in memory covers no leaves, so no desk could set a second one to it.
        var worlds = Enumerable
            .Range(0, Worlds.Count)
            .Where(n => Worlds.Start(n).Lives.Batches.Values.All(b => b.FirstSignature is null))
            .Take(Long ? Worlds.Count : 8)
            .ToList();
        var reached = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var run = 0;
        await Gen.Select(Gen.Int[0, worlds.Count - 1], Gen.ULong.Array[Steps])
            .SampleAsync(
                (world, numbers) =>
                    RunAsync(worlds[world], numbers, reached, replay: Interlocked.Increment(ref run) % 10 == 0),
                iter: Sequences,
                threads: 2
            );

        Assert.True(
            reached.Count(r => r.Key.StartsWith("Accepted", StringComparison.Ordinal)) >= 25,
            string.Join('\n', reached.Keys.Order())
        );
        Assert.True(
            reached.Count(r => r.Key.StartsWith("Refused", StringComparison.Ordinal)) >= 25,
            string.Join('\n', reached.Keys.Order())
        );
    }

    private async Task RunAsync(int number, ulong[] numbers, ConcurrentDictionary<string, int> reached, bool replay)
    {
        var memory = Worlds.Start(number);
        await using var stored = await SeededWorld.OpenAsync(cluster, number, memory);
        var attempts = new Attempts(memory);
        for (var step = 0; step < numbers.Length; step++)
        {
            var attempt = attempts.Next(numbers[step] + ((ulong)step << 40));
            var verb = CommandCatalogue.Find(attempt.Wanted);
            stored.Clock.Set((long)Math.Ceiling((memory.Now - TimeProvider.System.GetUtcNow()).TotalSeconds));
            var answer = await stored.DoAsync(
                new Request(
                    Ids.New(),
                    attempt.Wanted,
                    Doer.Played(attempt.Who.Id, Laboratory.Bench.Id),
                    attempt.Signed ? TestLaboratory.Password : null,
                    Late: attempt.Late is { } late
                        ? new LateRequest(
                            late.Happened,
                            late.Reason,
                            null,
                            attempt.Second?.UserName ?? "nobody",
                            TestLaboratory.Password,
                            late.Performed?.UserName
                        )
                        : null
                )
            );

            memory.Now = answer.At;
            Signature? signed = null;
            var decision = memory.Ask(
                attempt.Who,
                attempt.Wanted,
                attempt.Late,
                attempt.Second,
                attempt.Signed,
                file =>
                {
                    signed = file.Signed;
                    return file;
                }
            );
            var expected = attempt.Who.Holds(verb.May)
                ? Names(decision.Broken.Where(b => decision.Accepted || b.Kind != RuleKind.Flag))
                : ["access.role role"];
            Assert.True(
                (answer.Outcome == Outcome.Accepted) == (decision.Accepted && attempt.Who.Holds(verb.May))
                    && Names(answer.Refusals).SequenceEqual(expected),
                $"{verb.Name} by {attempt.Who.UserName}, step {step} in world {number}: the desk says {answer.Told()}, memory says {decision.Told()}"
            );
            if (answer.Outcome == Outcome.Accepted)
            {
                var entries = await stored.EntriesAsync(answer);
                Assert.Equal(decision.Facts.Select(f => f.GetType()), entries.Select(e => e.Data.GetType()));
                var facts = entries.Select(e => e.Data).ToList();
                // Memory signs by its own short list; what counts is that one list meets its like again.
                memory.Append(
                    facts,
                    attempt.Who,
                    signed,
                    entries[0].Happened,
                    attempt.Late?.Performed,
                    attempt.Late is null ? null : attempt.Second
                );
                attempts.Learn(facts);
            }
            reached.AddOrUpdate($"{answer.Outcome} {verb.Name}", 1, (_, count) => count + 1);
        }
        if (replay)
            await Replayed.OfAsync(stored.Database, stored.Contexts);
    }

    private static IReadOnlyList<string> Names(IEnumerable<Broken> broken) =>
        [.. broken.Select(b => $"{b.Rule} {b.Variant}").Distinct().Order(StringComparer.Ordinal)];
}
