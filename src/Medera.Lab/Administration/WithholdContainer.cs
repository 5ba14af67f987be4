namespace Medera.Lab.Administration;

[Act(
    "container.not-administer",
    Roles.Nurse | Roles.Technician,
    "Record as not given",
    "Verilmedi olarak kaydet",
    Offline.Administration,
    Late = true
)]
[Offered(typeof(Container), Offer.Rarely, 2, By = typeof(ContainerNotAdministered))]
public sealed record WithholdContainer(ContainerCode Container, string Reason, [property: Private] string? ReasonText)
    : AdministrationAct,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new ContainerNotAdministered(file.TheContainer.Batch, file.TheContainer.Id)];
}

[FactName("container.not-administered")]
[Claim("not being given", "verilmeme")]
[Said("{container}: not given.", "{container}: verilmedi.")]
public sealed record ContainerNotAdministered(BatchId Batch, ContainerId Container)
    : AdministrationFact(Batch, Container);
