namespace Medera.Lab.QualityControl;

[Act("result.verify", Roles.Qc, "Verify results", "Sonuçları doğrula", Offline.Signature, Signs = "results verified")]
public sealed record VerifyResults(BatchId Batch, IReadOnlyList<string> Tests) : QualityAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 11;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch.State is BatchState.Quarantine or BatchState.UnderReview
        && standing.Unverified is { Count: > 0 } waiting
            ? new VerifyResults(standing.Batch.Id, waiting)
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new ResultsVerified(
                file.TheBatch.Id,
                [.. Tests.Select(t => file.Results.FirstOrDefault(r => r.Test == t)?.Id).OfType<ResultId>()]
            ),
        ];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        Tests.Count > 0 ? [] : [DeskRules.Incomplete.Broken("field", ("field", "tests"))];
}

[FactName("result.verified")]
[Said("Results verified by a second person: {results}.", "Sonuçlar ikinci bir kişi tarafından doğrulandı: {results}.")]
public sealed record ResultsVerified(BatchId Batch, IReadOnlyList<ResultId> Results) : QualityFact(Batch);
