namespace Medera.Lab.QualityControl;

[Verb("result.correct", Roles.Qc)]
public sealed record CorrectResult(
    BatchId Batch,
    string Test,
    string Value,
    string Reason,
    [property: Private] string? ReasonText
) : QualityAct, INameBatch, IReasoned;

[FactName("result.corrected")]
public sealed record ResultCorrected(
    BatchId Batch,
    ResultId Result,
    ResultId Corrects,
    string Test,
    int Edition,
    string Value,
    bool Passed
) : QualityFact(Batch);
