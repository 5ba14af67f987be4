namespace Medera.Lab.Storage;

[Act("disposal.witness", Roles.Technician | Roles.Qa, "Discard", "İmha et", Offline.Confirmation, Late = true)]
[Offered(typeof(Container), Offer.Rarely, 10, By = typeof(ContainerDiscarded))]
public sealed record DiscardContainer(ContainerCode Container, string Reason, [property: Private] string? ReasonText)
    : StorageAct,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.Ending(new ContainerDiscarded(file.TheContainer.Batch, file.TheContainer.Id));
}

[FactName("disposal.witnessed")]
[Scanned("Discarded", "İmha edildi")]
[Claim("a disposal", "imha")]
[Said("{container}: discarded.", "{container}: imha edildi.")]
public sealed record ContainerDiscarded(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);
