namespace Medera.Lab.Storage;

[Act("container.lose", Roles.Technician | Roles.Nurse, "Report as lost", "Kayıp bildir", Offline.Decided, Late = true)]
[Offered(typeof(Container), Offer.Rarely, 9, By = typeof(ContainerLost))]
public sealed record ReportLoss(ContainerCode Container, string Reason, [property: Private] string? ReasonText)
    : StorageAct,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new ContainerLost(file.TheContainer.Batch, file.TheContainer.Id)];
}

[FactName("container.lost")]
[Claim("a loss", "kayıp")]
[Said("{container}: reported as lost.", "{container}: kayıp olarak bildirildi.")]
public sealed record ContainerLost(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);
