namespace Medera.Lab.Storage;

/// <summary>A new room, under the code at its door. Until its first cleaning it is to be cleaned.</summary>
/// <param name="Name">As people call it: "Clean room 2".</param>
/// <param name="CleaningDays">For so many days a cleaning of this room holds.</param>
[Act("storage.open-room", Roles.Qa, "Open a room", "Oda aç", Offline.Decided)]
[Offered(typeof(Room), Offer.New, 0)]
public sealed record OpenRoom(
    [Binds] RoomCode Room,
    [property: CodeText(Title = true)] string Name,
    [Word("Cleanliness grade", "Temizlik sınıfı")] CleanlinessGrade Grade,
    [Word("Days that a cleaning holds", "Bir temizliğin geçerli olduğu gün sayısı")] int CleaningDays
) : RoomAct(Room), INameNew
{
    /// <inheritdoc/>
    NewName INameNew.NewName => new(typeof(Room), "name", Name);

    private const int LeastDays = 1;
    private const int YearOfDays = 366;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new RoomOpened(new(file.Now.Id(0)), Room.Text, Name, Grade, CleaningDays)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        Bounds.Check([("cleaningDays", CleaningDays, LeastDays, YearOfDays)]);
}

[FactName("storage.room-opened")]
[Said(
    "{name} opened: {grade}, code {code}. A cleaning holds for {cleaningDays} days.",
    "{name} açıldı: {grade}, kod {code}. Bir temizlik {cleaningDays} gün geçerlidir."
)]
public sealed record RoomOpened(RoomId Room, string Code, string Name, CleanlinessGrade Grade, int CleaningDays)
    : RoomFact(Room);
