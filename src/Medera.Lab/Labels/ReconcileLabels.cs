namespace Medera.Lab.Labels;

/// <summary>What was counted at the bench: labels on containers, and papers that were destroyed.</summary>
[Verb("label.reconcile", Roles.Technician | Roles.Qc | Roles.Qa)]
public sealed record ReconcileLabels(BatchId Batch, int Applied, int Destroyed) : LabelAct, INameBatch;

/// <summary>Counted at the bench, and equal to the record: issued = applied + destroyed.</summary>
[FactName("label.reconciled")]
public sealed record LabelsReconciled(BatchId Batch, int Issued, int Applied, int Destroyed) : LabelFact(Batch);
