namespace Medera.Lab.Labels;

/// <summary>What was counted at the bench: labels on containers, and papers that were destroyed.</summary>
[Act(
    "label.reconcile",
    Roles.Technician | Roles.Qc | Roles.Qa,
    "Reconcile the labels",
    "Etiket mutabakatı yap",
    Offline.Decided
)]
public sealed record ReconcileLabels(BatchId Batch, int Applied, int Destroyed) : LabelAct, INameBatch
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new LabelsReconciled(Batch, file.TheBatch.Labels.Issued, Applied, Destroyed)];
}

/// <summary>Counted at the bench, and equal to the record: issued = applied + destroyed.</summary>
[FactName("label.reconciled")]
[Said(
    "Labels reconciled: {issued} issued, {applied} applied, {destroyed} voided and destroyed.",
    "Etiket mutabakatı yapıldı: {issued} basılan, {applied} uygulanan, {destroyed} geçersiz kılınıp imha edilen."
)]
public sealed record LabelsReconciled(BatchId Batch, int Issued, int Applied, int Destroyed) : LabelFact(Batch);
