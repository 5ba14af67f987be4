namespace Medera.Lab.Administration;

[Verb("thaw.start", Roles.Technician)]
public sealed record StartThaw(string Container) : AdministrationAct, INameContainer;

[FactName("thaw.started")]
public sealed record ThawStarted(BatchId Batch, ContainerId Container, PlanId Plan, int Session)
    : AdministrationFact(Batch, Container);
