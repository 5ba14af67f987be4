using Medera.Lab.Web.Api;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Storage;

/// <summary>One room.</summary>
/// <param name="CleaningDays">For so many days a cleaning holds.</param>
/// <param name="CleaningDue">Of a room that was never cleaned, when it was opened; null: it is closed.</param>
/// <param name="Overdue">Its cleaning was due before now.</param>
public sealed record RoomModel(
    Guid Id,
    string Code,
    string Name,
    string Grade,
    string State,
    DateTimeOffset Since,
    int CleaningDays,
    DateTimeOffset? LastCleaned,
    string? LastCleaning,
    DateTimeOffset? CleaningDue,
    bool Overdue
);

/// <summary>One cleaning of a room.</summary>
/// <param name="Recorded">When it was recorded, where that was after the cleaning.</param>
public sealed record CleaningModel(DateTimeOffset At, string Kind, string Agent, Guid By, DateTimeOffset? Recorded);

/// <summary>A room with its last cleanings, the last first.</summary>
public sealed record RoomLogModel(RoomModel Room, IReadOnlyList<CleaningModel> Cleanings);

/// <summary>Rooms, in the door's shapes.</summary>
public sealed class StorageApi(StorageReads reads)
{
    /// <summary>Its addresses below /api/v1.</summary>
    internal static void Map(RouteGroupBuilder reads)
    {
        reads
            .MapGet("/rooms", async (StorageApi from, LabClock clock) => await from.RoomsAsync(clock.Now))
            .Produces<PageModel<RoomModel>>();
        reads
            .MapGet(
                "/rooms/{id:guid}",
                async (StorageApi from, LabClock clock, Guid id) =>
                    await from.RoomAsync(id, clock.Now) is { } room ? Results.Ok(room) : ApiErrors.NotFound("room")
            )
            .Produces<RoomLogModel>()
            .ProducesProblem(404);
    }

    /// <summary>Every room, what is to be cleaned first.</summary>
    public async Task<PageModel<RoomModel>> RoomsAsync(DateTimeOffset now) =>
        new([.. (await reads.RoomsAsync()).Select(room => Model(room, now))], null);

    /// <summary>A room with its last cleanings, or null.</summary>
    public async Task<RoomLogModel?> RoomAsync(Guid id, DateTimeOffset now) =>
        await reads.RoomAsync(new RoomId(id)) is not { } room
            ? null
            : new RoomLogModel(
                Model(room, now),
                [
                    .. (await reads.CleaningsAsync(room.Id)).Select(line => new CleaningModel(
                        line.At,
                        line.Kind.ToString(),
                        line.Agent,
                        line.By.Value,
                        line.Recorded
                    )),
                ]
            );

    private static RoomModel Model(Room room, DateTimeOffset now) =>
        new(
            Id: room.Id.Value,
            Code: room.Code,
            Name: room.Name,
            Grade: room.Grade.ToString(),
            State: room.State.ToString(),
            Since: room.Since,
            CleaningDays: room.CleaningDays,
            LastCleaned: room.LastCleaned,
            LastCleaning: room.LastCleaning?.ToString(),
            CleaningDue: room.CleaningDue,
            Overdue: room.IsOverdue(now)
        );
}
