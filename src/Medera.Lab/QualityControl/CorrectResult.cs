namespace Medera.Lab.QualityControl;

[Act("result.correct", Roles.Qc, "Correct a result", "Sonucu düzelt", Offline.Decided)]
[Offered(typeof(Batch), Offer.Rarely, 4, By = typeof(ResultCorrected))]
public sealed record CorrectResult(
    BatchId Batch,
    string Test,
    string Value,
    string Reason,
    [property: Private] string? ReasonText
) : QualityAct, INameBatch, IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.Results.FirstOrDefault(r => r.Test == Test) is { } old
            ?
            [
                new ResultCorrected(
                    file.TheBatch.Id,
                    new ResultId(file.Now.Id(0)),
                    old.Id,
                    Test,
                    old.Edition + 1,
                    Value.Trim(),
                    file.Passes(Test, Value)
                ),
            ]
            : [];
}

[FactName("result.corrected")]
[Icon("sign")]
[Said(
    "Result of {test} corrected to {value}, edition {edition}; within the specification: {passed}. The old one stays visible.",
    "{test} sonucu {value} olarak düzeltildi, sürüm {edition}; spesifikasyona uygun: {passed}. Eskisi görünür kalır."
)]
public sealed record ResultCorrected(
    BatchId Batch,
    ResultId Result,
    ResultId Corrects,
    string Test,
    int Edition,
    string Value,
    bool Passed
) : QualityFact(Batch);
