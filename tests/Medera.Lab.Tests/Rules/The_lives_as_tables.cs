using System.Text;
using Medera.Lab.Tests.Architecture;
using Xunit;

namespace Medera.Lab.Tests.Rules;

public class The_lives_as_tables
{
    private static readonly IReadOnlyList<Type> BatchFacts =
    [
        .. FactNames.All.Select(f => f.Type).Where(t => t.IsSubclassOf(typeof(BatchFact))),
    ];

    [Fact]
    public void answer_for_every_state_and_fact_of_a_batch_as_they_are_listed()
    {
        var listed = Batch.Moves.ToDictionary(m => (m.From, m.Fact), m => m.To);
        var seen = 0;
        foreach (var state in Enum.GetValues<BatchState>())
        foreach (var fact in BatchFacts)
        {
            var next = Batch.Next(state, Blank(fact));
            if (fact.IsSubclassOf(typeof(ContainerFact)))
                Assert.Equal(state, next);
            else
                Assert.Equal(listed.TryGetValue((state, fact), out var to) ? to : null, next);
            if (next is not null && !fact.IsSubclassOf(typeof(ContainerFact)))
                seen++;
        }
        Assert.Equal(listed.Count, seen);
    }

    [Fact]
    public void answer_for_every_kind_state_and_fact_of_a_container_as_they_are_listed()
    {
        var listed = Container.Moves.ToDictionary(m => (m.Kind, m.From, m.Fact), m => m.To);
        foreach (var kind in Enum.GetValues<ContainerKind>())
        foreach (var state in Enum.GetValues<ContainerState>())
        foreach (var fact in BatchFacts)
            Assert.Equal(
                listed.TryGetValue((kind, state, fact), out var to) ? to : null,
                Container.Next(kind, state, Blank(fact))
            );
    }

    [Fact]
    public void let_a_late_record_move_what_lives_and_nothing_that_ended()
    {
        ContainerState[] ends =
        [
            ContainerState.UsedInProcess,
            ContainerState.UsedUp,
            ContainerState.Administered,
            ContainerState.PartlyAdministered,
            ContainerState.Discarded,
        ];
        foreach (var fact in BatchFacts)
        {
            foreach (var kind in Enum.GetValues<ContainerKind>())
            foreach (var state in Enum.GetValues<ContainerState>())
            {
                var next = Container.Next(kind, state, Blank(fact), late: true);
                if (Container.Next(kind, state, Blank(fact)) is { } usual)
                    Assert.Equal(usual, next);
                else if (ends.Contains(state))
                    Assert.Null(next);
                else
                    Assert.True(next is null || LateRecords.MayBe(fact), $"{kind} {state} {fact.Name}");
            }
            foreach (var state in Enum.GetValues<BatchState>().Where(_ => !fact.IsSubclassOf(typeof(ContainerFact))))
            {
                var next = Batch.Next(state, Blank(fact), late: true);
                if (Batch.Next(state, Blank(fact)) is { } usual)
                    Assert.Equal(usual, next);
                else if (state is BatchState.Closed or BatchState.Cancelled || !LateRecords.MayBe(fact))
                    Assert.Null(next);
                // A late record never takes a batch back.
                else
                    Assert.True(next is null || next >= state, $"{state} {fact.Name} {next}");
            }
        }
    }

    [Fact]
    public void release_only_from_review_and_give_only_what_was_matched()
    {
        Assert.Equal(
            [BatchState.UnderReview],
            Batch.Moves.Where(m => m.To == BatchState.Released && m.From != BatchState.Released).Select(m => m.From)
        );
        Assert.Equal(
            [BatchState.UnderReview],
            Batch.Moves.Where(m => m.Fact == typeof(BatchReleased)).Select(m => m.From)
        );
        Assert.Equal(
            [(ContainerKind.Product, ContainerState.Matched)],
            Container.Moves.Where(m => m.To == ContainerState.Administering).Select(m => (m.Kind, m.From))
        );
        Assert.Equal(
            [(ContainerKind.Product, ContainerState.Ready)],
            Container.Moves.Where(m => m.To == ContainerState.Matched).Select(m => (m.Kind, m.From))
        );
    }

