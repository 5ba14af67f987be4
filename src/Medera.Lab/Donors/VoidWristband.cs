namespace Medera.Lab.Donors;

[Verb("identity.void-wristband", Roles.Clinician | Roles.Nurse)]
public sealed record VoidWristband(SubjectId Subject, string Reason, [property: Private] string? ReasonText)
    : SubjectAct,
        INameSubject,
        IReasoned;
