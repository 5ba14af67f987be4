namespace Medera.Lab.Planning;

/// <summary>Commands about protocols and plans.</summary>
public abstract record PlanningAct : Act;
