namespace Medera.Lab.Donors;

[Verb("identity.assign-coi", Roles.Clinician)]
public sealed record AssignCoi(SubjectId Subject, [property: CodeText] string Coi) : SubjectAct, INameSubject;

[FactName("identity.coi-assigned")]
public sealed record CoiAssigned(SubjectId Subject, string Coi) : SubjectFact(Subject);
