namespace Medera.Lab.Collection;

[Act(
    "batch.cancel",
    Roles.Clinician | Roles.Technician | Roles.Qa,
    "Cancel the batch",
    "Partiyi iptal et",
    Offline.Decided
)]
[Offered(typeof(Batch), Offer.Rarely, 7, By = typeof(BatchCancelled))]
public sealed record CancelBatch(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : CollectionAct,
        INameBatch,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new BatchCancelled(Batch)];
}

[FactName("batch.cancelled")]
[Said("Batch cancelled.", "Parti iptal edildi.")]
public sealed record BatchCancelled(BatchId Batch) : CollectionFact(Batch);
