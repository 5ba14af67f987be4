namespace Medera.Lab.QualityControl;

[Verb("deviation.assess", Roles.Qa)]
public sealed record AssessDeviation(
    BatchId Batch,
    DeviationId Deviation,
    bool Critical,
    [property: Private, Asked] string? Text
) : QualityAct, INameBatch;

[FactName("deviation.assessed")]
public sealed record DeviationAssessed(BatchId Batch, DeviationId Deviation, bool Critical) : QualityFact(Batch);
