namespace Medera.Lab.Collection;

/// <summary>By scans: the donor's wristband, and a container from the roll.</summary>
[Act("collection.complete", Roles.Technician | Roles.Clinician, "Collect", "Topla", Offline.Identity, Late = true)]
[Offered(typeof(Batch), Offer.Rarely, 1, By = typeof(CollectionCompleted))]
[WaitedFor(1, BatchState.Planned)]
public sealed record CompleteCollection(WristbandCode Wristband, [Binds] ContainerCode Container) : CollectionAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.Batch is { } batch && file.PlannedForWearer.Count == 1
            ? [new CollectionCompleted(batch.Id, batch.Donor, new ContainerId(file.Now.Id(0)), Container.Text)]
            : [];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.Batch is not { } batch ? [MoveRules.StepsInOrder.Broken("no-batch")]
        : file.PlannedForWearer.Count > 1
            ? [MoveRules.StepsInOrder.Broken("several", ("count", file.PlannedForWearer.Count))]
        : batch is { Origin: Origin.Autologous, Coi: null } ? [MoveRules.StepsInOrder.Broken("coi")]
        : [];
}

[FactName("collection.completed")]
[Scanned("Collected", "Toplandı")]
[Claim("the collection", "toplama")]
[Said("Collected into container {code}.", "{code} kodlu kaba toplandı.")]
public sealed record CollectionCompleted(BatchId Batch, SubjectId Donor, ContainerId Container, string Code)
    : CollectionFact(Batch);
