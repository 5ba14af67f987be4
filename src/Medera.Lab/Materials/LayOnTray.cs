namespace Medera.Lab.Materials;

/// <summary>Lays a lot on a tray; a tray that nobody knows yet is a new one. By scans: the lot and the tray, in either order.</summary>
[Act("tray.lay", Roles.Technician, "Lay on a tray", "Tepsiye koy", Offline.Material)]
[Offered(typeof(Material), Offer.Rarely, 4, By = typeof(MaterialConsumed))]
public sealed record LayOnTray(MaterialCode Material, [Binds] TrayCode Tray) : TrayAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.Tray is { } tray
            ? [new MaterialLaidOnTray(tray.Id, file.TheMaterial.Id)]
            :
            [
                new TrayBound(new(file.Now.Id(0)), Tray.Text),
                new MaterialLaidOnTray(new(file.Now.Id(0)), file.TheMaterial.Id),
            ];
}

/// <summary>Its code was scanned for the first time.</summary>
[FactName("tray.bound")]
[Said("Tray {code} taken into use.", "{code} tepsisi kullanıma alındı.")]
public sealed record TrayBound(TrayId Tray, string Code) : TrayFact(Tray);

[FactName("tray.laid")]
[Scanned("Laid on the tray", "Tepsiye kondu")]
[Said("{material}: laid on the tray {tray}.", "{material}: {tray} tepsisine kondu.")]
public sealed record MaterialLaidOnTray(TrayId Tray, MaterialId Material) : TrayFact(Tray);
