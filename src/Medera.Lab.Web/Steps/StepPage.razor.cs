using Medera.Lab.Deciding;
using Medera.Lab.Protocols;
using Medera.Lab.Rules;
using Medera.Lab.Scanning;
using Medera.Lab.Subjects;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Steps;

/// <summary>The plain form of one command, made from the command's own fields. It sends; the desk judges.</summary>
public sealed partial class StepPage
{
    private VerbAttribute? verb;
    private StepFields? fields;
    private BatchView? view;
    private ContainerLine? line;
    private IReadOnlyList<(Plan Plan, Subject Patient, Session Next)> plans = [];
    private string planBefore = "";
    private bool loaded;
    private bool busy;
    private bool signing;
    private bool late;
    private bool canBeLate;
    private string? signError;
    private DateTime? happened;
    private string lateReason = Reasons.All[0];
    private string second = "";
    private string secondPassword = "";
    private string evidence = "";
    private Command? wanted;
    private Guid attempt = Ids.New();
    private Answer? done;
    private IReadOnlyList<Broken> refused = [];
    private IReadOnlyList<FormError> errors = [];
    private DateTimeOffset? draftAt;

    [Parameter] public Guid? Batch { get; set; }

    [Parameter] public string? Code { get; set; }

    [Parameter] public string Verb { get; set; } = "";

    [Inject] private Drafts Drafts { get; set; } = default!;

    [Inject] private IStringLocalizer<Texts> Text { get; set; } = default!;

    private string Title => Wording.Word(Verb);

    private string About => line?.Container.Code ?? Batch?.ToString() ?? "";

    private string BackHref => line is not null ? $"/containers/{line.Container.Code}" : $"/batches/{Batch}";

    private string Product => line is not null ? $"{StateLook.Word(line.Container.Kind.ToString())} {line.Container.Ordinal} · {view?.Batch.Number}" : $"{view!.Protocol.Content.Product} · {Text["Batch.PassageOf", view.Batch.Passage]}";

    private (StateFamily Family, string Word) Standing => line is not null ? StateLook.Of(line.Container) : StateLook.Of(view!.Batch.State, view.Batch.Expiry, Clock.Now);

    /// <summary>What to choose from, where the laboratory knows it: the specification's tests, the plans that the product may be for.</summary>
    private IReadOnlyList<StepChoice> Offered(CommandField field) => field.Name switch
    {
        "test" or "tests" when view is not null => [.. view.Protocol.Content.Specification.Select(l => new StepChoice(l.Test, l.Test))],
        "plan" => [.. plans.Select(p => new StepChoice(p.Plan.Id.Value.ToString(), Text["Step.PlanOf", p.Patient.Code, p.Next.Number, p.Plan.Sessions.Count]))],
        _ => [],
    };

