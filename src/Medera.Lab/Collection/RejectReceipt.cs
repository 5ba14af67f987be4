namespace Medera.Lab.Collection;

[Act("custody.reject", Roles.Technician, "Reject the receipt", "Kabulü reddet", Offline.Decided)]
[Offered(typeof(Container), Offer.Rarely, 1, By = typeof(ReceiptRejected))]
public sealed record RejectReceipt(ContainerCode Container, string Reason, [property: Private] string? ReasonText)
    : CollectionAct,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new ReceiptRejected(file.TheContainer.Batch, file.TheContainer.Id)];
}

[FactName("custody.rejected")]
[Said("The receipt was rejected.", "Kabul reddedildi.")]
public sealed record ReceiptRejected(BatchId Batch, ContainerId Container) : CollectionFact(Batch);
