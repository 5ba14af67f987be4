namespace Medera.Lab.Administration;

/// <summary>Commands from the reservation to the bedside. Volumes are microlitres.</summary>
public abstract record AdministrationAct : Act;
