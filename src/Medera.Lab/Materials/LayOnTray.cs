namespace Medera.Lab.Materials;

/// <summary>Lays a lot on a tray; a tray that nobody knows yet is a new one. By scans: the lot and the tray, in either order.</summary>
[Verb("tray.lay", Roles.Technician)]
public sealed record LayOnTray(string Material, string Tray) : TrayAct, INameTray, INameMaterial;

/// <summary>Its code was scanned for the first time.</summary>
[FactName("tray.bound")]
public sealed record TrayBound(TrayId Tray, string Code) : TrayFact(Tray);

[FactName("tray.laid")]
public sealed record MaterialLaidOnTray(TrayId Tray, MaterialId Material) : TrayFact(Tray);
