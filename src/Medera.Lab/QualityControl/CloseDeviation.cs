namespace Medera.Lab.QualityControl;

[Act(
    "deviation.close",
    Roles.Qa,
    "Close the deviation",
    "Sapmayı kapat",
    Offline.Signature,
    Signs = "deviation closed"
)]
public sealed record CloseDeviation(
    BatchId Batch,
    DeviationId Deviation,
    string Reason,
    [property: Private] string? ReasonText
) : QualityAct, INameBatch, IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new DeviationClosed(file.TheBatch.Id, Deviation)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.IsOpen(Deviation) ? [] : [MoveRules.StepsInOrder.Broken("deviation")];
}

[FactName("deviation.closed")]
[Said("Deviation closed.", "Sapma kapatıldı.")]
public sealed record DeviationClosed(BatchId Batch, DeviationId Deviation) : QualityFact(Batch);
