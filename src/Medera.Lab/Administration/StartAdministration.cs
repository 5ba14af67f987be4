namespace Medera.Lab.Administration;

/// <param name="GivenTo">For the late record of a wrong vial: the code of who really got it. Before the act nobody but the patient it is kept for can be named (rule R3).</param>
[Verb("administration.start", Roles.Nurse)]
public sealed record StartAdministration(
    string Container,
    Route Route,
    [property: Unit("µL")] long VolumeUl,
    string? GivenTo = null
) : AdministrationAct, INameContainer, INameRecipient;

[FactName("administration.started")]
public sealed record AdministrationStarted(
    BatchId Batch,
    ContainerId Container,
    PlanId Plan,
    int Session,
    SubjectId Patient,
    Route Route,
    long VolumeUl
) : AdministrationFact(Batch, Container);
