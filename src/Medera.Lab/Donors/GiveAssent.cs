namespace Medera.Lab.Donors;

[Verb("consent.assent", Roles.Clinician | Roles.Nurse)]
public sealed record GiveAssent(SubjectId Subject) : SubjectAct, INameSubject;

[FactName("consent.assented")]
public sealed record AssentGiven(SubjectId Subject) : SubjectFact(Subject);
