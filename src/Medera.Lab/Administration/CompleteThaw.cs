namespace Medera.Lab.Administration;

[Verb("thaw.complete", Roles.Technician)]
public sealed record CompleteThaw(string Container) : AdministrationAct, INameContainer;

[FactName("thaw.completed")]
public sealed record ThawCompleted(BatchId Batch, ContainerId Container, DateTimeOffset UsableUntil)
    : AdministrationFact(Batch, Container);
