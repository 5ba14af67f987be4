namespace Medera.Lab.Web.Desk;

/// <summary>One next-action card. Blocked: why, and who can clear it.</summary>
/// <param name="Verb">The command's name; empty where a scan does it.</param>
/// <param name="ByScan">Where two scans do the work: the words of what to scan.</param>
public sealed record NextAction(
    string Verb,
    BatchId Batch,
    string? Container,
    Roles May,
    IReadOnlyList<Broken> Broken,
    string? ByScan = null
)
{
    /// <summary>Whether a rule stands against it.</summary>
    public bool Blocked => Broken.Count > 0;
}

/// <summary>What can come next for a batch: at most three, computed from the state, asked of the rules as they stand.</summary>
public sealed class NextActions(LabDesk desk, PeopleReads people)
{
    /// <summary>Cards for one person at a batch, what they may do first.</summary>
    public async Task<IReadOnlyList<NextAction>> ForAsync(Doer by, BatchView view)
    {
        var actions = new List<NextAction>();
        var me = await people.PersonAsync(by.Person);
        foreach (var wanted in NextSteps.For(new BatchStanding(view.Batch, view.Protocol, view.Results)))
        {
            var verb = CommandCatalogue.Find(wanted);
            var broken = await desk.Ask(by, wanted);
            // Fields that the form will ask for are no reason not to open it.
            var standing = broken
                .Where(b =>
                    b.Rule != DeskRules.Incomplete.Id
                    && b is not { Rule: "R15", Kind: RuleKind.Stop }
                    && b.Kind != RuleKind.Flag
                    && !AskedByForm(b)
                )
                .ToList();
            actions.Add(new NextAction(verb.Name, view.Batch.Id, null, verb.May, standing));
        }
        // Undoing is offered to who may do it; to others it is no next step.
        actions.RemoveAll(a => NextSteps.Undoes(CommandCatalogue.Find(a.Verb)!) && me?.Holds(a.May) != true);
        return [.. actions.OrderBy(a => me is not null && me.Holds(a.May) ? 0 : 1).Take(Limits.Reads.NextActs)];
    }

    private static bool AskedByForm(Broken broken) =>
        broken is { Rule: "R22", Variant: "line" or "no-vessel" or "samples" or "seal" or "ticks" };
}
