namespace Medera.Lab.Materials;

/// <summary>Uses all that lies on a tray in the batch of a container, or nothing. By scans: the tray and the container, in either order.</summary>
[Act("tray.consume", Roles.Technician, "Use all that lies on the tray", "Tepsideki her şeyi kullan", Offline.Material)]
public sealed record ConsumeTray(TrayCode Tray, ContainerCode Container) : TrayAct
{
    /// <inheritdoc/>
    public override int Makes() => Materials.Tray.MostLots;

    /// <summary>Of an empty tray there is nothing to say; a rule tells it.</summary>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.OnTray.Count == 0
            ? []
            :
            [
                .. file.OnTray.Select((lot, i) => file.UseOf(i, lot, quantity: null, file.TheTray.Id)),
                new TrayConsumed(file.TheTray.Id, file.TheBatch.Id, file.TheTray.Lots),
            ];
}

/// <summary>All that lay on it was used in a batch, and it is empty.</summary>
[FactName("tray.consumed")]
[Scanned("Used", "Kullanıldı")]
[Said(
    "All that lay on the tray {tray} was used in batch {batch}: {lots}.",
    "{tray} tepsisindeki her şey {batch} partisinde kullanıldı: {lots}."
)]
public sealed record TrayConsumed(TrayId Tray, BatchId Batch, IReadOnlyList<MaterialId> Lots) : TrayFact(Tray);
