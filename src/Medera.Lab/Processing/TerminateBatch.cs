namespace Medera.Lab.Processing;

[Act("batch.terminate", Roles.Qa | Roles.Technician, "Terminate the batch", "Partiyi sonlandır", Offline.Decided)]
[Offered(typeof(Batch), Offer.Rarely, 8, By = typeof(BatchTerminated))]
public sealed record TerminateBatch(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : ProcessingAct,
        INameBatch,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new BatchTerminated(file.TheBatch.Id)];
}

[FactName("batch.terminated")]
[Said("Batch terminated.", "Parti sonlandırıldı.")]
public sealed record BatchTerminated(BatchId Batch) : ProcessingFact(Batch);
