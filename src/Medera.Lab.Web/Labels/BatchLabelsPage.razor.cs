using System.Diagnostics;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Labels;

/// <summary>The labels of a batch: scanned back one after the other, reprinted, voided, destroyed, and counted. Follows the feed.</summary>
public sealed partial class BatchLabelsPage
{
    private readonly Intended intended = new();
    private BatchView? view;
    private Person? me;
    private IReadOnlyList<LabelLine> lines = [];
    private IReadOnlyList<LabelLine> waiting = [];
    private IReadOnlyList<TemplateVersion> templates = [];
    private LabelLine? expected;
    private LabelLine? acting;
    private Answer? scanned;
    private string? read;
    private ScanOutcome? sounded;
    private string? done;
    private IReadOnlyList<Broken> refused = [];
    private SettleLabelCount? signing;
    private string? signError;

    [Inject]
    private LabelReads Labels { get; set; } = default!;

    [Inject]
    private ProcessingReads Processing { get; set; } = default!;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The label that somebody chose, and what for: scan, reprint or void.</summary>
    [SupplyParameterFromQuery(Name = "label")]
    private Guid? Chosen { get; set; }

    [SupplyParameterFromQuery(Name = "act")]
    private string? Performs { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Here => $"/labels/batches/{Id:D}";

    private bool Works => me?.Holds(Roles.Technician) == true;

    private bool Voids => me?.Holds(Roles.Technician | Roles.Qa) == true;

    private IReadOnlyList<SignFact> Figures =>
        signing is not { } s || view is null
            ? []
            :
            [
                new SignFact(T["Labels.Issued"], Number(view.Batch.Labels.Issued)),
                new SignFact(
                    T["Labels.ByTheRecord"],
                    T["Labels.Figures", view.Batch.Labels.Applied, view.Batch.Labels.Destroyed]
                ),
                new SignFact(T["Labels.AtTheBench"], T["Labels.Figures", s.Applied, s.Destroyed]),
                new SignFact(
                    T["Review.Reason"],
                    s.ReasonText is null ? Wording.Word(s.Reason) : $"{Wording.Word(s.Reason)}: {s.ReasonText}"
                ),
            ];

    protected override Task OtherParametersAsync() => ReloadAsync();

    protected override bool Concerns(FeedNote note) => note.About.Contains(Id);

    protected override async Task ReloadAsync()
    {
        view = await Processing.BatchAsync(new BatchId(Id));
        if (view is null)
            return;
        me = await People.PersonAsync(SignedIn.Person);
        lines = await Labels.LabelsAsync(view.Batch.Id);
        waiting = [.. lines.Where(l => l.Label.State == LabelState.Printed)];
        templates = await Labels.TemplatesInForceAsync();
        acting = lines.FirstOrDefault(l => l.Label.Id.Value == Chosen && l.Label.Live);
        expected = Performs == "scan" ? waiting.FirstOrDefault(l => l.Label.Id.Value == Chosen) : null;
    }

    /// <summary>
    /// A label that waits and bears the code is meant, unless somebody chose one. Where none bears it, the first that waits is compared
    /// with it, so that the desk says what was read.
    /// </summary>
    private async Task ScanAsync(ScannedText scan)
    {
        (done, refused, scanned) = (null, [], null);
        var own = Barcode.Read(scan.Text, Arrival.From(scan.From)) as Reading.Own;
        var code = own?.Code.Text;
        if (own is not null && LabDesk.TypedBroken(scan.From, scan.TypedWhy, own.Code) is { } typed)
        {
            refused = [typed];
            sounded = new ScanOutcome(scan.Id, ScanTone.Refused);
            return;
        }
        var meant = expected ?? waiting.FirstOrDefault(l => l.Label.Code == code) ?? waiting.FirstOrDefault();
        if (meant is null)
            return;
        // What is no code may be anybody's name: the desk hears only that it was none.
        var wanted = new ApplyLabel(meant.Label.Id, code ?? "…");
        IReadOnlyList<Scan> scans = code is null ? [] : [new Scan(code, null, scan.From)];
        await ActAsync(
            () =>
                Desk.Do(
                    new Request(intended.IdOf(wanted), wanted, Doer.By(SignedIn), Scanned: scans)
                    {
                        TypedWhy = scan.TypedWhy,
                    }
                ),
            async answer =>
            {
                intended.Answered();
                (scanned, read) = (answer, code);
                sounded = new ScanOutcome(
                    scan.Id,
                    answer.Outcome == Outcome.Accepted ? ScanTone.Accepted : ScanTone.Refused
                );
                await Words.LearnAsync(answer.Refusals);
                if (answer.Outcome == Outcome.Accepted && expected is not null)
                    await AnyOneAsync();
                await ReloadAsync();
            }
        );
        if (Connection == Connection.Unknown)
            sounded = new ScanOutcome(scan.Id, ScanTone.Refused);
    }

    private Task AnyOneAsync()
    {
        Navigation.NavigateTo(Here);
        return Task.CompletedTask;
    }

    private Task WantAsync(LabelAct wanted)
    {
        if (wanted is not SettleLabelCount settle)
            return DoAsync(wanted);
        (signing, signError) = (settle, null);
        return Task.CompletedTask;
    }

    private Task SignAsync(Shared.Signing given) =>
        signing is { } settle ? DoAsync(settle, given.Password) : Task.CompletedTask;

    private Task DoAsync(LabelAct wanted) => DoAsync(wanted, null);

    private Task DoAsync(LabelAct wanted, string? password)
    {
        (done, refused, scanned) = (null, [], null);
        return ActAsync(
            () => Desk.Do(new Request(intended.IdOf(wanted), wanted, Doer.By(SignedIn), password)),
            answer => ShowAsync(wanted, answer)
        );
    }

    private async Task ShowAsync(LabelAct wanted, Answer answer)
    {
        intended.Answered();
        await Words.LearnAsync(answer.Refusals);
        if (answer.Outcome == Outcome.Accepted)
        {
            (done, signing, signError) = (
                T[
                    "Review.Done",
                    Wording.Word(CommandCatalogue.Find(wanted).Name),
                    Stamp.Seconds(Time.Local(answer.At))
                ],
                null,
                null
            );
            if (Chosen is not null)
                Navigation.NavigateTo(Here);
        }
        else if (signing is not null && answer.Refusals.Any(r => r.Rule == RecordRules.Signed.Id))
            signError = string.Join(' ', answer.Refusals.Select(r => Words.Sentence(r)));
        else
            (refused, signing, signError) = (answer.Refusals, null, null);
        await ReloadAsync();
    }

    private IReadOnlyList<TemplateVersion> Suiting(LabelLine line) =>
        line.Container is { } container
            ?
            [
                .. templates
                    .Where(t => LabelFilling.For(container.Kind).Contains(t.Content.Kind))
                    .OrderBy(t => t.Name != line.Template),
            ]
            : [];

    private string Act(Label label, string act) => $"{Here}?label={label.Id.Value:D}&act={act}";

    private static StateFamily FamilyOf(LabelState state) =>
        state switch
        {
            LabelState.Printed => StateFamily.Waiting,
            LabelState.Applied => StateFamily.Released,
            LabelState.Voided => StateFamily.Rejected,
            LabelState.Destroyed => StateFamily.Ended,
            _ => throw new UnreachableException($"Nobody knows how {state} looks."),
        };

    private static string Called(LabelLine line) =>
        line.Container is { } c
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{StateLook.Word(c.Kind.ToString())} {c.Ordinal}"
            )
            : line.Label.Words.Title ?? "";

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.CurrentCulture);
}
