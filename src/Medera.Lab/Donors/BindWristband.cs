namespace Medera.Lab.Donors;

[Verb("identity.bind-wristband", Roles.Clinician | Roles.Nurse)]
public sealed record BindWristband(SubjectId Subject, string Wristband) : SubjectAct, INameSubject;

[FactName("identity.wristband-bound")]
public sealed record WristbandBound(SubjectId Subject, string Wristband) : SubjectFact(Subject);
