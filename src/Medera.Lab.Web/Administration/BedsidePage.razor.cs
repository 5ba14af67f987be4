using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Scanning;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Administration;

/// <summary>
/// The bedside: two people each scan wristband and product; then it is given. What is scanned and pressed goes to the desk, which
/// alone decides; a refusal that means danger covers the whole screen until the right code is scanned. The ward is silent.
/// </summary>
public sealed partial class BedsidePage
{
    private readonly Intended intended = new();
    private IReadOnlyList<PlanOfTheDay> plans = [];
    private (Plan Plan, Subject Patient, Protocol Protocol)? plan;
    private BedsideView? view;
    private string? code;
    private bool missing;
    private Person? me;
    private string? first;
    private string? done;
    private IReadOnlyList<Broken> refused = [];
    private BedsideStop? stop;
    private bool neutral;

    [Inject]
    private AdministrationReads Administration { get; set; } = default!;

    [Inject]
    private PlanningReads Planning { get; set; } = default!;

    [Inject]
    private ScanningReads Scanning { get; set; } = default!;

    [Inject]
    private ProcessingReads Processing { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "container")]
    private string? ContainerCode { get; set; }

    [SupplyParameterFromQuery(Name = "plan")]
    private Guid? PlanOf { get; set; }

    private string Where =>
        SignedIn.StationName.Length > 0 ? $"{SignedIn.StationName} · {SignedIn.UserName}" : SignedIn.UserName;

    private string Back => code is null ? "/administration" : $"/administration?container={Uri.EscapeDataString(code)}";

    /// <summary>Codes are scanned until the match stands; then the forms have the screen.</summary>
    private bool Scans =>
        view is null
        || view.Container.State is ContainerState.Ready
        || (view.MatchUntil is { } until && until <= Clock.Now)
        || !OnItsWay;

    private bool OnItsWay =>
        view?.Container.State
            is ContainerState.Matched
                or ContainerState.Administering
                or ContainerState.Administered
                or ContainerState.PartlyAdministered;

    private bool SecondIsNeeded =>
        view?.Checks(Clock.Now) == 1
        && view.Container.State == ContainerState.Ready
        && view.Container.FirstCheck?.By == SignedIn.Person;

    private string ScanLabel => view?.Checks(Clock.Now) == 1 ? T["Bedside.ScanSecond"] : T["Bedside.Scan"];

    protected override async Task OpenAsync()
    {
        code = ContainerCode;
        await ReloadAsync();
    }

    protected override bool Concerns(FeedNote note) =>
        plan is { } of
            ? note.About.Contains(of.Plan.Id.Value)
            : view is null
                || note.About.Contains(view.Container.Id.Value)
                || (view.Plan is { } kept && note.About.Contains(kept.Id.Value));

    protected override async Task ReloadAsync()
    {
        me = await People.PersonAsync(SignedIn.Person);
        plan = PlanOf is { } wanted ? await Planning.PlanAsync(new PlanId(wanted)) : null;
        if (plan is not null)
            return;
        view = code is null ? null : await ReadAsync(code);
        missing = code is not null && view is null;
        if (view is null)
            plans = await PlanOfTheDay.ReadAsync(Planning, Administration);
    }

    private async Task<BedsideView?> ReadAsync(string of)
    {
        if (
            await Processing.ContainerAsync(of) is not { Container: { Kind: ContainerKind.Product } container }
            || await Processing.BatchAsync(container.Batch) is not { } batch
        )
            return null;
        await Words.LearnAsync(
            new[] { container.FirstCheck?.By.Value, container.SecondCheck?.By.Value }.OfType<Guid>()
        );
        if (container.Reserved is not { } kept || await Planning.PlanAsync(kept.Plan) is not { } planned)
            return new BedsideView(container, batch, null, null, null, null);
        var shown = BedsideView.ShowsPerson(container)
            ? await Desk.Reveal(kept.Patient, Doer.By(SignedIn), "administration")
            : null;
        return new BedsideView(
            container,
            batch,
            planned.Plan,
            planned.Plan.Session(kept.Session),
            planned.Patient,
            shown
        );
    }

    private Task ScanAsync(ScannedText scan) =>
        ActAsync(
            () => Desk.Scan(Asked(scan)),
            async answer =>
            {
                intended.Answered();
                (done, refused) = (null, []);
                switch (answer.Outcome)
                {
                    case Outcome.Expecting:
                        // A stop stays: one of two codes says nothing yet about the two belonging together.
                        first = answer.Symbol;
                        break;
                    case Outcome.Accepted:
                        stop = null;
                        first = null;
                        code = answer.About.FirstOrDefault(a => a.Kind == "container")?.Label ?? code;
                        await ReloadAsync();
                        break;
                    default:
                        await RefusedAsync(answer, [first, answer.Symbol]);
                        (_, first, _) = await Scanning.RecentAsync(SignedIn.Person, SignedIn.Station, Clock.Now);
                        break;
                }
            }
        );

    /// <summary>A wristband alone, for the day's confirmation. Here one code is enough: it must not wait for a second one elsewhere.</summary>
    private async Task<Answer?> ReadWristbandAsync(ScannedText scan)
    {
        Answer? heard = null;
        await ActAsync(
            () => Desk.Scan(Asked(scan) with { Wearer = plan!.Value.Patient.Id }),
            async answer =>
            {
                intended.Answered();
                heard = answer;
                await Desk.UndoSelection(SignedIn.Person, SignedIn.Station);
                await Words.LearnAsync(answer.Refusals);
                if (BedsideStop.Is(answer))
                    await RefusedAsync(answer, []);
            }
        );
        StateHasChanged();
        return heard;
    }

    private ScanRequest Asked(ScannedText scan) =>
        new(intended.IdOf(scan.Text, scan.Id), scan.Text, Doer.By(SignedIn), scan.From, scan.ClientAt)
        {
            TypedWhy = scan.TypedWhy,
        };

    private Task DoAsync(Command wanted) =>
        ActAsync(
            () => Desk.Do(new Request(intended.IdOf(wanted), wanted, Doer.By(SignedIn))),
            async answer =>
            {
                intended.Answered();
                (done, refused) = (null, []);
                if (answer.Outcome == Outcome.Accepted)
                    done = T[
                        "Review.Done",
                        Wording.Word(CommandCatalogue.Find(wanted).Name),
                        Stamp.Seconds(Time.Local(answer.At))
                    ];
                else
                    await RefusedAsync(answer, []);
                await ReloadAsync();
            }
        );

    private async Task RefusedAsync(Answer answer, IReadOnlyList<string?> scanned)
    {
        if (!BedsideStop.Is(answer))
        {
            refused = answer.Refusals;
            await Words.LearnAsync(answer.Refusals);
            return;
        }
        var product = BedsideStop.CodeOf(CodeKind.Container, scanned);
        var wristband = BedsideStop.CodeOf(CodeKind.Wristband, scanned);
        BedsideStop Stopping(string? kept) =>
            BedsideStop.Describe(answer, Time.Local(answer.At), product, kept, b => Words.Sentence(b));
        // The screen is stopped before anything else is asked: a database that goes now must not take the danger away.
        stop = Stopping(null);
        await Words.LearnAsync(answer.Refusals);
        stop = Stopping(wristband is null ? null : await KeptForAsync(wristband));
    }

    /// <summary>The product kept for the next session of whoever wears this wristband: the one of this bed, never another's.</summary>
    private async Task<string?> KeptForAsync(string wristband)
    {
        foreach (var (of, patient) in await Planning.ActivePlansAsync())
        {
            if (patient.Wristband != wristband || of.Current is not { } next)
                continue;
            if (
                (await Administration.KeptForAsync(of.Id)).FirstOrDefault(c =>
                    !c.Ended && c.Reserved?.Session == next.Number
                ) is
                { } kept
            )
                return kept.Code;
        }
        return null;
    }

    private Task AgainAsync() =>
        TryAsync(async () =>
        {
            await Desk.UndoSelection(SignedIn.Person, SignedIn.Station);
            (stop, first) = (null, null);
        });
}
