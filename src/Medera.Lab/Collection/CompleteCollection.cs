namespace Medera.Lab.Collection;

/// <summary>By scans: the donor's wristband, and a container from the roll.</summary>
[Verb("collection.complete", Roles.Technician | Roles.Clinician)]
public sealed record CompleteCollection(string Wristband, string Container) : CollectionAct, INameWristband, IBindCodes
{
    /// <inheritdoc/>
    public IEnumerable<string> Bound => [Container];
}

[FactName("collection.completed")]
public sealed record CollectionCompleted(BatchId Batch, SubjectId Donor, ContainerId Container, string Code)
    : CollectionFact(Batch);
