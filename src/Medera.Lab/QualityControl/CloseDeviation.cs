namespace Medera.Lab.QualityControl;

[Verb("deviation.close", Roles.Qa, Signs = "deviation closed")]
public sealed record CloseDeviation(
    BatchId Batch,
    DeviationId Deviation,
    string Reason,
    [property: Private] string? ReasonText
) : QualityAct, INameBatch, IReasoned;

[FactName("deviation.closed")]
public sealed record DeviationClosed(BatchId Batch, DeviationId Deviation) : QualityFact(Batch);
