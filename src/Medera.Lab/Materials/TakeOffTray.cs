namespace Medera.Lab.Materials;

[Act("tray.take-off", Roles.Technician, "Take off the tray", "Tepsiden al", Offline.Material)]
[Offered(typeof(Material), Offer.Rarely, 5, By = typeof(MaterialConsumed))]
public sealed record TakeOffTray(MaterialCode Material, TrayCode Tray) : TrayAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new MaterialTakenOffTray(file.TheTray.Id, file.TheMaterial.Id)];
}

[FactName("tray.taken-off")]
[Said("{material}: taken off the tray {tray}.", "{material}: {tray} tepsisinden alındı.")]
public sealed record MaterialTakenOffTray(TrayId Tray, MaterialId Material) : TrayFact(Tray);
