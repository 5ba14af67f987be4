namespace Medera.Lab.Labels;

/// <summary>The paper of a voided label is destroyed.</summary>
[Verb("label.destroy", Roles.Technician | Roles.Qa)]
public sealed record DestroyLabel(LabelId Label) : LabelAct, INameLabel;

[FactName("label.destroyed")]
public sealed record LabelDestroyed(BatchId Batch, LabelId Label, ContainerId Container) : LabelFact(Batch);
