namespace Medera.Lab.QualityControl;

[Verb("result.enter", Roles.Qc)]
public sealed record EnterResult(BatchId Batch, string Test, string Value) : QualityAct, INameBatch;

[FactName("result.entered")]
public sealed record ResultEntered(BatchId Batch, ResultId Result, string Test, string Value, bool Passed)
    : QualityFact(Batch);
