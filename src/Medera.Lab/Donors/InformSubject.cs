namespace Medera.Lab.Donors;

[Verb("consent.inform", Roles.Clinician)]
public sealed record InformSubject(SubjectId Subject, ConsentKind Kind, [property: CodeText] string Language)
    : SubjectAct,
        INameSubject;

[FactName("consent.informed")]
public sealed record SubjectInformed(SubjectId Subject, ConsentKind Kind, string Language) : SubjectFact(Subject);
