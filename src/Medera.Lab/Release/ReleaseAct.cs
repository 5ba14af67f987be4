namespace Medera.Lab.Release;

/// <summary>Commands of review and disposition.</summary>
public abstract record ReleaseAct : Command;
