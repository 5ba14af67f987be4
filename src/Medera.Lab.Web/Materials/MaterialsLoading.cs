using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Materials;

/// <summary>Lots of material by their code, and by the tray that they lie on.</summary>
internal sealed class MaterialsLoading : ILoading
{
    public bool Takes(Command wanted) => wanted is MaterialAct or TrayAct;

    public async Task FindAsync(Found found, LabDb db)
    {
        if (found.Wanted is INameMaterial { Material: var code })
            found.Add(await db.Materials.Where(m => m.Code == code).Select(m => m.Id).ToListAsync());
        if (
            found.Wanted is not INameTray { Tray: var laid }
            || await db.Trays.FirstOrDefaultAsync(t => t.Code == laid) is not { } tray
        )
            return;
        found.Add([tray.Id]);
        if (found.Wanted is ConsumeTray)
            found.Add(tray.Lots);
    }

    /// <summary>What is used moves the batch and each lot; a tray's own facts move the tray, and its lots stay as they are.</summary>
    public IEnumerable<StreamKey> Writes(Found found) =>
        found.Wanted switch
        {
            ReceiveMaterial => [],
            LayOnTray or TakeOffTray => Trays(found),
            ConsumeTray => found.Of<BatchId>().Select(StreamKey.Of).Concat(Lots(found)).Concat(Trays(found)),
            MaterialAct => found.Of<BatchId>().Select(StreamKey.Of).Concat(Lots(found)),
            _ => throw new ArgumentException($"{found.Wanted.GetType().Name} is not known.", nameof(found)),
        };

    public async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        var (lots, trays) = (found.Of<MaterialId>(), found.Of<TrayId>());
        if (trays.Count > 0)
            foreach (var tray in await db.Trays.Where(t => trays.Contains(t.Id)).ToListAsync())
            {
                // Somebody laid a lot on it between finding and locking: that lot is not locked.
                if (found.Wanted is ConsumeTray && tray.Lots.Any(lot => !lots.Contains(lot)))
                    throw new StreamNotLockedException();
                lives = lives.With(tray);
            }
        if (lots.Count > 0)
            foreach (var lot in await db.Materials.Where(m => lots.Contains(m.Id)).ToListAsync())
                lives = lives.With(lot);
        return lives;
    }

    private static IEnumerable<StreamKey> Lots(Found found) => found.Of<MaterialId>().Select(id => StreamKey.Of(id));

    private static IEnumerable<StreamKey> Trays(Found found) => found.Of<TrayId>().Select(id => StreamKey.Of(id));
}
