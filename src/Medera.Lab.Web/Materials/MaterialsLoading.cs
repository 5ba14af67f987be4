using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Materials;

/// <summary>Lots of material by their code, and by the tray that they lie on.</summary>
internal sealed class MaterialsLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(MaterialAct), typeof(TrayAct)];

    public override async Task FindAsync(Found found, LabDb db)
    {
        var codes = Named.Every<MaterialCode>(found.Wanted).Select(code => code.Text).ToList();
        if (codes.Count > 0)
            found.Add(await db.Materials.Where(m => codes.Contains(m.Code)).Select(m => m.Id).ToListAsync());
        var laid = Named.Every<TrayCode>(found.Wanted).Select(code => code.Text).ToList();
        if (laid.Count == 0)
            return;
        foreach (var tray in await db.Trays.Where(t => laid.Contains(t.Code)).ToListAsync())
        {
            found.Add(tray.Id);
            if (found.Wanted is ConsumeTray)
                found.Add(tray.Lots);
        }
    }

    /// <summary>What is used moves the batch and each lot; a tray's own facts move the tray, and its lots stay as they are.</summary>
    public override IEnumerable<StreamKey> Writes(Found found) =>
        found.Wanted switch
        {
            ReceiveMaterial => [],
            LayOnTray or TakeOffTray => Trays(found),
            ConsumeTray => found.StreamsOf<BatchId>().Concat(Lots(found)).Concat(Trays(found)),
            MaterialAct => found.StreamsOf<BatchId>().Concat(Lots(found)),
            _ => base.Writes(found),
        };

    public override async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        var (lots, trays) = (found.Known<MaterialId>(), found.Known<TrayId>());
        if (trays.Count > 0)
            foreach (var tray in await db.Trays.Where(t => trays.Contains(t.Id)).ToListAsync())
            {
                // Somebody laid a lot on it between finding and locking: that lot is not locked.
                if (found.Wanted is ConsumeTray && tray.Lots.Any(lot => !lots.Contains(lot)))
                    throw new StreamNotLockedException();
                lives = lives.With(tray);
            }
        return await WithAsync(lives, lots.Count, () => db.Materials.Where(lot => lots.Contains(lot.Id)));
    }

    private static IEnumerable<StreamKey> Lots(Found found) => found.StreamsOf<MaterialId>();

    private static IEnumerable<StreamKey> Trays(Found found) => found.StreamsOf<TrayId>();
}
