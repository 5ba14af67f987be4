using System.Globalization;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Labels;

/// <summary>Labels for what belongs to no batch: places, stations, equipment, badges, lots of material, trays, things of the house, command cards. Each print is counted, and none is reconciled.</summary>
public sealed partial class ThingsPage
{
    private const string Stations = "stations";
    private const string Badges = "badges";
    private const string Cards = "cards";
    private const string Boxes = "boxes";
    private const string Pieces = "equipment";
    private const string Materials = "materials";
    private const string Trays = "trays";

    private readonly Intended intended = new();
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    private IReadOnlyList<Box> boxes = [];
    private IReadOnlyList<LabelledThing> things = [];
    private IReadOnlyList<TemplateVersion> templates = [];
    private IReadOnlyList<LabelLine> fresh = [];
    private LabelTemplateId? template;
    private int dpi = 203;
    private string language = "en";
    private LabelLayout? preview;
    private IReadOnlyList<Broken> against = [];
    private IReadOnlyList<Broken> refused = [];

    [Inject]
    private EquipmentReads Equipment { get; set; } = default!;

    [Inject]
    private LabelReads Labels { get; set; } = default!;

    [Inject]
    private StorageReads Storage { get; set; } = default!;

    [Inject]
    private MaterialReads Lots { get; set; } = default!;

    /// <summary>cards, stations, equipment, badges, materials, trays, boxes, or the identifier of a box whose positions are shown.</summary>
    [SupplyParameterFromQuery(Name = "of")]
    private string? Of { get; set; }

    private string Group => Of ?? Cards;

    private IEnumerable<(string Key, string Word)> Groups =>
        [
            (Cards, T["Cards.Heading"]),
            (Stations, T["Codes.Stations"]),
            (Pieces, T["Shell.Equipment"]),
            (Badges, T["Labels.Badges"]),
            (Materials, T["Shell.Materials"]),
            (Trays, T["Materials.Trays"]),
            (Boxes, T["Labels.Boxes"]),
            .. HouseThings.All.Select(kind => (KeyOf(kind), StateLook.Word(kind.Declared.Code!.Value))),
            .. boxes.Select(b => (b.Id.Value.ToString(), (string)T["Codes.PositionsOf", b.Path])),
        ];

    // As the form of a new one links here: by its list.
    private static string KeyOf(HouseThings kind) => kind.Page.TrimStart('/');

    protected override async Task OpenAsync()
    {
        language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "tr" ? "tr" : "en";
        boxes = await Storage.BoxesAsync();
        await ReloadAsync();
    }

    protected override Task OtherParametersAsync()
    {
        chosen.Clear();
        return ReloadAsync();
    }

    protected override async Task ReloadAsync()
    {
        var (kind, found) = await FoundAsync();
        var printed = await Labels.PrintedOfAsync([.. found.Select(t => t.Code)]);
        things = [.. found.Select(t => t with { Printed = printed.GetValueOrDefault(t.Code) })];
        templates = [.. (await Labels.TemplatesInForceAsync()).Where(t => t.Content.Kind == kind)];
        template = templates.FirstOrDefault(t => t.Id == template)?.Id ?? templates.FirstOrDefault()?.Id;
        await LookAsync();
    }

    private async Task<(LabelKind Kind, IReadOnlyList<LabelledThing> Things)> FoundAsync()
    {
        if (Group == Stations)
            return (
                LabelKind.Equipment,
                [.. (await People.StationsAsync()).Select(s => new LabelledThing(s.Code, s.Name, s.Room, 0))]
            );
        if (Group == Pieces)
            return (
                LabelKind.Equipment,
                [
                    .. (await Equipment.EquipmentAsync(Clock.Now))
                        .OrderBy(e => e.Name, StringComparer.Ordinal)
                        .Select(e => new LabelledThing(e.Code, e.Name, $"{StateLook.Word(e.Kind)} · {e.Room}", 0)),
                ]
            );
        if (Group == Boxes)
            return (
                LabelKind.Box,
                [.. boxes.Where(b => b.Code is not null).Select(b => new LabelledThing(b.Code!, b.Path, "", 0))]
            );
        var binds = (await People.PersonAsync(SignedIn.Person))?.Holds(CommandCatalogue.Find<BindBadge>().May) == true;
        if (Group == Badges)
            return (
                LabelKind.Badge,
                [
                    // Who sees a badge's code could stand in for its bearer: it is for the bearer and for who binds badges.
                    .. (await People.PeopleAsync())
                        .Where(p => p is { Active: true, Badge: not null } && (binds || p.Id == SignedIn.Person))
                        .Select(p => new LabelledThing(p.Badge!, p.UserName, StateLook.Word(p.Roles.ToString()), 0)),
                ]
            );
        if (Group == Materials)
            return (
                LabelKind.Material,
                [
                    .. (await Lots.MaterialsAsync(size: LabelFilling.MostLabels)).Items.Select(m => new LabelledThing(
                        m.Code,
                        m.Article,
                        $"{m.Supplier} · {m.Lot}",
                        0
                    )),
                ]
            );
        if (Group == Trays)
            return (
                LabelKind.Equipment,
                [
                    .. (await Lots.TraysAsync()).Select(t => new LabelledThing(
                        t.Tray.Code,
                        StateLook.Word(CodeKind.Tray),
                        string.Join(", ", t.Lots.Select(m => m.Name)),
                        0
                    )),
                ]
            );
        if (HouseThings.All.FirstOrDefault(kind => KeyOf(kind) == Group) is { } house)
            return (
                LabelKind.Equipment,
                [
                    .. (await Labels.HouseThingsAsync(house)).Select(t => new LabelledThing(
                        t.Code,
                        t.Name,
                        StateLook.Word(house.Declared.Code!.Value),
                        0
                    )),
                ]
            );
        if (Guid.TryParse(Group, out var box) && await Storage.BoxAsync(new BoxId(box)) is { } view)
            return (
                LabelKind.Position,
                [.. view.Positions.Select(p => new LabelledThing(p.Position.Code, p.Position.Path, "", 0))]
            );
        return (
            LabelKind.CommandCard,
            [.. CommandCards.All.Select(c => new LabelledThing(CommandCards.CodeOf(c).Text, StateLook.Word(c), "", 0))]
        );
    }

    private async Task LookAsync()
    {
        (preview, against) = (null, []);
        var first = Codes.FirstOrDefault() ?? things.FirstOrDefault()?.Code;
        if (first is not null && Wanted([first]) is { } one)
            preview = (await Desk.Preview(Doer.By(SignedIn), one)).FirstOrDefault();
        if (chosen.Count > 0 && Wanted(Codes) is { } all)
            against = await Desk.Ask(Doer.By(SignedIn), all);
        await Words.LearnAsync(against);
    }

    private IReadOnlyList<string> Codes => [.. things.Select(t => t.Code).Where(chosen.Contains)];

    private PrintThingLabels? Wanted(IReadOnlyList<string> codes) =>
        template is { } id ? new(codes, id, language, dpi) : null;

    private Task ChooseAsync(string code, bool wanted) =>
        SetAsync(() => _ = wanted ? chosen.Add(code) : chosen.Remove(code));

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
        (fresh, refused) = ([], answer.Outcome == Outcome.Accepted ? [] : answer.Refusals);
        await Words.LearnAsync(refused);
        if (answer.Outcome != Outcome.Accepted)
            return;
        fresh = await Labels.LabelsAsync([
            .. answer.About.Where(a => a.Kind == "label").Select(a => new LabelId(a.Id)),
        ]);
        chosen.Clear();
        await ReloadAsync();
    }
}
