namespace Medera.Lab.Donors;

[Act(
    "consent.give",
    Roles.Clinician,
    "Record a consent",
    "Onamı kaydet",
    Offline.Signature,
    Signs = "consent taken after the information talk"
)]
public sealed record GiveConsent(
    SubjectId Subject,
    ConsentKind Kind,
    [property: CodeText(Title = true)] string Form,
    [property: CodeText] string Language,
    ConsentSigner SignedBy,
    [property: WholeDay] DateTimeOffset ValidUntil
) : SubjectAct, INameSubject
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new ConsentGiven(Subject, Kind, Form, Language, SignedBy, ValidUntil)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.TheSubject.ConsentOf(Kind) is { GivenAt: null } ? [] : [MoveRules.StepsInOrder.Broken("talk")];
}

[FactName("consent.given")]
[Said(
    "Consent to {kind} given, form {form}, language {language}, signed by {signedBy}, valid until {validUntil}.",
    "{kind} onamı verildi, form {form}, dil {language}, imzalayan {signedBy}, geçerlilik sonu {validUntil}."
)]
public sealed record ConsentGiven(
    SubjectId Subject,
    ConsentKind Kind,
    string Form,
    string Language,
    ConsentSigner SignedBy,
    DateTimeOffset ValidUntil
) : SubjectFact(Subject);