    [Fact]
    public void lead_from_what_is_damaged_only_to_the_bin() =>
        Assert.All(
            Container.Moves.Where(m => m.From is ContainerState.Damaged or ContainerState.NotAdministered),
            m => Assert.Equal(ContainerState.Discarded, m.To)
        );

    [Fact]
    public void lead_nowhere_from_an_end()
    {
        ContainerState[] ends = [ContainerState.UsedInProcess, ContainerState.UsedUp, ContainerState.Discarded];
        Assert.DoesNotContain(Container.Moves, m => ends.Contains(m.From));
        Assert.All(
            Container.Moves.Where(m => m.From is ContainerState.Administered or ContainerState.PartlyAdministered),
            m => Assert.Equal(typeof(ResidualDiscarded), m.Fact)
        );
        Assert.All(
            Batch.Moves.Where(m => m.From is BatchState.Closed or BatchState.Cancelled),
            m => Assert.Equal(m.From, m.To)
        );
    }

    [Fact]
    public void never_put_back_what_is_thawed() =>
        Assert.DoesNotContain(
            Container.Moves,
            m =>
                m.To == ContainerState.Stored
                && m.From
                    is (
                        ContainerState.Thawing
                        or ContainerState.Ready
                        or ContainerState.Matched
                        or ContainerState.Administering
                        or ContainerState.NotAdministered
                    )
        );

    [Fact]
    public void reach_every_state()
    {
        Assert.Equal(
            Enum.GetValues<BatchState>().Where(s => s != BatchState.Planned),
            Batch.Moves.Where(m => m.From != m.To).Select(m => m.To).Distinct().Order()
        );
        // A sample is used up by the contract laboratory's results, which come with that station.
        Assert.Equal(
            Enum.GetValues<ContainerState>()
                .Except([
                    ContainerState.Filled,
                    ContainerState.InCulture,
                    ContainerState.Drawn,
                    ContainerState.Retained,
                    ContainerState.UsedUp,
                ]),
            Container.Moves.Where(m => m.From != m.To).Select(m => m.To).Distinct().Order()
        );
    }

