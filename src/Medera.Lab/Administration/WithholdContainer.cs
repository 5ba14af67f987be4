namespace Medera.Lab.Administration;

[Verb("container.not-administer", Roles.Nurse | Roles.Technician)]
public sealed record WithholdContainer(string Container, string Reason, [property: Private] string? ReasonText)
    : AdministrationAct,
        INameContainer,
        IReasoned;

[FactName("container.not-administered")]
public sealed record ContainerNotAdministered(BatchId Batch, ContainerId Container)
    : AdministrationFact(Batch, Container);
