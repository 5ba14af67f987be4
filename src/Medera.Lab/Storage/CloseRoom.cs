namespace Medera.Lab.Storage;

/// <summary>A room is given up. What was cleaned in it stays readable; nothing is deleted.</summary>
[Act("storage.close-room", Roles.Qa, "Close the room", "Odayı kapat", Offline.Decided)]
[Offered(typeof(Room), Offer.Daily, 2, RoomState.Open)]
public sealed record CloseRoom(RoomCode Room, string Reason, [property: Private] string? ReasonText)
    : RoomAct(Room),
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new RoomClosed(file.The(Room).Id)];
}

[FactName("storage.room-closed")]
[Said("{room} closed.", "{room} kapatıldı.")]
public sealed record RoomClosed(RoomId Room) : RoomFact(Room);
