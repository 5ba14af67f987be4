using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Equipment;

/// <summary>Equipment by the code on it. A use is the batch's; the piece is only held still, so that no maintenance begins under it.</summary>
internal sealed class EquipmentLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(EquipmentAct)];

    public override async Task FindAsync(Found found, LabDb db)
    {
        if (found.Wanted is not EquipmentAct { Equipment.Text: var code })
            return;
        found.Add(await db.Equipment.Where(piece => piece.Code == code).Select(piece => piece.Id).ToListAsync());
    }

    public override IEnumerable<StreamKey> Writes(Found found) =>
        found.Wanted switch
        {
            RegisterEquipment => [],
            UseEquipment => found.StreamsOf<BatchId>(),
            EquipmentAct => found.StreamsOf<EquipmentId>(),
            _ => base.Writes(found),
        };

    public override Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        var named = found.Known<EquipmentId>();
        return WithAsync(lives, named.Count, () => db.Equipment.Where(piece => named.Contains(piece.Id)));
    }
}
