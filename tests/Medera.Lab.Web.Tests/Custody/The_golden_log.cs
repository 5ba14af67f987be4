using Medera.Lab.Web.Tests.Custody.Golden;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>The same commands under the same clock, identifiers and salts make the same log, byte for byte.</summary>
/// <remarks>
/// A line that differs is a changed record: what laboratories have in their logs already says otherwise. A new kind of
/// fact or act goes to the end of the journey, so that the received file has the approved lines and new ones after
/// them; then, read line by line, it takes the place of the approved one.
/// </remarks>
public sealed class The_golden_log(GoldenLaboratory laboratory) : IClassFixture<GoldenLaboratory>
{
    private const string Name = "golden-log.txt";

    // The approved log is older than edition 2 of a box: what it wrote of one is said to be edition 1 there, and nothing else differs.
    private static string WithEditionsOfToday(string line) =>
        line.Contains("\"type\":\"storage.registered\"", StringComparison.Ordinal)
            ? line.Replace("\"edition\":1,", "\"edition\":2,", StringComparison.Ordinal)
            : line;

    [Fact]
    public async Task of_a_journey_with_refusals_is_as_approved()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Approved", Name));
        var approved = lines.Select(WithEditionsOfToday).ToArray();
        var received = laboratory.Log;
        var same = approved.Zip(received).TakeWhile(pair => pair.First == pair.Second).Count();
        if (same == approved.Length && same == received.Count)
            return;

        var path = Path.Combine(AppContext.BaseDirectory, "golden-log.received.txt");
        await File.WriteAllTextAsync(path, string.Concat(received.Select(line => line + "\n")));
        Assert.Fail(
            $"""
            Line {same
                + 1} of Approved/{Name} differs ({approved.Length} lines are approved, {received.Count} were received).
            Approved: {Line(approved, same)}
            Received: {Line(received, same)}
            The received log was written to {path}.
            """
        );
    }

    [Fact]
    public void gives_the_same_tables_when_they_are_made_again_from_it()
    {
        Assert.All(laboratory.Rebuilt, table => Assert.True(table.IsEqual, string.Join('\n', table.Lines())));
        Assert.Equal(laboratory.Log.Count, laboratory.Rebuilt.Single(t => t.Table == "fact").Rows);
        // A comparison of empty tables would say nothing.
        Assert.Empty(laboratory.Rebuilt.Where(t => t.Rows == 0).Select(t => t.Table));
    }

    [Fact]
    public void holds_every_kind_of_fact()
    {
        var held = laboratory
            .Entries.Select(e => FactNames.Find(e.Data.GetType()).Name)
            .ToHashSet(StringComparer.Ordinal);
        var declared = FactNames.All.Select(f => f.Name.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], declared.Except(held).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void holds_every_kind_of_act()
    {
        var acts = CommandCatalogue.All.Select(c => c.Verb.Name);
        Assert.Equal([], acts.Except(laboratory.Done, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void holds_refusals_of_many_rules()
    {
        var refused = laboratory.Entries.Select(e => e.Data).OfType<AttemptRefused>().SelectMany(f => f.Rules).ToList();
        var ways = refused.Select(r => (r.Rule, r.Variant)).Distinct().ToList();
        Assert.True(ways.Count >= 40, $"Only {ways.Count} ways to break a rule.");
        Assert.True(ways.Select(w => w.Rule).Distinct().Count() >= 20, "Only few rules.");
    }

    [Fact]
    public void holds_everything_that_an_event_can_say()
    {
        var entries = laboratory.Entries;
        Assert.Contains(entries, e => e.Happened is not null && e.Second is not null && e.Performed is not null);
        Assert.Contains(entries, e => e.Corrects is not null);
        Assert.Contains(entries, e => e.Reason is not null);
        Assert.Contains(entries, e => e.Signature is not null);
        Assert.Contains(entries, e => e.Commitments.Count > 1);
        Assert.Contains(entries, e => e.Scans.Any(s => s is { Source: ScanSource.Typed }));
        Assert.Contains(
            entries,
            e => e.Scans.Any(s => s is { Flags: ScanFlags.Offline, Sequence: not null, Symbology: not null })
        );
        Assert.Contains(entries, e => e.Data is AttemptRefused { Count: > 1 });
    }

    private static string Line(IReadOnlyList<string> lines, int index) =>
        index < lines.Count ? lines[index] : "(no such line)";
}
