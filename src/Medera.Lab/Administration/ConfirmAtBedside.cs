namespace Medera.Lab.Administration;

/// <summary>One nurse's check. By scans: the wristband and the container, in either order.</summary>
[Verb("bedside.confirm", Roles.Nurse)]
public sealed record ConfirmAtBedside(string Wristband, string Container)
    : AdministrationAct,
        INameContainer,
        INameWristband;

[FactName("bedside.confirmed")]
public sealed record BedsideConfirmed(BatchId Batch, ContainerId Container, PlanId Plan, int Session, SubjectId Patient)
    : AdministrationFact(Batch, Container);

[FactName("bedside.matched")]
public sealed record BedsideMatched(
    BatchId Batch,
    ContainerId Container,
    PlanId Plan,
    int Session,
    SubjectId Patient,
    PersonId First,
    PersonId Second
) : AdministrationFact(Batch, Container);

[FactName("bedside.lapsed")]
public sealed record BedsideMatchLapsed(BatchId Batch, ContainerId Container) : AdministrationFact(Batch, Container);
