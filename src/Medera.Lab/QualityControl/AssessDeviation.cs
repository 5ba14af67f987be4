namespace Medera.Lab.QualityControl;

[Act("deviation.assess", Roles.Qa, "Assess the deviation", "Sapmayı değerlendir", Offline.Decided)]
public sealed record AssessDeviation(
    BatchId Batch,
    DeviationId Deviation,
    bool Critical,
    [property: Private, Asked] string? Text
) : QualityAct, INameBatch
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new DeviationAssessed(file.TheBatch.Id, Deviation, Critical)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.IsOpen(Deviation) ? [] : [MoveRules.StepsInOrder.Broken("deviation")];
}

[FactName("deviation.assessed")]
[Said("Deviation assessed; critical: {critical}.", "Sapma değerlendirildi; kritik: {critical}.")]
public sealed record DeviationAssessed(BatchId Batch, DeviationId Deviation, bool Critical) : QualityFact(Batch);
