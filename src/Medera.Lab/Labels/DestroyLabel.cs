namespace Medera.Lab.Labels;

/// <summary>The paper of a voided label is destroyed.</summary>
[Act(
    "label.destroy",
    Roles.Technician | Roles.Qa,
    "Destroy the voided label",
    "Geçersiz etiketi imha et",
    Offline.Decided
)]
public sealed record DestroyLabel(LabelId Label) : LabelAct, INameLabel
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.OfLabel((batch, label, container) => new LabelDestroyed(batch, label, container));
}

[FactName("label.destroyed")]
[Said("{container}: voided label destroyed.", "{container}: geçersiz etiket imha edildi.")]
public sealed record LabelDestroyed(BatchId Batch, LabelId Label, ContainerId Container) : LabelFact(Batch);
