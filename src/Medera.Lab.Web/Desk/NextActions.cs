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
    public async Task<IReadOnlyList<NextAction>> ForAsync(PersonId person, StationId? station, BatchView view)
    {
        var actions = new List<NextAction>();
        var me = await people.PersonAsync(person);
        foreach (var wanted in Candidates(view))
        {
            var verb = CommandCatalogue.Find(wanted);
            var broken = await desk.Ask(person, station, wanted);
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
        actions.RemoveAll(a => a.Verb is "release.revoke" or "review.return" && me?.Holds(a.May) != true);
        return [.. actions.OrderBy(a => me is not null && me.Holds(a.May) ? 0 : 1).Take(Limits.Reads.NextActs)];
    }

    private static bool AskedByForm(Broken broken) =>
        broken is { Rule: "R22", Variant: "line" or "no-vessel" or "samples" or "seal" or "ticks" };

    /// <summary>Commands that the state asks for, in the order of the work.</summary>
    public static IEnumerable<Command> Candidates(BatchView view)
    {
        var id = view.Batch.Id;
        switch (view.Batch.State)
        {
            case BatchState.Received:
                yield return new StartProcessing(id, LineCleared: true);
                break;
            case BatchState.InProcess when view.Batch.Vessels > 0:
                yield return new PassageCells(
                    Batch: id,
                    From: [],
                    Lost: null,
                    Vessels: [],
                    Cells: 1,
                    Viability: 90,
                    Reseeded: 1
                );
                yield return new HarvestCells(id, [], null, 1, 1, 90);
                yield return new ChangeMedium(id);
                break;
            case BatchState.InProcess when view.Batch.Cells is null:
                break;
            case BatchState.InProcess when view.Batch.VolumeUl > 0 && view.Batch.SeededCells is not null:
                yield return new FillContainers(
                    Batch: id,
                    Products: [],
                    ProductUl: 1,
                    Samples: [],
                    SampleUl: 1,
                    Retentions: [],
                    RetentionUl: 1,
                    LossUl: 0
                );
                yield return new CountCells(id, view.Batch.Cells.Value, 90);
                break;
            case BatchState.InProcess:
                yield return new SeedCells(id, [], 0);
                yield return new CountCells(id, view.Batch.Cells!.Value, 90);
                break;
            case BatchState.Filled:
                yield return new FreezeBatch(id);
                break;
            case BatchState.Quarantine:
                if (MissingTest(view) is { } missing)
                    yield return new EnterResult(id, missing, "0");
                if (Unverified(view) is { Count: > 0 } waiting)
                    yield return new VerifyResults(id, waiting);
                yield return new OpenReview(id);
                break;
            case BatchState.UnderReview:
                if (view.Batch.Unreviewed > 0)
                    yield return new ReviewTrail(id);
                if (Unverified(view) is { Count: > 0 } unverified)
                    yield return new VerifyResults(id, unverified);
                yield return new SignRelease(id);
                yield return new ReturnReview(id, Reasons.All[0], null);
                break;
            case BatchState.Released:
                yield return new RevokeRelease(id, Reasons.All[0], null);
                break;
            case BatchState.Rejected or BatchState.Terminated or BatchState.Depleted:
                yield return new CloseBatch(id);
                break;
        }
    }

    private static string? MissingTest(BatchView view) =>
        view.Protocol.Content.Specification.FirstOrDefault(l => view.Results.All(r => r.Test != l.Test))?.Test;

    private static IReadOnlyList<string> Unverified(BatchView view) =>
        [.. view.Results.Where(r => r.Current && r.VerifiedBy is null).Select(r => r.Test)];
}
