using System.Globalization;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.ActForms;

/// <summary>The plain form of one command, made from the command's own fields. It sends; the desk judges.</summary>
public partial class ActFormPage
{
    private readonly Intended intended = new();
    private ActAttribute? verb;
    private FormSubject? subject;
    private FormFields? fields;
    private FormCodes codes = default!;
    private Broken? notTaken;
    private ScanOutcome? sounded;
    private bool filled;
    private bool busy;
    private bool signing;
    private bool late;
    private bool canBeLate;
    private string? signError;
    private DateTime? happened;
    private string lateReason = Reasons.All[0];
    private string second = "";
    private string performed = "";
    private string secondPassword = "";
    private string evidence = "";
    private Command? wanted;
    private Answer? done;
    private IReadOnlyList<Broken> refused = [];
    private IReadOnlyList<FormError> errors = [];
    private DateTimeOffset? draftAt;

    [Inject]
    private FormSubjects Subjects { get; set; } = default!;

    [Inject]
    private FormChoices Choices { get; set; } = default!;

    [Inject]
    private ProcessingReads Processing { get; set; } = default!;

    [Parameter]
    public string Verb { get; set; } = "";

    [Inject]
    private MaterialReads Lots { get; set; } = default!;

    [Inject]
    private DonorReads Donors { get; set; } = default!;

    [Inject]
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<Texts> Text { get; set; } = default!;

    [Parameter]
    public Guid? Batch { get; set; }

    /// <summary>A container's code.</summary>
    [Parameter]
    public string? Code { get; set; }

    [Parameter]
    public Guid? Piece { get; set; }

    [Parameter]
    public Guid? Lot { get; set; }

    /// <summary>A thing of the house, where <see cref="Kind"/> says of which kind.</summary>
    [Parameter]
    public Guid? Thing { get; set; }

    /// <summary>The kind of thing of the house that the form is for; null: the address says otherwise what it is about.</summary>
    private protected virtual Type? Kind => null;

    [SupplyParameterFromQuery(Name = "back")]
    private string? Back { get; set; }

    [SupplyParameterFromQuery(Name = "test")]
    private string? Test { get; set; }

    [SupplyParameterFromQuery(Name = "event")]
    private int? Event { get; set; }

    [SupplyParameterFromQuery(Name = "late")]
    private bool Late { get; set; }

    private string Title => Wording.Word(Verb);

    private string About => subject!.About;

    private ContainerLine? Line => (subject as FormSubject.OfContainer)?.Line;

    private BatchView? View =>
        subject switch
        {
            FormSubject.OfBatch of => of.View,
            FormSubject.OfContainer of => of.View,
            _ => null,
        };

    private string BackHref =>
        subject is FormSubject.OfNew of && done is not null ? of.HrefOf(done) : subject?.Href ?? "/";

    private IReadOnlyList<SignFact> What =>
        [
            new SignFact(Text["Container.Batch"], View?.Batch.Number ?? ""),
            .. Line is null ? Array.Empty<SignFact>() : [new SignFact(Text["Batch.Code"], Line.Container.Code)],
        ];

