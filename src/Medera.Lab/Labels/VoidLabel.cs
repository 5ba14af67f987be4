namespace Medera.Lab.Labels;

[Act("label.void", Roles.Technician | Roles.Qa, "Void the label", "Etiketi geçersiz kıl", Offline.Decided)]
public sealed record VoidLabel(LabelId Label, string Reason, [property: Private] string? ReasonText)
    : LabelAct,
        INameLabel,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.OfLabel((batch, label, container) => new LabelVoided(batch, label, container));
}