    private IReadOnlyList<SignFact> What => [new SignFact(Text["Container.Batch"], view?.Batch.Number ?? ""), .. line is null ? Array.Empty<SignFact>() : [new SignFact(Text["Batch.Code"], line.Container.Code)]];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Code is not null && Barcode.Read(Code) is Reading.Own own) line = await Reads.ContainerAsync(own.Code.Text);
        var batch = line?.Container.Batch ?? (Batch is { } id ? new BatchId(id) : null);
        if (batch is { } of) view = await Reads.BatchAsync(of);
        loaded = true;
        if (CommandCatalogue.Find(Verb) is not { } type || (line is null && view is null)) return;
        verb = CommandCatalogue.All.First(c => c.Type == type).Verb;
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        if (line is not null) given["container"] = line.Container.Code;
        else given["batch"] = Batch!.Value.ToString();
        fields = new StepFields(type, given);
        canBeLate = verb.Signs is null && (typeof(Medera.Lab.Processing.ProcessingCommand).IsAssignableFrom(type) || typeof(Medera.Lab.Administration.AdministrationCommand).IsAssignableFrom(type) || typeof(Medera.Lab.Inventory.StorageCommand).IsAssignableFrom(type) || type == typeof(Medera.Lab.Collection.CollectionCommand.Receive));
        await PrefillAsync();
        fields.Restore(await Drafts.LoadAsync(Visitor.Person, Verb, About));
        planBefore = fields["plan"];
    }

    /// <summary>What the laboratory knows already: the vessels in culture, the session's plan.</summary>
    private async Task PrefillAsync()
    {
        if (fields!.Asked.Any(f => f.Name == "from") && view is not null)
            fields.List("from").AddRange((await Reads.ContainersAsync(view.Batch.Id, size: 500)).Where(c => c.Container.State == Medera.Lab.Batches.ContainerState.InCulture).Select(c => c.Container.Code));
        if (fields.Asked.Any(f => f.Name == "tests") && view is not null)
            fields.List("tests").AddRange(view.Results.Where(r => r is { Current: true, VerifiedBy: null }).Select(r => r.Test));
        if (fields.Asked.Any(f => f.Name == "plan") && view is not null)
        {
            plans = [.. await PlansAsync(view)];
            // What one person gave is for that person: there is nothing to choose.
            if (view.Patient is not null && plans.Count == 1) (fields["plan"], fields["session"]) = (plans[0].Plan.Id.Value.ToString(), Number(plans[0].Next));
        }
    }

    /// <summary>Plans of the batch's own protocol that have a session left; of what one person gave, that person's.</summary>
    private async Task<IEnumerable<(Plan Plan, Subject Patient, Session Next)>> PlansAsync(BatchView of) =>
        (await Reads.ActivePlansAsync(of.Protocol.Id, of.Patient?.Id)).Where(p => p.Plan.Current is not null).Select(p => (p.Plan, p.Patient, p.Plan.Current!));

    /// <summary>Another plan has another next session: the number of the plan before must not stay.</summary>
    private void TakeNextSession()
    {
        if (plans.Count == 0 || fields!["plan"] == planBefore) return;
        planBefore = fields["plan"];
        fields["session"] = plans.FirstOrDefault(p => p.Plan.Id.Value.ToString() == planBefore).Next is { } next ? Number(next) : "";
    }

    private static string Number(Session session) => session.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task ChangedAsync()
    {
        TakeNextSession();
        draftAt = await Drafts.SaveAsync(Visitor.Person, Verb, About, fields!.Texts);
        StateHasChanged();
    }

    private async Task SubmitAsync()
    {
        (wanted, errors) = fields!.Read(name => Text["Step.Required", Wording.Word(name)], name => Text["Step.Unreadable", Wording.Word(name)]);
        refused = [];
        if (wanted is null) return;
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
        busy = true;
        try
        {
            var request = late && happened is { } at
                ? new LateRequest(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), Time.Now.Offset), lateReason, evidence.Length > 0 ? evidence : null, second, secondPassword) : null;
            var answer = await Desk.Do(new Request(attempt, wanted!, Visitor.Person, Visitor.Station, password, Late: request));
            await Words.LearnAsync(answer.Refusals);
            attempt = Ids.New();
            if (answer.Outcome == Outcome.Accepted)
            {
                (done, signing) = (answer, false);
                await Drafts.DropAsync(Visitor.Person, Verb, About);
            }
            else
            {
                signError = answer.Refusals.Any(r => r.Rule == RecordRules.R20.Id) && answer.Refusals.Count == 1 ? (string)Text["Step.WrongPassword"] : null;
                signing = signError is not null;
                refused = answer.Refusals;
            }
        }
        catch (Medera.Lab.Custody.NotCanonical wrong)
        {
            (signing, errors) = (false, [new FormError(fields!.Asked.Count > 0 ? fields.Asked[0].Name : "", wrong.Message)]);
        }
        finally
        {
            busy = false;
        }
    }
}
