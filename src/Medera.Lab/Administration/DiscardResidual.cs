namespace Medera.Lab.Administration;

[Verb("residual.discard", Roles.Nurse | Roles.Technician)]
public sealed record DiscardResidual(string Container) : AdministrationAct, INameContainer;

[FactName("residual.discarded")]
public sealed record ResidualDiscarded(BatchId Batch, ContainerId Container, long VolumeUl)
    : AdministrationFact(Batch, Container);
