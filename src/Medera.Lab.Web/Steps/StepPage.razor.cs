using System.Globalization;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Steps;

/// <summary>The plain form of one command, made from the command's own fields. It sends; the desk judges.</summary>
public sealed partial class StepPage
{
    private readonly Intended intended = new();
    private ActAttribute? verb;
    private StepFields? fields;
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
    private Narrator Narrator { get; set; } = default!;

    [Inject]
    private PlanningReads Planning { get; set; } = default!;

    [Inject]
    private AuditReads Audit { get; set; } = default!;

    [Inject]
    private EquipmentReads Equipment { get; set; } = default!;

    [Inject]
    private ProcessingReads Processing { get; set; } = default!;

    [Parameter]
    public string Verb { get; set; } = "";

    [Inject]
    private MaterialReads Lots { get; set; } = default!;

    [Inject]
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<Texts> Text { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "test")]
    private string? Test { get; set; }

    [SupplyParameterFromQuery(Name = "event")]
    private int? Event { get; set; }

    [SupplyParameterFromQuery(Name = "late")]
    private bool Late { get; set; }

    private string Title => Wording.Word(Verb);

    private string About => subject!.About;

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
            subject = await SubjectAsync(type);
        if (type is null || subject?.Takes(type) is not true)
            return;
        verb = CommandCatalogue.All.First(c => c.Type == type).Verb;
        fields = new StepFields(type, subject.Given(type), Time);
        canBeLate = CommandCatalogue.Of(type).Late;
        late = canBeLate && Late;
        await LearnChoicesAsync();
        await PrefillAsync();
        fields.Restore(await Drafts.LoadAsync(Visitor.Person, Verb, About));
        KeepToChoices();
        // Whoever came from a row of a list means that row, whatever an older draft says.
        if (Test is not null)
            Choose("test", Test);
        if (Event is { } record)
            Choose("event", record.ToString(CultureInfo.InvariantCulture));
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
        KeepToChoices();
        await TryAsync(async () => draftAt = await Drafts.SaveAsync(Visitor.Person, Verb, About, fields!.Texts));
        StateHasChanged();
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
                Visitor.Person,
                Visitor.Station,
                password,
                Late: LateRecord,
                Scanned: Scans
            )
            {
                TypedWhy = TypedWhy,
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
            await Drafts.DropAsync(Visitor.Person, Verb, About);
            return;
        }
        signError =
            answer.Refusals.Any(r => r.Rule == RecordRules.R20.Id) && answer.Refusals.Count == 1
                ? (string)Text["Step.WrongPassword"]
                : null;
        signing = signError is not null;
        refused = answer.Refusals;
        await Words.LearnAsync(answer.Refusals);
    }
}
