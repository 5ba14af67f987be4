namespace Medera.Lab.Collection;

/// <summary>By scans: the donor's wristband, and a container from the roll.</summary>
[Act("collection.complete", Roles.Technician | Roles.Clinician, "Collect", "Topla", Offline.Identity, Late = true)]
[Offered(typeof(Batch), Offer.Rarely, 1, By = typeof(CollectionCompleted))]
[WaitedFor(1, BatchState.Planned)]
public sealed record CompleteCollection(string Wristband, string Container) : CollectionAct, INameWristband, IBindCodes
{
    /// <inheritdoc/>
    public IEnumerable<string> Bound => [Container];

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.Batch is null || file.PlannedForWearer > 1
            ? []
            : [new CollectionCompleted(file.Batch.Id, file.Batch.Donor, new ContainerId(file.Now.Id(0)), Container)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.Batch is not { } batch ? [MoveRules.R22.Broken("no-batch")]
        : file.PlannedForWearer > 1 ? [MoveRules.R22.Broken("several", ("count", file.PlannedForWearer))]
        : batch is { Origin: Origin.Autologous, Coi: null } ? [MoveRules.R22.Broken("coi")]
        : [];
}

[FactName("collection.completed")]
[Said("Collected into container {code}.", "{code} kodlu kaba toplandı.")]
public sealed record CollectionCompleted(BatchId Batch, SubjectId Donor, ContainerId Container, string Code)
    : CollectionFact(Batch);
