using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <content>Lots of material by their code, and by the tray that they lie on.</content>
internal sealed partial class CaseLoader
{
    private readonly HashSet<MaterialId> materials = [];
    private readonly HashSet<TrayId> trays = [];

    private async Task ResolveMaterialsAsync()
    {
        if (wanted is INameMaterial named)
            materials.UnionWith(
                await db.Materials.Where(m => m.Code == named.Material).Select(m => m.Id).ToListAsync()
            );
        if (
            wanted is not INameTray laid
            || await db.Trays.FirstOrDefaultAsync(t => t.Code == laid.Tray) is not { } tray
        )
            return;
        trays.Add(tray.Id);
        if (wanted is ConsumeTray)
            materials.UnionWith(tray.Lots);
    }

    private async Task<Lives> ReadMaterialsAsync(Lives lives)
    {
        foreach (var tray in await In(db.Trays, trays.Count, t => trays.Contains(t.Id)))
        {
            // Somebody laid a lot on it between finding and locking: that lot is not locked.
            if (wanted is ConsumeTray && tray.Lots.Any(lot => !materials.Contains(lot)))
                throw new StreamNotLockedException();
            lives = lives.With(tray);
        }
        foreach (var material in await In(db.Materials, materials.Count, m => materials.Contains(m.Id)))
            lives = lives.With(material);
        return lives;
    }

    /// <summary>What is used moves the batch and each lot; a tray's own facts move the tray, and its lots stay as they are.</summary>
    private IEnumerable<StreamKey> WrittenMaterials() =>
        wanted switch
        {
            LayOnTray or TakeOffTray => trays.Select(StreamKey.Of),
            ReceiveMaterial => [],
            _ => batches.Select(StreamKey.Of).Concat(materials.Select(StreamKey.Of)).Concat(trays.Select(StreamKey.Of)),
        };
}
