namespace Medera.Lab.Donors;

[Verb("consent.dissent", Roles.Clinician | Roles.Nurse)]
public sealed record ExpressDissent(SubjectId Subject) : SubjectAct, INameSubject;

[FactName("consent.dissented")]
public sealed record DissentExpressed(SubjectId Subject) : SubjectFact(Subject);
