namespace Medera.Lab.Labels;

/// <summary>The label is stuck on, and its code was scanned from it.</summary>
[Act("label.apply", Roles.Technician, "Scan the label back", "Etiketi geri okut", Offline.Decided)]
public sealed record ApplyLabel(LabelId Label, string Scanned) : LabelAct, INameLabel
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.OfLabel((batch, label, container) => new LabelApplied(batch, label, container));
}

/// <summary>Stuck on and scanned back: what was read is what was printed (rule R13).</summary>
[FactName("label.applied")]
[Said(
    "{container}: label applied and scanned back; it says what was printed.",
    "{container}: etiket uygulandı ve geri okutuldu; basılanla aynı."
)]
public sealed record LabelApplied(BatchId Batch, LabelId Label, ContainerId Container) : LabelFact(Batch);
