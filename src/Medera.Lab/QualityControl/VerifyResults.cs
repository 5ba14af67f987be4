namespace Medera.Lab.QualityControl;

[Act("result.verify", Roles.Qc, "Verify results", "Sonuçları doğrula", Offline.Signature, Signs = "results verified")]
public sealed record VerifyResults(BatchId Batch, IReadOnlyList<string> Tests) : QualityAct, INameBatch
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new ResultsVerified(
                file.TheBatch.Id,
                [.. Tests.Select(t => file.Results.FirstOrDefault(r => r.Test == t)?.Id).OfType<ResultId>()]
            ),
        ];
}

[FactName("result.verified")]
[Said("Results verified by a second person: {results}.", "Sonuçlar ikinci bir kişi tarafından doğrulandı: {results}.")]
public sealed record ResultsVerified(BatchId Batch, IReadOnlyList<ResultId> Results) : QualityFact(Batch);
