namespace Medera.Lab.Administration;

[Verb("administration.stop", Roles.Nurse)]
public sealed record StopAdministration(
    string Container,
    [property: Unit("µL")] long GivenUl,
    string Reason,
    [property: Private] string? ReasonText,
    string? GivenTo = null
) : AdministrationAct, INameContainer, IReasoned, INameRecipient;

[FactName("administration.completed-in-part")]
public sealed record AdministrationCompletedInPart(
    BatchId Batch,
    ContainerId Container,
    PlanId Plan,
    int Session,
    SubjectId Patient,
    long GivenUl,
    long GivenCells
) : AdministrationFact(Batch, Container);
