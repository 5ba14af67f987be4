using System.Diagnostics;
using System.Globalization;
using Medera.Lab.Web.ActForms;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Labels;

/// <summary>One version of a label template: how it looks with the longest content, what the check says, its elements, and the acts. What is changed on the screen is a draft only when it is saved.</summary>
public sealed partial class TemplatePage
{
    private readonly Intended intended = new();
    private TemplateVersion? version;
    private TemplateContent? content;
    private bool changed;
    private Person? me;
    private LabelLayout? layout;
    private IReadOnlyList<Broken> faults = [];
    private IReadOnlyList<(LabelProblem Problem, int Dpi, string Language)> problems = [];
    private string? done;
    private IReadOnlyList<Broken> refused = [];
    private LabelAct? signing;
    private string? signError;

    [Inject]
    private LabelReads Labels { get; set; } = default!;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "dpi")]
    private int? Dpi { get; set; }

    [SupplyParameterFromQuery(Name = "language")]
    private string? Language { get; set; }

    /// <summary>The place of the element that is being changed.</summary>
    [SupplyParameterFromQuery(Name = "element")]
    private int? Chosen { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private static IReadOnlyList<(int Dots, string Tongue)> Views { get; } =
    [(203, "en"), (203, "tr"), (300, "en"), (300, "tr")];

    private int Dots => Dpi == 300 ? 300 : 203;

    private string Tongue =>
        Language is "en" or "tr" ? Language
        : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "tr" ? "tr"
        : "en";

    private bool Drafts => me?.Holds(Roles.Technician | Roles.Qc | Roles.Qa) == true;

    private bool Approves => me?.Holds(Roles.Qa) == true;

    private bool Edits => Drafts && version?.State == TemplateState.Draft;

    private (string Title, string Meaning, string Then, string Action) Sign =>
        signing switch
        {
            ApproveTemplate => (
                T["Labels.ApproveTitle", version!.Name, version.Edition],
                T["Labels.ApproveMeaning"],
                T["Labels.ApproveThen"],
                Wording.Word<ApproveTemplate>()
            ),
            // Nothing is being signed: the dialog is closed, and says nothing yet.
            RetireTemplate or null => (
                T["Labels.RetireTitle", version!.Name, version.Edition],
                T["Labels.RetireMeaning"],
                T["Labels.RetireThen"],
                Wording.Word<RetireTemplate>()
            ),
            _ => throw new UnreachableException($"A {signing.GetType().Name} is not signed here."),
        };

    private IReadOnlyList<SignFact> Figures =>
        version is null
            ? []
            :
            [
                new SignFact(T["Labels.Kind"], StateLook.Word(version.Content.Kind.ToString())),
                new SignFact(T["Labels.SizeMm"], Pair(version.Content.Width, version.Content.Height)),
                new SignFact(T["Labels.Elements"], version.Content.Elements.Count.ToString(CultureInfo.CurrentCulture)),
                new SignFact(
                    T["Review.MeaningLabel"],
                    Wording.Word(signing is null ? "" : CommandCatalogue.Find(signing).Signs ?? "")
                ),
            ];

    /// <summary>The family of a version's state.</summary>
    public static StateFamily FamilyOf(TemplateState state) =>
        state switch
        {
            TemplateState.Draft => StateFamily.Waiting,
            TemplateState.Approved => StateFamily.Released,
            TemplateState.Retired => StateFamily.Ended,
            _ => throw new UnreachableException($"Nobody knows how {state} looks."),
        };

    protected override async Task OtherParametersAsync()
    {
        if (version?.Id.Value != Id)
        {
            (changed, done, refused) = (false, null, []);
            await ReloadAsync();
        }
        else
            Look();
    }

    protected override bool Concerns(FeedNote note) => note.About.Contains(Id);

    protected override async Task ReloadAsync()
    {
        version = await Labels.TemplateAsync(new LabelTemplateId(Id));
        if (version is null)
            return;
        me = await People.PersonAsync(SignedIn.Person);
        await Words.LearnAsync(version.Drafters.Append(version.ApprovedBy ?? default).Select(p => p.Value));
        // What somebody is changing here stays on the screen; the desk judges what is saved over what.
        if (!changed || version.State != TemplateState.Draft)
            (content, changed) = (version.Content, false);
        Look();
    }

    private void Look()
    {
        if (version is null || content is null)
            return;
        faults = LabelRules.Faults(content);
        (layout, problems) = (null, []);
        if (faults.Count > 0)
            return;
        var drawn = content.Drawn(version.Name, version.Edition);
        layout = LabelLayout.Lay(
            drawn,
            LongestContent.Make(drawn.Kind, Tongue),
            LabelFiles.PrinterOf(Dots),
            Tongue,
            LabelTool.All
        );
        problems = [.. LongestContent.Problems(drawn, LabelTool.All)];
    }

    private void Change(TemplateContent to)
    {
        (content, changed, done) = (to, true, null);
        Look();
    }

    private void ChangeAsync(int place, TemplateElement element) =>
        Change(content! with { Elements = [.. content.Elements.Select((e, i) => i == place ? element : e)] });

    private void RemoveAsync(int place)
    {
        Change(content! with { Elements = [.. content.Elements.Where((_, i) => i != place)] });
        Navigation.NavigateTo(Link(null));
    }

    private void AddAsync()
    {
        var number = content!.Elements.Count + 1;
        Change(
            content with
            {
                Elements =
                [
                    .. content.Elements,
                    new TemplateElement(
                        Name: string.Create(CultureInfo.InvariantCulture, $"text {number}"),
                        Kind: ElementKind.Text,
                        X: 1,
                        Y: 1,
                        Width: 10,
                        Height: 3,
                        Points: 7,
                        Field: LabelField.Batch
                    ),
                ],
            }
        );
        Navigation.NavigateTo(Link(number - 1));
    }

    private void SizeAsync(ChangeEventArgs e, bool wide)
    {
        if (TemplateWords.Number(e.Value?.ToString()) is { } number)
            Change(wide ? content! with { Width = number } : content! with { Height = number });
    }

    private void Ask(LabelAct wanted) => (signing, signError, done, refused) = (wanted, null, null, []);

    private Task SignAsync(Shared.Signing given) =>
        signing is { } wanted ? DoAsync(wanted, given.Password) : Task.CompletedTask;

    private Task SaveAsync() => DoAsync(new ChangeTemplateDraft(version!.Id, content!), null);

    private Task NextVersionAsync() => DoAsync(new DraftTemplate(version!.Name, version.Content), null);

    private Task DoAsync(LabelAct wanted, string? password) =>
        ActAsync(
            () => Desk.Do(new Request(intended.IdOf(wanted), wanted, Doer.By(SignedIn), password)),
            answer => ShowAsync(wanted, answer)
        );

    private async Task ShowAsync(LabelAct wanted, Answer answer)
    {
        intended.Answered();
        (done, refused) = (null, []);
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
            if (wanted is ChangeTemplateDraft)
                changed = false;
            if (wanted is DraftTemplate)
                Navigation.NavigateTo($"/labels/templates/{answer.About.Last(a => a.Kind == "template").Id:D}");
        }
        else if (signing is not null && answer.Refusals.Any(r => r.Rule == RecordRules.Signed.Id))
            signError = string.Join(' ', answer.Refusals.Select(r => Words.Sentence(r)));
        else
            (refused, signing, signError) = (answer.Refusals, null, null);
        await ReloadAsync();
    }

    private string ViewLink(int dots, string tongue) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/labels/templates/{Id:D}?dpi={dots}&language={tongue}{(Chosen is { } place ? $"&element={place}" : "")}"
        );

    private string ElementLink(int place) => Link(place);

    private string Link(int? place) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/labels/templates/{Id:D}?dpi={Dots}&language={Tongue}{(place is { } at ? $"&element={at}" : "")}"
        );

    private static string Pair(decimal one, decimal other) =>
        string.Create(CultureInfo.CurrentCulture, $"{one:0.##} × {other:0.##}");
}
