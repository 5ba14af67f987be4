namespace Medera.Lab.Administration;

/// <summary>One nurse's check. By scans: the wristband and the container, in either order.</summary>
[Act("bedside.confirm", Roles.Nurse, "Check at the bedside", "Yatak başında kontrol et", Offline.Identity)]
[WaitedFor(12, ContainerState.Ready, ContainerState.Matched)]
public sealed record ConfirmAtBedside(string Wristband, string Container)
    : AdministrationAct,
        INameContainer,
        INameWristband;

[FactName("bedside.confirmed")]
[Said(
    "{container}: first bedside check, session {session}.",
    "{container}: yatak başında ilk kontrol, {session}. seans."
)]
public sealed record BedsideConfirmed(BatchId Batch, ContainerId Container, PlanId Plan, int Session, SubjectId Patient)
    : AdministrationFact(Batch, Container);

[FactName("bedside.matched")]
[Said(
    "{container}: matched with the wristband by two people, session {session}: {first} and {second}.",
    "{container}: iki kişi bileklikle eşleştirdi, {session}. seans: {first} ve {second}."
)]
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
[Said(
    "{container}: the match lapsed; two people check again.",
    "{container}: eşleşme düştü; iki kişi yeniden kontrol eder."
)]
public sealed record BedsideMatchLapsed(BatchId Batch, ContainerId Container) : AdministrationFact(Batch, Container);
