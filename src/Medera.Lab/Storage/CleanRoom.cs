namespace Medera.Lab.Storage;

/// <summary>A line of the room's cleaning log: who and when the log knows by itself.</summary>
/// <param name="Agent">What it was cleaned with: the name of the agent, or its lot.</param>
[Act(
    "storage.clean-room",
    Roles.Technician | Roles.Qa,
    "Record a cleaning",
    "Temizliği kaydet",
    Offline.Decided,
    Late = true
)]
[Offered(typeof(Room), Offer.Daily, 1, RoomState.Open)]
public sealed record CleanRoom(
    RoomCode Room,
    CleaningKind Kind,
    [Word("Cleaning agent, or its lot", "Temizlik maddesi ya da lotu")] [property: CodeText(Title = true)] string Agent
) : RoomAct(Room)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new RoomCleaned(file.The(Room).Id, Kind, Agent)];
}

[FactName("storage.room-cleaned"), MayComeLate]
[Said("{room} cleaned: {kind}, with {agent}.", "{room} temizlendi: {kind}; kullanılan: {agent}.")]
public sealed record RoomCleaned(RoomId Room, CleaningKind Kind, string Agent) : RoomFact(Room);
