using System.Globalization;
using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Labels;

/// <summary>The codes of a demonstration, on screen and on paper, so that it can be worked without labels. Elsewhere there is no such page.</summary>
public sealed partial class CodesPage
{
    private const int PageSize = Limits.Reads.Codes;
    private const int FirstPositions = Limits.Reads.FirstPositions;
    private const int FreePositions = Limits.Reads.FreePositions;

    // Where a person can go on with something in hand.
    private static readonly BatchState[] Open =
    [
        BatchState.Planned,
        BatchState.Collected,
        BatchState.Received,
        BatchState.InProcess,
        BatchState.Filled,
        BatchState.Quarantine,
        BatchState.UnderReview,
        BatchState.Released,
    ];

    private IReadOnlyList<Batch> waiting = [];
    private IReadOnlyList<ContainerLine> containers = [];
    private IReadOnlyList<KeptLine> kept = [];
    private IReadOnlyList<Station> stations = [];
    private IReadOnlyList<Person> people = [];
    private IReadOnlyList<Piece> equipment = [];
    private readonly List<IHouseThing> others = [];
    private IReadOnlyList<BoxLine> boxes = [];
    private IReadOnlyList<Place> first = [];
    private IReadOnlyList<Place> free = [];
    private IReadOnlySet<string> used = new HashSet<string>(StringComparer.Ordinal);
    private IReadOnlyList<Material> lots = [];
    private IReadOnlyList<TrayLine> trays = [];
    private BatchView? chosen;
    private BoxLine? box;

    [Inject]
    private AdministrationReads Administration { get; set; } = default!;

    [Inject]
    private EquipmentReads Equipment { get; set; } = default!;

    [Inject]
    private LabelReads Labels { get; set; } = default!;

    [Inject]
    private PeopleReads People { get; set; } = default!;

    [Inject]
    private ProcessingReads Processing { get; set; } = default!;

    [Inject]
    private StorageReads Storage { get; set; } = default!;

    [Inject]
    private MaterialReads Lots { get; set; } = default!;

    [Inject]
    private LabSettings Settings { get; set; } = default!;

    [Inject]
    private LabTime Time { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>The batch whose containers are shown.</summary>
    [SupplyParameterFromQuery]
    private Guid? Batch { get; set; }

    /// <summary>How many of its containers are left out before the page.</summary>
    [SupplyParameterFromQuery]
    private int? From { get; set; }

    private int Skip => Math.Clamp(From ?? 0, 0, Limits.Reads.CodesTurned);

    protected override async Task OnInitializedAsync()
    {
        if (!Settings.Demonstration)
        {
            Navigation.NotFound();
            return;
        }
        waiting =
        [
            .. (await Processing.WaitingAsync(Open, Limits.Reads.Page))
                .OrderBy(b => b.State)
                .ThenByDescending(b => b.Number, StringComparer.Ordinal),
        ];
        kept = await Administration.KeptAsync();
        stations = await People.StationsAsync();
        people = await People.PeopleAsync();
        lots = (await Lots.MaterialsAsync(size: PageSize)).Items;
        trays = await Lots.TraysAsync();
        used = await Processing.BoundAsync(DemonstrationCodes.FreeOfTheRoll);
        equipment = await Equipment.EquipmentAsync(Time.Now);
        foreach (var kind in HouseThings.All)
            others.AddRange(await Labels.HouseThingsAsync(kind));
        boxes = await Storage.BoxCountsAsync();
        box = boxes.FirstOrDefault(b => b is { Used: > 0, Free: > 0 }) ?? (boxes.Count > 0 ? boxes[0] : null);
        if (box is not null)
        {
            var places = await Storage.PlacesAsync(box.Box.Id);
            first = [.. places.Take(FirstPositions)];
            free = [.. places.Where(p => p.Occupant is null).Take(FreePositions)];
        }
        if (Batch is { } batch && await Processing.BatchAsync(new BatchId(batch)) is { } view)
        {
            chosen = view;
            containers = await Processing.ContainersAsync(view.Batch.Id, Skip, PageSize);
        }
    }

    // The demonstration has more codes of lots and trays than things: so there is something to receive and to lay.
    private IEnumerable<string> FreeLots => DemonstrationMaterials.FreeLots.Except(lots.Select(l => l.Code));

    private IEnumerable<string> FreeTrays => DemonstrationMaterials.FreeTrays.Except(trays.Select(t => t.Tray.Code));

    private string Page(int from) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/labels/codes?batch={Batch:D}&from={Math.Max(0, from)}#containers"
        );

    private static string Called(Container container) =>
        string.Create(CultureInfo.InvariantCulture, $"{StateLook.Word(container.Kind)} {container.Ordinal}");
}
