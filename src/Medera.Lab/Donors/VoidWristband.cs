namespace Medera.Lab.Donors;

[Act(
    "identity.void-wristband",
    Roles.Clinician | Roles.Nurse,
    "Void the wristband",
    "Bilekliği geçersiz kıl",
    Offline.Identity
)]
public sealed record VoidWristband(SubjectId Subject, string Reason, [property: Private] string? ReasonText)
    : SubjectAct,
        INameSubject,
        IReasoned;
