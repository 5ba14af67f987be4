namespace Medera.Lab.Storage;

[Act("container.damage", Roles.Technician | Roles.Nurse, "Report damage", "Hasar bildir", Offline.Decided, Late = true)]
[Offered(typeof(Container), Offer.Rarely, 8, By = typeof(ContainerDamaged))]
public sealed record ReportDamage(ContainerCode Container, string Reason, [property: Private] string? ReasonText)
    : StorageAct,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new ContainerDamaged(file.TheContainer.Batch, file.TheContainer.Id)];
}

[FactName("container.damaged")]
[Claim("damage", "hasar")]
[Said("{container}: reported as damaged.", "{container}: hasarlı olarak bildirildi.")]
public sealed record ContainerDamaged(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);
