namespace Medera.Lab.Materials;

[Verb("tray.take-off", Roles.Technician)]
public sealed record TakeOffTray(string Material, string Tray) : TrayAct, INameTray, INameMaterial;

[FactName("tray.taken-off")]
public sealed record MaterialTakenOffTray(TrayId Tray, MaterialId Material) : TrayFact(Tray);
