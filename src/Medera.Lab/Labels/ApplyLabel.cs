namespace Medera.Lab.Labels;

/// <summary>The label is stuck on, and its code was scanned from it.</summary>
[Verb("label.apply", Roles.Technician)]
public sealed record ApplyLabel(LabelId Label, string Scanned) : LabelAct, INameLabel;

/// <summary>Stuck on and scanned back: what was read is what was printed (rule R13).</summary>
[FactName("label.applied")]
public sealed record LabelApplied(BatchId Batch, LabelId Label, ContainerId Container) : LabelFact(Batch);
