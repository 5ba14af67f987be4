namespace Medera.Lab.Collection;

[Act(
    "collection.fail",
    Roles.Technician | Roles.Clinician,
    "Record a failed collection",
    "Başarısız toplamayı kaydet",
    Offline.Decided
)]
[Offered(typeof(Batch), Offer.Rarely, 6, By = typeof(CollectionFailed))]
public sealed record FailCollection(BatchId Batch, string Reason, [property: Private] string? ReasonText)
    : CollectionAct,
        INameBatch,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new CollectionFailed(Batch)];
}

[FactName("collection.failed")]
[Said("The collection failed.", "Toplama başarısız oldu.")]
public sealed record CollectionFailed(BatchId Batch) : CollectionFact(Batch);
