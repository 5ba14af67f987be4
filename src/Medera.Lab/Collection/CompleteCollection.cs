namespace Medera.Lab.Collection;

/// <summary>By scans: the donor's wristband, and a container from the roll.</summary>
[Act("collection.complete", Roles.Technician | Roles.Clinician, "Collect", "Topla", Offline.Identity, Late = true)]
[Offered(typeof(Batch), Offer.Rarely, 1, By = typeof(CollectionCompleted))]
[WaitedFor(1, BatchState.Planned)]
public sealed record CompleteCollection(string Wristband, string Container) : CollectionAct, INameWristband, IBindCodes
{
    /// <inheritdoc/>
    public IEnumerable<string> Bound => [Container];
}

[FactName("collection.completed")]
[Said("Collected into container {code}.", "{code} kodlu kaba toplandı.")]
public sealed record CollectionCompleted(BatchId Batch, SubjectId Donor, ContainerId Container, string Code)
    : CollectionFact(Batch);
