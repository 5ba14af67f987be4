namespace Medera.Lab.Donors;

[Act("subject.register", Roles.Clinician, "Register a donor or patient", "Donör veya hasta kaydet", Offline.Decided)]
public sealed record RegisterSubject(
    [property: CodeText] string Code,
    bool Donor,
    bool Patient,
    bool Minor,
    [property: Private] string? Name,
    [property: Private] string? Born
) : SubjectAct, INameNew
{
    /// <inheritdoc/>
    NewName INameNew.NewName => new(typeof(Subject), "code", Code);

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new SubjectRegistered(new(file.Now.Id(0)), Code, Donor, Patient, Minor)];
}

[FactName("subject.registered")]
[Said(
    "{code} registered; donor: {donor}, patient: {patient}, minor: {minor}.",
    "{code} kaydedildi; donör: {donor}, hasta: {patient}, reşit değil: {minor}."
)]
public sealed record SubjectRegistered(SubjectId Subject, string Code, bool Donor, bool Patient, bool Minor)
    : SubjectFact(Subject);
