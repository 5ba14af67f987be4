namespace Medera.Lab.Donors;

/// <summary>Commands about donors and patients.</summary>
public abstract record SubjectAct : Command;
