using static Medera.Lab.Storage.RoomState;

namespace Medera.Lab.Storage;

/// <summary>A room of the laboratory.</summary>
public readonly record struct RoomId(Guid Value) : IIdOf<Room>;

/// <summary>The code at the door of a room.</summary>
public readonly record struct RoomCode(string Text) : ICodeOf<Room>
{
    /// <inheritdoc/>
    public CodeKind Kind => CodeKind.Room;
}

/// <summary>How clean the air of a room is kept: the grades of EU GMP, Annex 1.</summary>
public enum CleanlinessGrade
{
    [Word("grade A", "A sınıfı")]
    GradeA,

    [Word("grade B", "B sınıfı")]
    GradeB,

    [Word("grade C", "C sınıfı")]
    GradeC,

    [Word("grade D", "D sınıfı")]
    GradeD,

    [Word("unclassified", "sınıflandırılmamış")]
    Unclassified,
}

/// <summary>Why a room was cleaned.</summary>
public enum CleaningKind
{
    [Word("daily cleaning", "günlük temizlik")]
    Daily,

    [Word("thorough cleaning", "kapsamlı temizlik")]
    Thorough,

    [Word("after a spill", "dökülme sonrası")]
    AfterSpill,

    [Word("after maintenance", "bakım sonrası")]
    AfterMaintenance,
}

/// <summary>Whether a room is worked in. Overdue is no state: the time says it.</summary>
public enum RoomState
{
    Open,
    Closed,
}

/// <summary>An act on a room.</summary>
public abstract record RoomAct(RoomCode Room) : HouseAct;

/// <summary>What happens to a room, in its own stream: it is opened, cleaned, and closed for good.</summary>
public abstract record RoomFact(RoomId Room) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.For(Room);
}

/// <summary>A room with the last of its cleanings.</summary>
/// <param name="Code">Own code of the kind for rooms.</param>
/// <param name="CleaningDays">For so many days a cleaning holds.</param>
/// <param name="LastCleaned">When it was last cleaned, which may have been recorded later; null: not yet.</param>
/// <param name="LastCleaning">Of which kind that cleaning was.</param>
/// <param name="Agent">What it was cleaned with: the name of the agent, or its lot.</param>
/// <param name="CleanedBy">Who cleaned it.</param>
/// <param name="Since">When the state was reached.</param>
/// <param name="LastBy">Who changed its record last.</param>
public sealed record Room(
    RoomId Id,
    string Code,
    string Name,
    CleanlinessGrade Grade,
    int CleaningDays,
    DateTimeOffset? LastCleaned,
    CleaningKind? LastCleaning,
    string? Agent,
    PersonId? CleanedBy,
    RoomState State,
    DateTimeOffset Since,
    PersonId LastBy
) : IHouseThing<Room, RoomId>
{
    private static readonly Life<Room, RoomState> Life = new Life<Room, RoomState>(
        state: room => room.State,
        moved: (room, to, told) =>
            room with
            {
                State = to,
                Since = to == room.State ? room.Since : told.At,
                LastBy = told.By,
            }
    )
        .Begins<RoomOpened>(
            (fact, told) =>
                new Room(
                    fact.Room,
                    fact.Code,
                    fact.Name,
                    fact.Grade,
                    fact.CleaningDays,
                    LastCleaned: null,
                    LastCleaning: null,
                    Agent: null,
                    CleanedBy: null,
                    Open,
                    Since: told.At,
                    LastBy: told.By
                )
        )
        .Changed<RoomCleaned>(fact => fact.Room, [Open], (room, fact, told) => room.Cleaned(fact, told))
        // Told after the room was closed, a cleaning before it opens no door.
        .ToldLate<RoomCleaned>()
        .Moved<RoomClosed>(fact => fact.Room, Closed, from: [Open]);

    static Declared IDeclared.Kind { get; } =
        new("room", new("room", "oda"), Icon: "room", Page: "/storage/rooms", CodeKind.Room, Life);

    Enum IHouseThing.Standing => State;

    /// <summary>When it is to be cleaned: what was never cleaned, since it was opened; null: it is closed.</summary>
    public DateTimeOffset? CleaningDue =>
        State == Closed ? null
        : LastCleaned is { } last ? last.AddDays(CleaningDays)
        : Since;

    /// <summary>Whether its cleaning is overdue at an instant.</summary>
    public bool IsOverdue(DateTimeOffset at) => CleaningDue <= at;

    // One that is recorded late, behind a later one, is a line of the log and not the last cleaning.
    private Room Cleaned(RoomCleaned fact, Recorded told) =>
        (told.Happened ?? told.At) is var when && when <= LastCleaned
            ? this
            : this with
            {
                LastCleaned = when,
                LastCleaning = fact.Kind,
                Agent = fact.Agent,
                CleanedBy = told.By,
            };
}
