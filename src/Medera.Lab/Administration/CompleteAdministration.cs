namespace Medera.Lab.Administration;

[Verb("administration.complete", Roles.Nurse)]
public sealed record CompleteAdministration(
    string Container,
    [property: Unit("µL")] long GivenUl,
    string? GivenTo = null
) : AdministrationAct, INameContainer, INameRecipient;

[FactName("administration.completed")]
public sealed record AdministrationCompleted(
    BatchId Batch,
    ContainerId Container,
    PlanId Plan,
    int Session,
    SubjectId Patient,
    long GivenUl,
    long GivenCells
) : AdministrationFact(Batch, Container);
