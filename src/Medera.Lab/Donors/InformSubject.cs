namespace Medera.Lab.Donors;

[Act(
    "consent.inform",
    Roles.Clinician,
    "Record the information talk",
    "Bilgilendirme görüşmesini kaydet",
    Offline.Decided
)]
public sealed record InformSubject(SubjectId Subject, ConsentKind Kind, [property: CodeText] string Language)
    : SubjectAct,
        INameSubject
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new SubjectInformed(Subject, Kind, Language)];
}

[FactName("consent.informed")]
[Said(
    "Information talk held; consent to: {kind}; language: {language}.",
    "Bilgilendirme görüşmesi yapıldı; onam: {kind}; dil: {language}."
)]
public sealed record SubjectInformed(SubjectId Subject, ConsentKind Kind, string Language) : SubjectFact(Subject);
