using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Release;

/// <summary>
/// The review of a batch: exceptions first, results, every rule that stands against the release, who still must act, and the acts.
/// Each act goes to the desk, which alone decides; the page shows its answer.
/// </summary>
public sealed partial class ReviewPage
{
    private readonly Intended intended = new();
    private BatchView? view;
    private Person? me;
    private IReadOnlyList<DeviationStep> steps = [];
    private IReadOnlyList<Broken> broken = [];
    private DateTimeOffset askedAt;
    private string? done;
    private IReadOnlyList<Broken> refused = [];
    private SignAct? signing;
    private string? signError;

    [Inject]
    private ProcessingReads Processing { get; set; } = default!;

    [Inject]
    private QualityControlReads QualityControl { get; set; } = default!;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    // The page has a base element: a bare fragment would lead to the start page.
    private string Here => new Uri(Navigation.Uri).AbsolutePath;

    private string Product =>
        $"{StateLook.Word(view!.Batch.Origin.ToString())} {view.Protocol.Content.Product} · {T["Review.PassageAnd", view.Batch.Passage, view.Batch.Products]}";

    private (StateFamily Family, string Word) Standing =>
        StateLook.Describe(view!.Batch.State, view.Batch.Expiry, Clock.Now);

    private bool SecondSigns => view is not null && ReviewGaps.Find(view).FirstStands;

    private string Signer =>
        signing?.Wanted is SignRelease
            ? $"{SignedIn.UserName} · {T["Review.SignatureOf", SecondSigns ? 2 : 1, view!.Protocol.Content.Signatures]}"
            : SignedIn.UserName;

    /// <summary>Every finding against the release. What one rule says several times stands in one row, a line each: who clears it is the same.</summary>
    private IReadOnlyList<WhyNotRow> Against =>
        [
            .. broken
                .GroupBy(b => (b.Rule, b.Kind, Clears: Words.ClearedBy(b), AllRules.Find(b).Source))
                .Select(g => new WhyNotRow(
                    g.Key.Rule,
                    g.Key.Kind == RuleKind.QaStop ? "QA-STOP"
                        : g.Key.Kind == RuleKind.Flag ? "FLAG"
                        : "STOP",
                    string.Join('\n', g.Select(b => Words.Sentence(b))),
                    $"{g.Key.Clears} · {g.Key.Source}",
                    g.Key.Rule == DonorRules.DonorTested.Id ? DonorLink : null,
                    T["Review.ToDonor"]
                )),
        ];

    /// <summary>What keeps the donor from being settled, while the batch waits for its release.</summary>
    private IReadOnlyList<Broken> OfDonor =>
        view!.Batch.State is BatchState.Quarantine or BatchState.UnderReview
            ? [.. broken.Where(b => b.Rule == DonorRules.DonorTested.Id)]
            : [];

    private string DonorLink => $"/donors/{view!.Donor.Id.Value}?batch={Id}";

    protected override bool Concerns(FeedNote note) => note.About.Contains(Id);

    protected override bool ShowsSeals => true;

    protected override async Task ReloadAsync()
    {
        var batch = new BatchId(Id);
        if (await Processing.BatchAsync(batch) is not { } read)
            return;
        me = await People.PersonAsync(SignedIn.Person);
        steps = await QualityControl.DeviationStepsAsync(batch);
        var asked = await Desk.Ask(Doer.By(SignedIn), new SignRelease(batch));
        await Words.LearnAsync(asked);
        await Words.LearnAsync(
            steps
                .Select(s => s.By.Value)
                .Concat(read.Results.Select(r => r.EnteredBy.Value))
                .Append(read.Batch.FirstSignature?.Signer.Value ?? Guid.Empty)
        );
        (view, broken, askedAt) = (read, asked, DeskNow);
        await SealAsync();
    }

    /// <summary>Somebody pressed a button: what is signed opens its dialog, anything else goes to the desk at once.</summary>
    private Task WantAsync(Command wanted)
    {
        (done, refused, signError) = (null, [], null);
        if (CommandCatalogue.Find(wanted).Signs is null)
            return DoAsync(wanted, password: null);
        signing = ToSign(wanted);
        return Task.CompletedTask;
    }

    private async Task SignAsync(Shared.Signing given)
    {
        if (signing is { } act)
            await DoAsync(act.Wanted, given.Password);
    }

    // An act that nobody answered keeps its identifier: signed after all, it is the same act.
    private void CancelAsync() => (signing, signError) = (null, null);

    private Task DoAsync(Command wanted, string? password)
    {
        signError = null;
        return ActAsync(
            () => Desk.Do(new Request(intended.IdOf(wanted), wanted, Doer.By(SignedIn), password)),
            answer => ShowAsync(wanted, answer)
        );
    }

    private async Task ShowAsync(Command wanted, Answer answer)
    {
        intended.Answered();
        if (answer.Outcome == Outcome.Accepted)
        {
            (done, refused, signing, signError) = (
                T[
                    "Review.Done",
                    Wording.Word(CommandCatalogue.Find(wanted).Name),
                    Stamp.Seconds(Time.Local(answer.At))
                ],
                [],
                null,
                null
            );
        }
        else if (signing is not null && answer.Refusals.Any(r => r.Rule == RecordRules.Signed.Id))
        {
            // A wrong password is put right in the dialog; what else stands against it is said there too.
            await Words.LearnAsync(answer.Refusals);
            signError = string.Join(' ', answer.Refusals.Select(r => Words.Sentence(r)));
        }
        else
        {
            (done, refused, signing, signError) = (null, answer.Refusals, null, null);
            await Words.LearnAsync(answer.Refusals);
        }
        await ReloadAsync();
    }
}
