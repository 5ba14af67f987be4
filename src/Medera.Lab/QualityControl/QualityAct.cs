namespace Medera.Lab.QualityControl;

/// <summary>Commands about results and deviations.</summary>
public abstract record QualityAct : Command;