    [Fact]
    public void are_drawn_as_they_are()
    {
        var drawn = Drawing();
        var path = Repository.Full("docs/lives.md");
        var written = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (written != drawn)
            File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "lives.md"), drawn);
        Assert.True(
            written == drawn,
            "docs/lives.md is not what the tables say. The right one lies beside the test's assembly as lives.md: read it, then put it there."
        );
    }

    private static string Drawing()
    {
        var text = new StringBuilder(
            """
            # The lives

            Generated from the tables of moves (the life of each thing, in its file) and held equal to them by the test
            `The_lives_as_tables`. What is not here is refused by rule R22. What each move asks beside the state stands
            in the rules. Time moves no state. A record made after the act moves by a second table: from any living
            state to where its fact ends, and a batch never back.

            A hold is no state, it is computed from the events: a container that was lost and found again is `Out`, and while its
            deviation is open rule container.held keeps it from every patient ([decision 019](decisions/019-found-is-held.md)).

            ## Batch

            ```mermaid
            stateDiagram-v2
                [*] --> Planned

            """.ReplaceLineEndings("\n")
        );
        Arrows(text, Batch.Moves.Select(m => (m.From.ToString(), m.To.ToString(), FactNames.Find(m.Fact).Name)));
        text.Append("```\n\n");
        Staying(text, Batch.Moves.Select(m => (m.From.ToString(), m.To.ToString(), FactNames.Find(m.Fact).Name)));
        foreach (var kind in Container.Moves.GroupBy(m => m.Kind).OrderBy(k => k.Key))
        {
            text.Append($"## Container: {kind.Key}\n\n```mermaid\nstateDiagram-v2\n");
            Arrows(
                text,
                kind.Where(m => Lived(kind.Key).Contains(m.From))
                    .Select(m => (m.From.ToString(), m.To.ToString(), FactNames.Find(m.Fact).Name))
            );
            text.Append("```\n\n");
            Staying(
                text,
                kind.Where(m => Lived(kind.Key).Contains(m.From))
                    .Select(m => (m.From.ToString(), m.To.ToString(), FactNames.Find(m.Fact).Name))
            );
        }
        Paper(
            text,
            "Label",
            "Applied is stuck on and scanned back. What a label belongs to goes on as it is.",
            "Printed",
            Things
                .All[typeof(Label)]
                .Life.Moves.Select(m => (m.From.ToString(), m.To.ToString(), FactNames.Find(m.Fact).Name))
        );
        Paper(
            text,
            "Label template",
            "One version of a name is in force: approving the next retires the one before.",
            "Draft",
            Things
                .All[typeof(TemplateVersion)]
                .Life.Moves.Select(m => (m.From.ToString(), m.To.ToString(), FactNames.Find(m.Fact).Name))
        );
        Paper(
            text,
            "Equipment",
            "What is in maintenance is used for no batch (rule R17). A use stands in the stream of the batch.",
            "InUse",
            Things
                .All[typeof(Medera.Lab.Equipment.Piece)]
                .Life.Moves.Select(m => (m.From.ToString(), m.To.ToString(), FactNames.Find(m.Fact).Name))
        );
        Paper(
            text,
            "Material lot",
            "Expired is no state: rule R17 judges by the time. What is used is a fact of the batch, and nothing is left when the last of it was.",
            "Quarantined",
            Things
                .All[typeof(Material)]
                .Life.Moves.Select(m => (m.From.ToString(), m.To.ToString(), FactNames.Find(m.Fact).Name))
        );
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Paper(
        StringBuilder text,
        string life,
        string words,
        string first,
        IEnumerable<(string From, string To, string Fact)> moves
    )
    {
        text.Append($"## {life}\n\n{words}\n\n```mermaid\nstateDiagram-v2\n    [*] --> {first}\n");
        Arrows(text, moves);
        text.Append("```\n\n");
        Staying(text, moves);
    }

    /// <summary>The states that a kind comes through: from its first on along the moves.</summary>
    private static HashSet<ContainerState> Lived(ContainerKind kind)
    {
        HashSet<ContainerState> lived =
        [
            kind switch
            {
                ContainerKind.Vessel => ContainerState.InCulture,
                ContainerKind.Sample => ContainerState.Drawn,
                ContainerKind.Retention => ContainerState.Retained,
                _ => ContainerState.Filled,
            },
        ];
        while (Container.Moves.Count(m => m.Kind == kind && lived.Contains(m.From) && lived.Add(m.To)) > 0) { }
        return lived;
    }

    private static void Arrows(StringBuilder text, IEnumerable<(string From, string To, string Fact)> moves)
    {
        foreach (
            var arrow in moves
                .Where(m => m.From != m.To)
                .GroupBy(m => (m.From, m.To))
                .OrderBy(a => a.Key.From, StringComparer.Ordinal)
                .ThenBy(a => a.Key.To, StringComparer.Ordinal)
        )
            text.Append(
                $"    {arrow.Key.From} --> {arrow.Key.To}: {string.Join(", ", arrow.Select(m => m.Fact).Order(StringComparer.Ordinal))}\n"
            );
    }

    private static void Staying(StringBuilder text, IEnumerable<(string From, string To, string Fact)> moves)
    {
        var staying = moves.Where(m => m.From == m.To).ToList();
        if (staying.Count == 0)
            return;
        text.Append("Facts that leave the state as it is:\n\n| Fact | In |\n|---|---|\n");
        foreach (var fact in staying.GroupBy(m => m.Fact).OrderBy(f => f.Key, StringComparer.Ordinal))
            text.Append(
                $"| {fact.Key} | {string.Join(", ", fact.Select(m => m.From).Order(StringComparer.Ordinal))} |\n"
            );
        text.Append('\n');
    }

    /// <summary>A fact of a type with nothing in it: the tables look at the type alone.</summary>
    private static BatchFact Blank(Type fact) =>
        (BatchFact)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(fact);
}
