namespace Medera.Lab.Storage;

/// <summary>
/// A new label from the roll in place of the old one, which opens nothing from then on. By scans: the container, a code from the roll,
/// and the card of confirmation. What bears a printed label is reprinted instead (rule R13).
/// </summary>
[Act("container.relabel", Roles.Technician, "Relabel from the roll", "Rulodan yeniden etiketle", Offline.Label)]
[Offered(typeof(Container), Offer.Rarely, 7, By = typeof(ContainerRelabelled))]
public sealed record RelabelContainer(ContainerCode Container, [Binds] ContainerCode NewCode) : StorageAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new ContainerRelabelled(file.TheContainer.Batch, file.TheContainer.Id, file.TheContainer.Code, NewCode.Text)];
}

/// <summary>It bears another code from the roll now. The one before is nobody's, for ever.</summary>
[FactName("container.relabelled")]
[Scanned("Relabelled", "Yeniden etiketlendi")]
[Said("{container}: the label {from} replaced by {code}.", "{container}: {from} etiketi {code} ile değiştirildi.")]
public sealed record ContainerRelabelled(BatchId Batch, ContainerId Container, string From, string Code)
    : StorageFact(Batch, Container);
