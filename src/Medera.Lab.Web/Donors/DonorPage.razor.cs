using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Donors;

/// <summary>A donor's tests and eligibility: QC records, QA determines, and few others may look. The desk decides.</summary>
public sealed partial class DonorPage
{
    private readonly Intended intended = new();
    private DonorView? view;
    private Person? me;
    private int saved;
    private string? done;
    private IReadOnlyList<Broken> refused = [];
    private DetermineEligibility? signing;
    private string? signError;

    [Inject]
    private DonorReads Donors { get; set; } = default!;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The batch that somebody came from: its protocol's tests are the ones to look at.</summary>
    [SupplyParameterFromQuery(Name = "batch")]
    private Guid? From { get; set; }

    /// <summary>By whose list of tests the card is drawn: the batch's that somebody came from, else the latest batch's.</summary>
    private Protocol? Judged =>
        view!.Batches.FirstOrDefault(b => b.Batch.Id.Value == From).Protocol
        ?? view.Batches.FirstOrDefault().Protocol
        ?? view.Protocols.FirstOrDefault();

    private IReadOnlyList<SignFact> What =>
        signing is not { } act
            ? []
            :
            [
                new(T["Donor.Code"], view!.Donor.Code),
                new(Wording.Word("protocol"), view.Protocols.First(p => p.Id == act.Protocol).Code),
                new(Wording.Word("outcome"), Wording.Word(act.Outcome.ToString())),
                new(Wording.Word("riskFactors"), Wording.Word(act.RiskFactors.ToString())),
                new(T["Review.MeaningLabel"], Wording.Word(CommandCatalogue.Find(act).Signs!)),
            ];

    /// <inheritdoc/>
    protected override bool Concerns(FeedNote note) => note.About.Contains(Id);

    /// <inheritdoc/>
    protected override async Task ReloadAsync()
    {
        me = await People.PersonAsync(SignedIn.Person);
        view = await Donors.DonorAsync(new SubjectId(Id));
        if (view?.Donor.TestedAs() is { } record)
            await Words.LearnAsync(
                record.Rounds.Select(r => r.RecordedBy.Value).Append(record.Determined?.By.Value ?? Guid.Empty)
            );
    }

    private Task WantAsync(DonorAct wanted)
    {
        (done, refused, signError) = (null, [], null);
        if (wanted is not DetermineEligibility determined)
            return DoAsync(wanted, null);
        signing = determined;
        return Task.CompletedTask;
    }

    private async Task SignAsync(Signing given)
    {
        if (signing is { } act)
            await DoAsync(act, given.Password);
    }

    private Task DoAsync(DonorAct wanted, string? password) =>
        ActAsync(
            () => Desk.Do(new Request(intended.IdOf(wanted), wanted, Doer.By(SignedIn), password)),
            answer => ShowAsync(wanted, answer)
        );

    private async Task ShowAsync(DonorAct wanted, Answer answer)
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
            // The forms begin anew: what was sent is recorded.
            saved++;
        }
        else if (signing is not null && answer.Refusals.Any(r => r.Rule == RecordRules.Signed.Id))
        {
            signError = string.Join(' ', answer.Refusals.Select(r => Words.Sentence(r)));
        }
        else
        {
            (refused, signing, signError) = (answer.Refusals, null, null);
        }
        await ReloadAsync();
    }
}
