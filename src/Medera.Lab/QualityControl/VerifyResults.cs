namespace Medera.Lab.QualityControl;

[Verb("result.verify", Roles.Qc, Signs = "results verified")]
public sealed record VerifyResults(BatchId Batch, IReadOnlyList<string> Tests) : QualityAct, INameBatch;

[FactName("result.verified")]
public sealed record ResultsVerified(BatchId Batch, IReadOnlyList<ResultId> Results) : QualityFact(Batch);
