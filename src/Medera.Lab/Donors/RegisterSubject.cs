namespace Medera.Lab.Donors;

[Verb("subject.register", Roles.Clinician)]
public sealed record RegisterSubject(
    [property: CodeText] string Code,
    bool Donor,
    bool Patient,
    bool Minor,
    [property: Private] string? Name,
    [property: Private] string? Born
) : SubjectAct;

[FactName("subject.registered")]
public sealed record SubjectRegistered(SubjectId Subject, string Code, bool Donor, bool Patient, bool Minor)
    : SubjectFact(Subject);
