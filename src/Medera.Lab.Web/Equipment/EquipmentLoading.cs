using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Equipment;

/// <summary>Equipment by the code on it. A use is the batch's; the piece is only held still, so that no maintenance begins under it.</summary>
internal sealed class EquipmentLoading : ILoading
{
    public bool Takes(Command wanted) => wanted is EquipmentAct;

    public async Task FindAsync(Found found, LabDb db)
    {
        var code = ((EquipmentAct)found.Wanted).Equipment.Text;
        found.Add(await db.Equipment.Where(piece => piece.Code == code).Select(piece => piece.Id).ToListAsync());
    }

    public IEnumerable<StreamKey> Writes(Found found) =>
        found.Wanted switch
        {
            RegisterEquipment => [],
            UseEquipment => found.Of<BatchId>().Select(StreamKey.Of),
            EquipmentAct => found.Of<EquipmentId>().Select(id => new StreamKey("equipment", id.Value)),
            _ => throw new ArgumentException($"{found.Wanted.GetType().Name} is not known.", nameof(found)),
        };

    public async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        var named = found.Of<EquipmentId>();
        return (await db.Equipment.Where(piece => named.Contains(piece.Id)).ToListAsync()).Aggregate(
            lives,
            (l, piece) => l.With(piece)
        );
    }
}
