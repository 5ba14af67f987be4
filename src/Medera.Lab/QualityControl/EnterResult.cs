namespace Medera.Lab.QualityControl;

[Act("result.enter", Roles.Qc, "Enter a result", "Sonuç gir", Offline.Decided)]
[WaitedFor(9, BatchState.Filled, BatchState.Quarantine)]
public sealed record EnterResult(BatchId Batch, string Test, string Value) : QualityAct, INameBatch
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new ResultEntered(
                file.TheBatch.Id,
                new ResultId(file.Now.Id(0)),
                Test,
                Value.Trim(),
                file.Passes(Test, Value)
            ),
        ];
}

[FactName("result.entered")]
[Said(
    "Result of {test}: {value}; within the specification: {passed}.",
    "{test} sonucu: {value}; spesifikasyona uygun: {passed}."
)]
public sealed record ResultEntered(BatchId Batch, ResultId Result, string Test, string Value, bool Passed)
    : QualityFact(Batch);