    /// <inheritdoc/>
    protected override async Task OpenAsync()
    {
        var type = CommandCatalogue.Find(Verb);
        if (type is not null)
            subject = await Subjects.FindAsync(type, new FormAddress(Batch, Code, Piece, Lot, Back, Kind, Thing));
        if (type is null || subject?.Takes(type) is not true)
            return;
        verb = CommandCatalogue.All.First(c => c.Type == type).Verb;
        fields = new FormFields(type, subject.Given(type), Time);
        codes = new FormCodes(type, fields);
        canBeLate = CommandCatalogue.Find(type).Late;
        late = canBeLate && Late;
        await Choices.LearnAsync(type, fields, View);
        await PrefillAsync();
        fields.Restore(await Drafts.LoadAsync(SignedIn.Person, Verb, About));
        Choices.Keep();
        // Whoever came from a row of a list means that row, whatever an older draft says.
        if (Test is not null)
            Choices.Choose("test", Test);
        if (Event is { } record)
            Choices.Choose("event", record.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What the laboratory knows already: the vessels in culture, the session's plan.</summary>
    private async Task PrefillAsync()
    {
        if (fields!.Asked.Any(f => f.Name == "from") && View is not null)
            fields
                .List("from")
                .AddRange(
                    (await Processing.ContainersAsync(View.Batch.Id, size: Limits.Reads.Containers))
                        .Where(c => c.Container.State == ContainerState.InCulture)
                        .Select(c => c.Container.Code)
                );
        if (fields.Asked.Any(f => f.Name == "tests") && View is not null)
            fields
                .List("tests")
                .AddRange(View.Results.Where(r => r is { Current: true, VerifiedBy: null }).Select(r => r.Test));
    }

    private async Task ChangedAsync()
    {
        draftAt = null;
        Choices.Keep();
        await TryAsync(async () => draftAt = await Drafts.SaveAsync(SignedIn.Person, Verb, About, fields!.Texts));
        StateHasChanged();
    }

    private async Task ScannedAsync(ScannedText scan)
    {
        var reading = Barcode.Read(scan.Text, Arrival.From(scan.From));
        notTaken = reading switch
        {
            Reading.Own own => codes.Against(scan, own.Code) ?? await ForeignAsync(own.Code),
            Reading.Gs1 when PackageFill.Fits(fields!) => null,
            Reading.Unreadable bad => UnreadableTexts.Refuse(bad),
            _ => ForeignSymbols.Refuse(reading),
        };
        filled = notTaken is null && reading is Reading.Gs1;
        if (notTaken is not null)
            await Words.LearnAsync([notTaken]);
        else if (reading is Reading.Gs1 package)
            await FillAsync(package);
        else
            await TakeAsync(scan, ((Reading.Own)reading).Code);
        sounded = new ScanOutcome(scan.Id, notTaken is null ? ScanTone.Accepted : ScanTone.Refused);
    }

    /// <summary>A form that was opened at a batch is for its containers and its donor: with another's the act would be recorded there.</summary>
    private async Task<Broken?> ForeignAsync(OwnCode code) =>
        code.Kind == CodeKind.Wristband && View is { } of && !await Donors.WearsAsync(of.Batch.Donor, code.Text)
            ? IdentityRules.KeptForThisPatient.Broken("wearer")
        : Batch is { } batch
        && code.Kind == CodeKind.Container
        && await Processing.ContainerAsync(code.Text) is { } found
        && found.Container.Batch.Value != batch
            ? BalanceRules.Balances.Broken("foreign", ("code", code.Text))
        : null;

    private async Task FillAsync(Reading.Gs1 package)
    {
        await PackageFill.FillAsync(fields!, package, Lots, Time);
        await ChangedAsync();
    }

    private Task TakeAsync(ScannedText scan, OwnCode code)
    {
        codes.Take(scan, code);
        return ChangedAsync();
    }

    private async Task SubmitAsync()
    {
        (wanted, errors) = fields!.Read(
            name => Text["Step.Required", Wording.Word(name)],
            name => Text["Step.Unreadable", Wording.Word(name)]
        );
        refused = [];
        // Opened and left empty, it would be recorded as done now: that is not what was meant.
        if (late && happened is null)
            errors = [.. errors, new FormError("late-at", Text["Step.Required", Text["Step.Happened"].Value])];
        if (wanted is null || errors.Count > 0)
            return;
        if (verb!.Signs is not null)
        {
            (signing, signError) = (true, null);
            return;
        }
        await SendAsync(null);
    }

    private Task SignedAsync(Signing signed) => SendAsync(signed.Password);

    private async Task SendAsync(string? password)
    {
        (busy, signError) = (true, null);
        try
        {
            var request = new Request(
                intended.IdOf(wanted!, LateRecord),
                wanted!,
                Doer.By(SignedIn),
                password,
                Late: LateRecord,
                Scanned: codes.Scans
            )
            {
                TypedWhy = codes.TypedWhy,
            };
            await ActAsync(() => Desk.Do(request), ShowAsync);
        }
        catch (Medera.Lab.Custody.NotCanonical wrong)
        {
            (signing, errors) = (
                false,
                [new FormError(fields!.Asked.Count > 0 ? fields.Asked[0].Name : "", wrong.Message)]
            );
        }
        finally
        {
            busy = false;
        }
    }

    private LateRequest? LateRecord =>
        late && happened is { } at
            ? new LateRequest(
                Time.At(at),
                lateReason,
                evidence.Length > 0 ? evidence : null,
                second,
                secondPassword,
                performed.Trim() is { Length: > 0 } other ? other : null
            )
            : null;

    private async Task ShowAsync(Answer answer)
    {
        intended.Answered();
        if (answer.Outcome == Outcome.Accepted)
        {
            (done, signing, draftAt) = (answer, false, null);
            await Words.LearnAsync(answer.Refusals);
            await Drafts.DropAsync(SignedIn.Person, Verb, About);
            return;
        }
        signError =
            answer.Refusals.Any(r => r.Rule == RecordRules.Signed.Id) && answer.Refusals.Count == 1
                ? (string)Text["Step.WrongPassword"]
                : null;
        signing = signError is not null;
        refused = answer.Refusals;
        await Words.LearnAsync(answer.Refusals);
    }
}
