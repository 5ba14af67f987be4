namespace Medera.Lab.Materials;

/// <summary>The command is about a tray, by its code.</summary>
public interface INameTray
{
    string Tray { get; }
}

/// <summary>Commands about trays.</summary>
public abstract record TrayAct : Command;
