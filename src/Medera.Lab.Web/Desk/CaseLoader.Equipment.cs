using Medera.Lab.Batches;
using Medera.Lab.Custody;
using Medera.Lab.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <content>Equipment by its code, and the codes of places that a new box could take from others.</content>
internal sealed partial class CaseLoader
{
    private readonly HashSet<EquipmentId> equipment = [];

    private async Task ResolveAsync(INameEquipment named) =>
        equipment.UnionWith(await db.Equipment.Where(e => e.Code == named.Equipment).Select(e => e.Id).ToListAsync());

    private async Task<Lives> WithEquipmentAsync(Lives lives)
    {
        foreach (var piece in await In(db.Equipment, equipment.Count, e => equipment.Contains(e.Id))) lives = lives.With(piece);
        return lives;
    }

    private async Task<Lives> WithPlacesOfAsync(StorageCommand.RegisterBox box, Lives lives)
    {
        foreach (var position in await db.Positions.Where(p => p.Code == box.Code).ToListAsync()) lives = lives.With(position);
        foreach (var other in await db.Boxes.Where(b => box.Codes.Contains(b.Code)).ToListAsync()) lives = lives.With(other);
        return lives;
    }

    /// <summary>A use is the batch's; the piece is only held still, so that no maintenance begins under it.</summary>
    private IEnumerable<StreamKey> Written(EquipmentCommand command) => command switch
    {
        EquipmentCommand.Use => batches.Select(StreamKey.Of),
        EquipmentCommand.Register => [],
        _ => equipment.Select(StreamKey.Of),
    };
}
