using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Processing;

/// <summary>A batch: where it stands, what may come next and why not, its containers, results and last events. Follows the feed.</summary>
public sealed partial class BatchPage
{
    private const int PageSize = Limits.Reads.ContainersOfAPage;
    private const int LastEvents = Limits.Reads.LastEvents;
    private const int LastUses = Limits.Reads.LastUses;

    private static readonly IReadOnlyList<BatchState> Road =
    [
        BatchState.Collected,
        BatchState.Received,
        BatchState.InProcess,
        BatchState.Filled,
        BatchState.Quarantine,
        BatchState.UnderReview,
        BatchState.Released,
    ];

    private BatchView? view;
    private IReadOnlyList<ContainerLine> containers = [];
    private IReadOnlyList<NextAction> actions = [];
    private IReadOnlyList<TimelineEntry> events = [];
    private Page<UseLine> used = new([], null);
    private NextAction? asked;
    private Person? me;
    private SealOf? seal;

    [Inject]
    private Narrator Narrator { get; set; } = default!;

    [Inject]
    private AuditReads Audit { get; set; } = default!;

    [Inject]
    private ProcessingReads Processing { get; set; } = default!;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "skip")]
    private int Skip { get; set; }

    [SupplyParameterFromQuery(Name = "used")]
    private string? UsedAfter { get; set; }

    [SupplyParameterFromQuery(Name = "why")]
    private string? Why { get; set; }

    [Inject]
    private MaterialReads Lots { get; set; } = default!;

    [Inject]
    private NextActions Actions { get; set; } = default!;

    [Inject]
    private LogReads Log { get; set; } = default!;

    [Inject]
    private IStringLocalizer<Texts> Text { get; set; } = default!;

    private string Product =>
        $"{StateLook.Word(view!.Batch.Origin.ToString())} {view.Protocol.Content.Product} · {Text["Batch.PassageOf", view.Batch.Passage]}";

    private (StateFamily Family, string Word) Standing =>
        StateLook.Describe(view!.Batch.State, view.Batch.Expiry, Clock.Now);

    private IReadOnlyList<RibbonStep> Ribbon
    {
        get
        {
            var state = view!.Batch.State;
            var at = Road.ToList().IndexOf(state);
            // Past the road, or off it: what was reached is told by the events; the last step says how it ended.
            var ended = at < 0 && state != BatchState.Planned;
            var reached = ended ? Road.Count - 2 : at;
            var steps = Road.Select(
                    (s, i) =>
                        new RibbonStep(
                            StateLook.Word(s.ToString()),
                            ended ? RibbonStand.Done
                                : i < reached ? RibbonStand.Done
                                : i == reached ? RibbonStand.Now
                                : RibbonStand.Todo,
                            i == at ? Stamp.Day(Time.Local(view.Batch.StateSince)) : null
                        )
                )
                .ToList();
            if (ended)
                steps[^1] = new RibbonStep(
                    StateLook.Word(state.ToString()),
                    RibbonStand.Now,
                    Stamp.Day(Time.Local(view.Batch.StateSince))
                );
            return steps;
        }
    }

    /// <summary>What two scans do next, where a scan and no form does it.</summary>
    private IEnumerable<(string Title, string Sub)> Hints =>
        view!.Batch.State switch
        {
            BatchState.Planned => [(Wording.Word<CompleteCollection>(), Text["Batch.HintCollect"])],
            BatchState.Collected => [],
            BatchState.Received or BatchState.InProcess =>
            [
                (Wording.Word<ConsumeMaterial>(), Text["Batch.HintMaterial"]),
            ],
            BatchState.Filled or BatchState.Quarantine or BatchState.Released =>
            [
                (Wording.Word<PutAway>(), Text["Batch.HintStore"]),
            ],
            _ => [],
        };

    /// <inheritdoc/>
    protected override Task OtherParametersAsync() => ReloadAsync();

    /// <inheritdoc/>
    protected override bool Concerns(FeedNote note) => note.About.Contains(Id);

    /// <inheritdoc/>
    protected override bool ShowsSeals => view?.Batch.State == BatchState.Released && seal is not { Sealed: true };

    /// <inheritdoc/>
    protected override async Task ReloadAsync()
    {
        view = await Processing.BatchAsync(new BatchId(Id));
        if (view is null)
            return;
        Skip = Math.Clamp(Skip, 0, Math.Max(0, view.Containers - 1));
        seal = view.Batch.State == BatchState.Released ? await Log.ReleaseSealAsync(view.Batch.Id) : null;
        me = await People.PersonAsync(SignedIn.Person);
        containers = await Processing.ContainersAsync(view.Batch.Id, Skip, PageSize);
        used = await Lots.UsesAsync(view.Batch.Id, Guid.TryParse(UsedAfter, out var key) ? key : null, LastUses);
        actions = [.. (await Actions.ForAsync(Doer.By(SignedIn), view)).Concat(await ContainerStepsAsync())];
        foreach (var action in actions)
            await Words.LearnAsync(action.Broken);
        asked = actions.FirstOrDefault(a => a.Verb == Why && a.Blocked);
        var page = await Audit.TimelineAsync(Id, size: LastEvents);
        events = await Narrator.TellAsync(page.Items, Id);
    }

    /// <summary>Steps that a container's form does: the receipt of what was collected, its isolation.</summary>
    private async Task<IReadOnlyList<NextAction>> ContainerStepsAsync()
    {
        var verb = view!.Batch switch
        {
            { State: BatchState.Collected } => CommandCatalogue.Name<ReceiveContainer>(),
            { State: BatchState.InProcess, Cells: null } => CommandCatalogue.Name<IsolateCells>(),
            _ => null,
        };
        if (verb is null)
            return [];
        var collected = (
            await Processing.ContainersAsync(view.Batch.Id, size: Limits.Reads.Collections)
        ).FirstOrDefault(c => c.Container is { Kind: ContainerKind.Collection, Ended: false });
        return collected is null
            ? []
            : [new NextAction(verb, view.Batch.Id, collected.Container.Code, Roles.Technician, [])];
    }

    private string By(NextAction action) => Text["Batch.DoneBy", Wording.Word(action.May.ToString())];

    private string Short(NextAction action) =>
        action.Broken.Count == 1
            ? $"{Words.Sentence(action.Broken[0])} ({action.Broken[0].Rule})"
            : $"{Words.Sentence(action.Broken[0])} {Text["Batch.AndMore", action.Broken.Count - 1]}";

    // Labels that are printed and not reconciled come first: they keep the review shut.
    private string LabelsLink =>
        view!.Batch.Labels.Open || me?.Holds(Roles.Technician) != true
            ? $"/labels/batches/{Id:D}"
            : $"/labels/print?batch={Id:D}";

    private string PageLink(int skip) =>
        $"/processing/batches/{Id}?skip={skip.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
