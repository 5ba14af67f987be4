namespace Medera.Lab.QualityControl;

[Act("result.enter", Roles.Qc, "Enter a result", "Sonuç gir", Offline.Decided)]
[WaitedFor(9, BatchState.Filled, BatchState.Quarantine)]
public sealed record EnterResult(BatchId Batch, string Test, string Value) : QualityAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 9;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch.State == BatchState.Quarantine
        && standing.Protocol.Content.Specification.FirstOrDefault(l => standing.Results.All(r => r.Test != l.Test))
            is { } missing
            ? new EnterResult(standing.Batch.Id, missing.Test, "0")
            : null;

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
