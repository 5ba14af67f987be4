namespace Medera.Lab.Materials;

/// <summary>Uses all that lies on a tray in the batch of a container, or nothing. By scans: the tray and the container, in either order.</summary>
[Verb("tray.consume", Roles.Technician)]
public sealed record ConsumeTray(string Tray, string Container) : TrayAct, INameTray, INameContainer;

/// <summary>All that lay on it was used in a batch, and it is empty.</summary>
[FactName("tray.consumed")]
public sealed record TrayConsumed(TrayId Tray, BatchId Batch, IReadOnlyList<MaterialId> Lots) : TrayFact(Tray);
