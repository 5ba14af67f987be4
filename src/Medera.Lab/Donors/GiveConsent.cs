namespace Medera.Lab.Donors;

[Verb("consent.give", Roles.Clinician, Signs = "consent taken after the information talk")]
public sealed record GiveConsent(
    SubjectId Subject,
    ConsentKind Kind,
    [property: CodeText(Title = true)] string Form,
    [property: CodeText] string Language,
    ConsentSigner SignedBy,
    DateTimeOffset ValidUntil
) : SubjectAct, INameSubject;

[FactName("consent.given")]
public sealed record ConsentGiven(
    SubjectId Subject,
    ConsentKind Kind,
    string Form,
    string Language,
    ConsentSigner SignedBy,
    DateTimeOffset ValidUntil
) : SubjectFact(Subject);
