using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Storage;

/// <summary>How a room stands. What is overdue is derived from the time, never stored.</summary>
internal sealed class RoomLook : HouseLook<Room>
{
    /// <inheritdoc/>
    protected override (StateFamily Family, string Word) Show(
        Room room,
        DateTimeOffset now,
        IStringLocalizer<Texts> text
    ) =>
        room.State == RoomState.Closed ? (StateFamily.Ended, StateLook.Word(room.State))
        : room.LastCleaned is null ? (StateFamily.Waiting, text["Rooms.NotCleaned"])
        : room.IsOverdue(now) ? (StateFamily.Quarantine, text["Rooms.Overdue"])
        : (StateFamily.Released, StateLook.Word(room.State));
}
