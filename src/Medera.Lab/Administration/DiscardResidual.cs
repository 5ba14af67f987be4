namespace Medera.Lab.Administration;

[Act("residual.discard", Roles.Nurse | Roles.Technician, "Discard the rest", "Kalanı imha et", Offline.Administration)]
public sealed record DiscardResidual(ContainerCode Container) : AdministrationAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new ResidualDiscarded(file.TheContainer.Batch, file.TheContainer.Id, file.TheContainer.VolumeUl)];
}

[FactName("residual.discarded")]
[Said("{container}: the remaining {volumeUl} µL discarded.", "{container}: kalan {volumeUl} µL imha edildi.")]
public sealed record ResidualDiscarded(BatchId Batch, ContainerId Container, long VolumeUl)
    : AdministrationFact(Batch, Container);
