using System.Globalization;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Labels;

/// <summary>
/// Labels for containers of a batch: which, from which template, on which printer, with the first of them before the eyes. What is
/// printed is an act at the desk; the paper comes from the files of what was recorded.
/// </summary>
public sealed partial class PrintPage
{
    private readonly Intended intended = new();
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    private BatchView? view;
    private IReadOnlyList<LabelledContainer> containers = [];
    private IReadOnlyList<TemplateVersion> templates = [];
    private IReadOnlyList<LabelLine> fresh = [];
    private LabelTemplateId? template;
    private int dpi = 203;
    private string language = "en";
    private KeptAt? storage = KeptAt.BelowMinus150;
    private LabelLayout? preview;
    private IReadOnlyList<Broken> against = [];
    private IReadOnlyList<Broken> refused = [];

    [Inject]
    private LabelReads Labels { get; set; } = default!;

    [Inject]
    private ProcessingReads Processing { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "batch")]
    private Guid Batch { get; set; }

    /// <summary>The instant of the print whose files are offered.</summary>
    [SupplyParameterFromQuery(Name = "printed")]
    private string? Printed { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>What is chosen, in the order of the list: so the labels come out of the printer.</summary>
    private IReadOnlyList<string> Codes => [.. containers.Select(c => c.Container.Code).Where(chosen.Contains)];

    private TemplateVersion? Version => templates.FirstOrDefault(t => t.Id == template);

    protected override async Task OpenAsync()
    {
        language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "tr" ? "tr" : "en";
        await ReloadAsync();
    }

    protected override Task OtherParametersAsync() => ReloadAsync();

    protected override bool Concerns(FeedNote note) => note.About.Contains(Batch);

    protected override async Task ReloadAsync()
    {
        view = await Processing.BatchAsync(new BatchId(Batch));
        if (view is null)
            return;
        containers = await Labels.ContainersToLabelAsync(view.Batch.Id);
        var kinds = containers.SelectMany(c => LabelFilling.For(c.Container.Kind)).ToHashSet();
        templates = [.. (await Labels.TemplatesInForceAsync()).Where(t => kinds.Contains(t.Content.Kind))];
        template =
            Version?.Id
            ?? (templates.FirstOrDefault(t => t.Content.Kind == LabelKind.Cryovial) ?? templates.FirstOrDefault())?.Id;
        chosen.IntersectWith(containers.Where(c => c.Live is null && Suits(c.Container)).Select(c => c.Container.Code));
        fresh =
            LabelEndpoints.IsInstant(Printed, out var at) && at is { } printed
                ? await Labels.LabelsAsync(view.Batch.Id, [LabelState.Printed], printed)
                : [];
        await LookAsync();
    }

    /// <summary>What the labels would look like, and what stands against them.</summary>
    private async Task LookAsync()
    {
        (preview, against) = (null, []);
        // One is enough for the eye, and the first free one shows the template before anything is chosen.
        var first =
            Codes.FirstOrDefault()
            ?? containers.FirstOrDefault(c => c.Live is null && Suits(c.Container))?.Container.Code;
        if (first is not null && Wanted([first]) is { } one)
            preview = (await Desk.Preview(Doer.By(SignedIn), one)).FirstOrDefault();
        if (chosen.Count > 0 && Wanted(Codes) is { } all)
            against = await Desk.Ask(Doer.By(SignedIn), all);
        await Words.LearnAsync(against);
    }

    private PrintLabels? Wanted(IReadOnlyList<string> codes) =>
        template is { } id ? new(new BatchId(Batch), ContainerCode.Each(codes), id, language, dpi, storage) : null;

    private bool Suits(Container container) =>
        Version is { } version && LabelFilling.For(container.Kind).Contains(version.Content.Kind);

    private Task ChooseAsync(string code, bool wanted)
    {
        if (wanted)
            chosen.Add(code);
        else
            chosen.Remove(code);
        return TryAsync(LookAsync);
    }

    private Task AllAsync()
    {
        chosen.UnionWith(
            containers
                .Where(c => c.Live is null && Suits(c.Container))
                .Select(c => c.Container.Code)
                .Take(LabelFilling.MostLabels)
        );
        return TryAsync(LookAsync);
    }

    private Task NoneAsync()
    {
        chosen.Clear();
        return TryAsync(LookAsync);
    }

    private Task TemplateAsync(LabelTemplateId? id)
    {
        template = id;
        chosen.RemoveWhere(code =>
            containers.FirstOrDefault(c => c.Container.Code == code) is not { } line || !Suits(line.Container)
        );
        return TryAsync(LookAsync);
    }

    private Task DpiAsync(int value) => SetAsync(() => dpi = value);

    private Task LanguageAsync(string value) => SetAsync(() => language = value);

    private Task StorageAsync(KeptAt? value) => SetAsync(() => storage = value);

    private Task SetAsync(Action set)
    {
        set();
        return TryAsync(LookAsync);
    }

    private Task PrintAsync() =>
        Wanted(Codes) is not { } wanted
            ? Task.CompletedTask
            : ActAsync(() => Desk.Do(new Request(intended.IdOf(wanted), wanted, Doer.By(SignedIn))), ShowAsync);

    private async Task ShowAsync(Answer answer)
    {
        intended.Answered();
        refused = answer.Outcome == Outcome.Accepted ? [] : answer.Refusals;
        await Words.LearnAsync(refused);
        if (answer.Outcome != Outcome.Accepted)
            return;
        chosen.Clear();
        Navigation.NavigateTo($"/labels/print?batch={Batch:D}&printed={Uri.EscapeDataString(Values.Text(answer.At))}");
    }

    private string PaperLink(string at) => $"/labels/paper?batch={Batch:D}&printed={Uri.EscapeDataString(at)}";

    private string FileLink(string form, string at) =>
        $"/labels/batches/{Batch:D}.{form}?printed={Uri.EscapeDataString(at)}";

    private string ReprintLink(Label live) => $"/labels/batches/{Batch:D}?label={live.Id.Value:D}&act=reprint";

    private static string Called(Container container) =>
        string.Create(CultureInfo.InvariantCulture, $"{StateLook.Word(container.Kind.ToString())} {container.Ordinal}");
}
