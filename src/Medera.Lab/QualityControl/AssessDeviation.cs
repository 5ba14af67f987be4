namespace Medera.Lab.QualityControl;

[Act("deviation.assess", Roles.Qa, "Assess the deviation", "Sapmayı değerlendir", Offline.Decided)]
public sealed record AssessDeviation(
    BatchId Batch,
    DeviationId Deviation,
    bool Critical,
    [property: Private, Asked] string? Text
) : QualityAct, INameBatch;

[FactName("deviation.assessed")]
[Said("Deviation assessed; critical: {critical}.", "Sapma değerlendirildi; kritik: {critical}.")]
public sealed record DeviationAssessed(BatchId Batch, DeviationId Deviation, bool Critical) : QualityFact(Batch);
