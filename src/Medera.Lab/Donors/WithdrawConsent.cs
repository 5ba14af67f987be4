namespace Medera.Lab.Donors;

[Verb("consent.withdraw", Roles.Clinician)]
public sealed record WithdrawConsent(
    SubjectId Subject,
    ConsentKind Kind,
    string Reason,
    [property: Private] string? ReasonText
) : SubjectAct, INameSubject, IReasoned;

[FactName("consent.withdrawn")]
public sealed record ConsentWithdrawn(SubjectId Subject, ConsentKind Kind) : SubjectFact(Subject);
